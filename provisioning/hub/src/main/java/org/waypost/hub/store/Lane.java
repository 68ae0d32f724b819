package org.waypost.hub.store;

import org.waypost.contract.CaseReport.Urgency;

/** An urgency as a column: 0 is the most urgent, so that rows sort by it. */
final class Lane {
    private Lane() {}

    static int of(Urgency urgency) {
        return switch (urgency) {
            case DANGER_NOW -> 0;
            case CHILD -> 1;
            case OTHER -> 2;
        };
    }

    static Urgency urgency(int lane) {
        for (Urgency urgency : Urgency.values()) {
            if (of(urgency) == lane) {
                return urgency;
            }
        }
        throw new IllegalArgumentException("lane " + lane);
    }
}
