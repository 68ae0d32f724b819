package org.waypost.drivers.panel;

import java.time.Duration;

/**
 * For how long the gate is released.
 *
 * @param length 0.5 s to 5 s; there is no longer one
 */
public record GatePulse(Duration length) {
    public static final Duration SHORTEST = Duration.ofMillis(500);
    public static final Duration LONGEST = Duration.ofSeconds(5);

    public GatePulse {
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a gate is released for 0.5 s to 5 s, not " + length);
        }
    }
}
