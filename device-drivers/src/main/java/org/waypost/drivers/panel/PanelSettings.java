package org.waypost.drivers.panel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How one panel is wired.
 *
 * @param presenceHold for how long nobody must be seen before presence has ended, 5 s to 10 s
 */
public record PanelSettings(PanelPins pins, Duration presenceHold) {
    public PanelSettings {
        requireNonNull(pins);
        if (presenceHold.compareTo(Duration.ofSeconds(5)) < 0 || presenceHold.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException("presence is held for 5 s to 10 s, not " + presenceHold);
        }
    }

    /** The usual pins, 8 s of hold. */
    public static PanelSettings usual() {
        return new PanelSettings(PanelPins.usual(), Duration.ofSeconds(8));
    }
}
