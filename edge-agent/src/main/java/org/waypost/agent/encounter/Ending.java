package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** How a case ended: always by a named person (invariant I7). */
public sealed interface Ending {

    /** Who ended it. */
    Registrar by();

    /** When. */
    Instant at();

    /** Which of the four. */
    default Kind kind() {
        return switch (this) {
            case Released released -> Kind.RELEASED;
            case Referred referred -> Kind.REFERRED;
            case Refused refused -> Kind.REFUSED;
            case Withdrawn withdrawn -> Kind.WITHDRAWN;
        };
    }

    /** The ways a case can end; no component of {@link PartyView} tells which. */
    enum Kind {
        RELEASED,
        REFERRED,
        REFUSED,
        WITHDRAWN
    }

    /** A decision, always with a reason of 1 to {@value Command#REASON_MAX} characters. */
    sealed interface Decision extends Ending {
        /** Why. */
        String reason();
    }

    /** The marriage goes on; nothing leaves the terminal. */
    record Released(Registrar by, Instant at, String reason) implements Decision {
        public Released {
            requireNonNull(by);
            requireNonNull(at);
            reason = Words.some(Command.REASON_MAX, "the reason", reason);
        }
    }

    /** A report is in the outbox. */
    record Referred(Registrar by, Instant at, String reason) implements Decision {
        public Referred {
            requireNonNull(by);
            requireNonNull(at);
            reason = Words.some(Command.REASON_MAX, "the reason", reason);
        }
    }

    /** The registration was refused on a ground. */
    record Refused(Registrar by, Instant at, String reason, Ground ground) implements Decision {
        public Refused {
            requireNonNull(by);
            requireNonNull(at);
            reason = Words.some(Command.REASON_MAX, "the reason", reason);
            requireNonNull(ground);
        }
    }

    /** The parties left; nothing was decided. */
    record Withdrawn(Registrar by, Instant at) implements Ending {
        public Withdrawn {
            requireNonNull(by);
            requireNonNull(at);
        }
    }
}
