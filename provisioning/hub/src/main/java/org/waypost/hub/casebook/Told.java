package org.waypost.hub.casebook;

import java.time.Instant;
import java.util.Optional;
import org.waypost.contract.Progress;

/**
 * What the terminal was told of its report.
 *
 * @param progress what the terminal sees
 * @param by who decided
 * @param reason which the terminal does not see
 * @param at when
 * @param stored since when the terminal is known to have it
 */
public record Told(Progress progress, String by, String reason, Instant at, Optional<Instant> stored) {}
