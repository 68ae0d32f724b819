package org.waypost.contract;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What the hub answers to a report, or to an amendment of one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Receipt.Stored.class, name = "STORED"),
    @JsonSubTypes.Type(value = Receipt.AlreadyStored.class, name = "ALREADY_STORED"),
    @JsonSubTypes.Type(value = Receipt.Refused.class, name = "REFUSED")
})
public sealed interface Receipt {

    /**
     * The report is on the hub's disk.
     *
     * @param number the hub's own running number, from 1
     * @param at when it was committed
     */
    record Stored(long number, Instant at) implements Receipt {
        public Stored {
            requireNumber(number);
            requireNonNull(at);
        }
    }

    /** The same report, byte for byte, was stored before as {@code number} at {@code at}. */
    record AlreadyStored(long number, Instant at) implements Receipt {
        public AlreadyStored {
            requireNumber(number);
            requireNonNull(at);
        }
    }

    /** The hub will not store it; publishing it again does not help. */
    record Refused(Reason reason) implements Receipt {
        public Refused {
            requireNonNull(reason);
        }
    }

    private static void requireNumber(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("the hub numbers from 1");
        }
    }

    /** Why a report is refused. Unsigned or unreadable messages get no receipt at all: there is nobody to answer. */
    enum Reason {
        /** The seal cannot be opened with the desk's keys. */
        NOT_FOR_THIS_DESK,
        /** What was sealed is neither a report nor an amendment of a known version. */
        NOT_A_REPORT,
        /** Another report with the same id, or with the same sequence number, is already stored. */
        CONFLICT,
        /**
         * The report that it amends is none of this terminal's that the hub holds. To an honest terminal: the case was
         * purged by age, and the desk is to be called.
         */
        NO_SUCH_REPORT
    }
}
