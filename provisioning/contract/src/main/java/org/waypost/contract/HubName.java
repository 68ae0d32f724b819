package org.waypost.contract;

import java.util.regex.Pattern;

/**
 * Name of one hub: {@code hub}, or {@code hub-1} to {@code hub-99} where several stand side by side. It is the common
 * name of its client certificate and its MQTT client id; no {@link TerminalId} can have it.
 */
public record HubName(String value) {
    private static final Pattern FORM = Pattern.compile("hub(-[1-9][0-9]?)?");

    public HubName {
        if (!isOne(value)) {
            throw new IllegalArgumentException("a hub is named hub, or hub-1 to hub-99");
        }
    }

    /** Whether a text is the name of a hub. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
