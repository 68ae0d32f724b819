package org.waypost.hub.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.waypost.contract.Indicator;

/**
 * What the pages say, in the language the officer picked.
 *
 * @param language the officer's own choice; kept in their browser alone
 * @param texts one line per key
 * @param zone where the desk is
 */
public record Words(Language language, ResourceBundle texts, ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** The words of a language. */
    public static Words in(Language language, ZoneId zone) {
        Locale locale = Locale.forLanguageTag(language.name().toLowerCase(Locale.ROOT));
        ResourceBundle texts = ResourceBundle.getBundle(
                "org.waypost.hub.page.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Words(language, texts, zone);
    }

    /** The text of a key; a key without text is a bug. */
    public String say(String key) {
        return texts.getString(key);
    }

    /** The text of a value of a closed list, under {@code <type>.<value>}. */
    public String say(Enum<?> value) {
        return texts.getString(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /** What an indicator means. */
    public String indicator(Indicator indicator) {
        return texts.getString("Indicator." + indicator.name());
    }

    /** A moment at the desk's place, to the minute. */
    public String time(Instant moment) {
        return TIME.format(moment.atZone(zone));
    }

    /** How long ago, in the largest whole unit. */
    public String age(Instant moment, Instant now) {
        Duration age = Duration.between(moment, now);
        if (age.toDays() > 0) {
            return age.toDays() + " " + say("days");
        }
        if (age.toHours() > 0) {
            return age.toHours() + " " + say("hours");
        }
        return Math.max(0, age.toMinutes()) + " " + say("minutes");
    }

    /** Languages of the desk. */
    public enum Language {
        ZH,
        EN;

        /** The other one. */
        public Language other() {
            return this == ZH ? EN : ZH;
        }

        /** The tag as pages carry it. */
        public String tag() {
            return this == ZH ? "zh-CN" : "en";
        }
    }
}
