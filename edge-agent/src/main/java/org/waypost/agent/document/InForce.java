package org.waypost.agent.document;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.waypost.drivers.idcard.Document;

/** On which days a document is in force, as far as it says. */
public sealed interface InForce {

    /** A card names both ends, or has no last day. */
    record Between(Document.Validity validity) implements InForce {
        public Between {
            requireNonNull(validity);
        }
    }

    /** A passport's zone names the last day alone. */
    record Until(LocalDate last) implements InForce {
        public Until {
            requireNonNull(last);
        }
    }

    /** It does not say, or not for certain. */
    record NotStated() implements InForce {}

    /** Whether it is in force on a day; empty without an answer. The caller answers for its clock. */
    default Optional<Boolean> on(LocalDate day) {
        return switch (this) {
            case Between between -> Optional.of(between.validity().covers(day));
            case Until until -> Optional.of(!day.isAfter(until.last()));
            case NotStated notStated -> Optional.empty();
        };
    }
}
