package org.waypost.agent.face;

import java.util.Optional;
import org.waypost.drivers.device.Portrait;

/**
 * The comparison of a terminal without a model that can be used: it never answers, so that a person compares.
 *
 * @param obstacle why
 */
public record AbsentModel(Obstacle obstacle) implements FaceComparison {

    /** No model is installed. */
    public AbsentModel() {
        this(Obstacle.MODEL_ABSENT);
    }

    @Override
    public Optional<Obstacle> absence() {
        return Optional.of(obstacle);
    }

    @Override
    public Comparison compare(Portrait probe, Portrait reference) {
        return Comparison.Unanswered.of(obstacle);
    }

    @Override
    public void forget() {}
}
