package org.waypost.agent.encounter;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One couple at the counter, as a value: where it stands follows from what is recorded, so that no status can
 * contradict it. Every command is answered with the next case or a reason, never with an exception.
 *
 * @param encounter random id
 * @param a party A
 * @param b party B
 * @param concerns what was noticed
 * @param lapsed whether it was wiped because nobody did anything
 * @param ending set once, by a named person
 */
record MarriageCase(
        UUID encounter, PartyRecord a, PartyRecord b, Concerns concerns, boolean lapsed, Optional<Ending> ending) {

    /** @param party what is known of either at first */
    static MarriageCase opened(UUID encounter, PartyRecord party) {
        return new MarriageCase(encounter, party, party, Concerns.NONE, false, Optional.empty());
    }

    /** Where it stands. */
    Position position() {
        if (ending.isPresent()) {
            return Position.of(Step.OVER);
        }
        return lapsed ? Position.of(Step.LAPSED) : identification(Party.A);
    }

    private Position identification(Party party) {
        PartyRecord known = party(party);
        if (!known.noticed()) {
            return Position.of(Step.NOTICE, party);
        }
        if (known.route().isEmpty()) {
            return Position.of(Step.ROUTE, party);
        }
        if (known.read().isEmpty()) {
            return Position.of(Step.DOCUMENT, party);
        }
        if (known.comparison().isEmpty()) {
            return Position.of(Step.COMPARISON, party);
        }
        return party == Party.A ? identification(Party.B) : conversation(Party.A);
    }

    private Position conversation(Party party) {
        if (party(party).interview().isEmpty()) {
            return Position.of(Step.INTERVIEW, party);
        }
        return party == Party.A ? conversation(Party.B) : Position.of(Step.DECISION);
    }

    /** Answers one command given at one moment. */
    Transition accept(Command command, Instant now) {
        Optional<Rejection> refusal = Permission.refusal(this, command);
        return refusal.<Transition>map(Transition.Rejected::new)
                .orElseGet(() -> new Transition.Accepted(Effect.of(this, command, now)));
    }

    /** The party whose card is awaited. */
    Optional<Party> awaitsCardOf() {
        Position position = position();
        return position.step() == Step.DOCUMENT ? position.party() : Optional.empty();
    }

    /** The party who is asked to lay a finger down. */
    Optional<Party> asksFingerOf() {
        return Stream.of(Party.values())
                .filter(which ->
                        party(which).finger().filter(FingerRecord::asked).isPresent())
                .findFirst();
    }

    /** Kinds of commands that are not refused for the step alone. */
    Set<Choice> choices() {
        Set<Choice> choices = EnumSet.noneOf(Choice.class);
        for (Choice choice : Choice.values()) {
            if (Permission.offered(this, choice)) {
                choices.add(choice);
            }
        }
        return choices;
    }

    PartyRecord party(Party which) {
        return switch (which) {
            case A -> a;
            case B -> b;
        };
    }

    boolean bothHeard() {
        return a.heard() && b.heard();
    }

    MarriageCase with(Party which, PartyRecord known) {
        return switch (which) {
            case A -> new MarriageCase(encounter, known, b, concerns, lapsed, ending);
            case B -> new MarriageCase(encounter, a, known, concerns, lapsed, ending);
        };
    }

    MarriageCase with(Concerns noticed) {
        return new MarriageCase(encounter, a, b, noticed, lapsed, ending);
    }

    /** Everything of the parties is gone; what was noticed stays until somebody ends the case. */
    MarriageCase wiped() {
        return new MarriageCase(encounter, PartyRecord.BLANK, PartyRecord.BLANK, concerns, true, ending);
    }

    /** Nothing stays but how it ended. */
    MarriageCase ended(Ending how) {
        return new MarriageCase(
                encounter, PartyRecord.BLANK, PartyRecord.BLANK, Concerns.NONE, lapsed, Optional.of(how));
    }
}
