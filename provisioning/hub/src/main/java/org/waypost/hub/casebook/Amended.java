package org.waypost.hub.casebook;

import java.time.Instant;
import java.util.Optional;
import org.waypost.contract.Amendment;

/**
 * A correction or withdrawal of a report, as an officer reads it.
 *
 * @param number the hub's running number, of the same row as the reports'
 * @param received when it was stored
 * @param content empty if the desk's present key does not open it
 */
public record Amended(long number, Instant received, Optional<Amendment> content) {}
