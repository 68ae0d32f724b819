package org.waypost.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Name of one terminal: 1 to 40 lower-case letters, digits and hyphens, and no {@link HubName}. The same text is the
 * common name of its client certificate, its MQTT client id and the last level of its topics.
 */
public record TerminalId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    @JsonCreator
    public TerminalId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a terminal id is 1 to 40 of a-z, 0-9 and hyphen");
        }
        if (HubName.isOne(value)) {
            throw new IllegalArgumentException("this name is a hub's: give the terminal another");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
