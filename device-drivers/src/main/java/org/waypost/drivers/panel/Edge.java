package org.waypost.drivers.panel;

import static java.util.Objects.requireNonNull;

/**
 * A line changed its level.
 *
 * @param level the new one
 * @param nanos when, by the time of the {@link Edges} it came through
 */
public record Edge(PanelInput input, Level level, long nanos) {
    public Edge {
        requireNonNull(input);
        requireNonNull(level);
    }
}
