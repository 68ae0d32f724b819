package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the screen that faces the parties may know. Concern, hit, result of a verification and kind of decision have no
 * component here, so that nothing shown can depend on them (invariant I11).
 *
 * @param step what the party is asked to do
 * @param party whose turn it is; empty outside a turn
 */
public record PartyView(PublicStep step, Optional<Party> party) {
    public PartyView {
        requireNonNull(step);
        requireNonNull(party);
    }

    static PartyView of(Position position) {
        PublicStep step = switch (position.step()) {
            case NO_CASE -> PublicStep.WELCOME;
            case NOTICE -> PublicStep.NOTICE;
            case ROUTE -> PublicStep.CHOOSE_ROUTE;
            case DOCUMENT -> PublicStep.PLACE_CARD;
            case COMPARISON, DECISION, LAPSED -> PublicStep.PLEASE_WAIT;
            case INTERVIEW -> PublicStep.INTERVIEW;
            case OVER -> PublicStep.DONE;
        };
        return new PartyView(step, position.party());
    }

    /** @param finger whose finger is asked for; nothing that comes of it is known here */
    static PartyView of(Position position, Optional<Party> finger) {
        return finger.map(party -> new PartyView(PublicStep.PLACE_FINGER, Optional.of(party)))
                .orElseGet(() -> of(position));
    }

    /** What the public sees of a case. */
    public enum PublicStep {
        WELCOME,
        NOTICE,
        CHOOSE_ROUTE,
        PLACE_CARD,
        PLACE_FINGER,
        PLEASE_WAIT,
        INTERVIEW,
        DONE
    }
}
