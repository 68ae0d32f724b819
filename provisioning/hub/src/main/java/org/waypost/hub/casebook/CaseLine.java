package org.waypost.hub.casebook;

import java.time.Instant;
import java.util.Optional;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.TerminalId;

/**
 * A case as the list shows it: nothing of what was reported, and nothing of whom (invariant I16).
 *
 * @param number the hub's running number
 * @param terminal where it comes from
 * @param urgency its lane
 * @param received when it was stored
 * @param acknowledged who took it on; empty while it waits
 * @param amended when its terminal last corrected or withdrew it
 */
public record CaseLine(
        long number,
        TerminalId terminal,
        Urgency urgency,
        Instant received,
        Optional<Acknowledgement> acknowledged,
        Optional<Instant> amended) {
    /** Who took a case on, when, and why. */
    public record Acknowledgement(String by, Instant at, String reason) {}
}
