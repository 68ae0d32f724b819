package org.waypost.kiosk.registry;

import org.waypost.agent.verification.Route;
import org.waypost.kiosk.page.Words;

/**
 * The two ways in words; they say what is done at this counter.
 *
 * @param fingers whether fingers are asked for here
 */
public record Ways(Words words, boolean fingers) {

    public String name(Route way) {
        return words.of(key(way));
    }

    /** What is done on it. */
    public String hint(Route way) {
        return words.of(key(way) + ".hint");
    }

    private String key(Route way) {
        return Words.key(way) + (fingers ? ".finger" : "");
    }
}
