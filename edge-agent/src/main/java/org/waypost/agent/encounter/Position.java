package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A step and whose turn it is.
 *
 * @param party empty where a step is nobody's own
 */
public record Position(Step step, Optional<Party> party) {
    public Position {
        requireNonNull(step);
        requireNonNull(party);
    }

    static Position of(Step step) {
        return new Position(step, Optional.empty());
    }

    static Position of(Step step, Party party) {
        return new Position(step, Optional.of(party));
    }

    boolean is(Step other, Party whose) {
        return step == other && party.filter(whose::equals).isPresent();
    }
}
