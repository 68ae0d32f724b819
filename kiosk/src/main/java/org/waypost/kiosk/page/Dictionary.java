package org.waypost.kiosk.page;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

/** The words of every language, in the counter's time. Immutable. */
public final class Dictionary {
    private final Map<Language, Words> words = new EnumMap<>(Language.class);
    private final Words first;

    public Dictionary(ZoneId zone) {
        for (Language language : Language.values()) {
            words.put(language, new Words(language, zone));
        }
        this.first = new Words(Language.CHINESE, zone);
    }

    /** The words of one language. */
    public Words in(Language language) {
        return words.getOrDefault(language, first);
    }
}
