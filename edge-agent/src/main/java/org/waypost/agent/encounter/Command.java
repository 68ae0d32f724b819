package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.waypost.agent.verification.Contradiction;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;

/** What a named registrar does in a case. A form that leaves something out does not make one: the records refuse it. */
public sealed interface Command {
    /** Longest reason of a decision, in characters. */
    int REASON_MAX = 300;

    /** Who acts. */
    Registrar by();

    /** A decision: ends the case (invariant I7). */
    sealed interface Decide extends Command {
        /** 1 to {@value #REASON_MAX} characters; kept by the registrar's own file, here only as a digest. */
        String reason();
    }

    /** The party was shown the notice: what, why, how long, rights. */
    record ShowNotice(Registrar by, Party party) implements Command {
        public ShowNotice {
            requireNonNull(by);
            requireNonNull(party);
        }
    }

    /**
     * The party chose a route; may be changed until the card is read, and after it by a party that was asked for a
     * finger and turns to the other way: what is held of that party is wiped.
     */
    record ChooseRoute(Registrar by, Party party, Route route) implements Command {
        public ChooseRoute {
            requireNonNull(by);
            requireNonNull(party);
            requireNonNull(route);
        }
    }

    /**
     * The passport is presented once more, because its chip stayed shut; what was read of it is gone, and what is held
     * of the party is wiped.
     */
    record ReadAgain(Registrar by, Party party) implements Command {
        public ReadAgain {
            requireNonNull(by);
            requireNonNull(party);
        }
    }

    /** The party is asked for a finger; optional on both ways, and nothing waits for it. */
    record AskFinger(Registrar by, Party party, FingerPurpose purpose) implements Command {
        public AskFinger {
            requireNonNull(by);
            requireNonNull(party);
            requireNonNull(purpose);
        }
    }

    /**
     * The registrar compared the party with the document by eye; a later one replaces it.
     *
     * @param because asked for where the finding contradicts the machine's, and kept there alone
     * @param words 0 to {@value #REASON_MAX} characters; kept by the registrar's own file, here only as a digest
     */
    record Compare(Registrar by, Party party, Finding finding, Optional<Contradiction> because, String words)
            implements Command {
        public Compare {
            requireNonNull(by);
            requireNonNull(party);
            requireNonNull(finding);
            requireNonNull(because);
            words = Words.any(REASON_MAX, "the reason", words);
        }

        /** One that contradicts nothing. */
        public Compare(Registrar by, Party party, Finding finding) {
            this(by, party, finding, Optional.empty(), "");
        }

        /** Whether it says why it contradicts the machine. */
        boolean reasoned() {
            return because.filter(why -> why != Contradiction.OTHER || !words.isEmpty())
                    .isPresent();
        }

        /** Without the words: they are free text. */
        @Override
        public String toString() {
            return "Compare[" + by.pseudonym() + " " + party + " " + finding + "]";
        }
    }

    /**
     * The registrar spoke to the party; a later one replaces it.
     *
     * @param alone whether nobody but registrar, party and interpreter was there; without it nothing is recorded
     */
    record HoldInterview(Registrar by, Party party, boolean alone, Interpreter interpreter, Interview.Outcome outcome)
            implements Command {
        public HoldInterview {
            requireNonNull(by);
            requireNonNull(party);
            requireNonNull(interpreter);
            requireNonNull(outcome);
        }
    }

    /** Something is not right. Changes nothing that the parties see (invariant I11). */
    record RaiseConcern(Registrar by, Concern concern) implements Command {
        public RaiseConcern {
            requireNonNull(by);
            requireNonNull(concern);
        }
    }

    /** The marriage goes on. */
    record Release(Registrar by, String reason) implements Decide {
        public Release {
            requireNonNull(by);
            reason = Words.some(REASON_MAX, "the reason", reason);
        }
    }

    /** The case goes to police and support service, with every statement raised in it. */
    record Refer(Registrar by, String reason) implements Decide {
        public Refer {
            requireNonNull(by);
            reason = Words.some(REASON_MAX, "the reason", reason);
        }
    }

    /** The registration is refused. */
    record Refuse(Registrar by, String reason, Ground ground) implements Decide {
        public Refuse {
            requireNonNull(by);
            reason = Words.some(REASON_MAX, "the reason", reason);
            requireNonNull(ground);
        }
    }

    /** The parties leave; ends the case without a decision. */
    record Withdraw(Registrar by) implements Command {
        public Withdraw {
            requireNonNull(by);
        }
    }
}
