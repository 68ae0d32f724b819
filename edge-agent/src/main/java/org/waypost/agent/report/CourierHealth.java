package org.waypost.agent.report;

import java.time.Instant;
import java.util.Optional;
import org.waypost.agent.report.Outbox.Backlog;

/**
 * How the way to the hub is doing. A connection proves nothing: the last receipt does.
 *
 * @param connectedSince empty while there is no broker
 * @param trouble one line for an operator about what stands in the way, if anything does
 * @param backlog what waits, and when the last receipt came
 */
public record CourierHealth(Optional<Instant> connectedSince, Optional<String> trouble, Backlog backlog) {}
