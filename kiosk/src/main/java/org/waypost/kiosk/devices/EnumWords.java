package org.waypost.kiosk.devices;

import java.util.Locale;

/** Names of constants as words. */
final class EnumWords {
    private EnumWords() {}

    /** {@code DG1_READ} as {@code dg1 read}. */
    static String spoken(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code NO_ANSWER} as {@code no-answer}. */
    static String typed(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
