package org.waypost.agent.face;

import org.waypost.drivers.device.Portrait;

/** The comparison of a terminal without a model: it never answers, so that a person compares. */
public final class AbsentModel implements FaceComparison {

    @Override
    public boolean ready() {
        return false;
    }

    @Override
    public Comparison compare(Portrait probe, Portrait reference) {
        return new Comparison.Unanswered(Obstacle.MODEL_ABSENT);
    }
}
