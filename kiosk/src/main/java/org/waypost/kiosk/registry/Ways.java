package org.waypost.kiosk.registry;

import org.waypost.agent.verification.Route;
import org.waypost.kiosk.page.Words;

/** The two ways in words; they say what is done at this counter. */
public record Ways(Words words, Means means) {

    public String name(Route way) {
        return words.of(key(way));
    }

    /** What is done on it. */
    public String hint(Route way) {
        return words.of(key(way) + ".hint");
    }

    private String key(Route way) {
        return Words.key(way) + means.key();
    }
}
