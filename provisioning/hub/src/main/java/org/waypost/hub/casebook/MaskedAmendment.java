package org.waypost.hub.casebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waypost.contract.Amendment;

/**
 * What an amendment shows before its case is uncovered.
 *
 * @param change empty if the desk's present key does not open it
 */
public record MaskedAmendment(long number, Instant received, Optional<Change> change) {
    /** The covered form of an amendment. */
    static MaskedAmendment of(Amended amended) {
        return new MaskedAmendment(
                amended.number(), amended.received(), amended.content().map(content -> of(content.change())));
    }

    private static Change of(Amendment.Change change) {
        return switch (change) {
            case Amendment.Correction correction -> new Change.Corrected(MaskedReport.Sign.of(correction.statements()));
            case Amendment.Withdrawal withdrawal -> new Change.Withdrawn(withdrawal.cause());
        };
    }

    /** What was changed. */
    public sealed interface Change {
        /** Other statements. */
        record Corrected(List<MaskedReport.Sign> signs) implements Change {}

        /** The report was taken back. */
        record Withdrawn(Amendment.Cause cause) implements Change {}
    }
}
