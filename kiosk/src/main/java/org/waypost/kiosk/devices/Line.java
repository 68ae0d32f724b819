package org.waypost.kiosk.devices;

import java.util.Locale;

/**
 * One line of what is told.
 *
 * @param topic one word
 * @param text nothing of a person
 */
record Line(String topic, String text) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-9s %s", topic, text);
    }
}
