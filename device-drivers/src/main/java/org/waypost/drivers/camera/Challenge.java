package org.waypost.drivers.camera;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which means a camera wants to be told who asks (RFC 9110, section 11.6.1).
 *
 * @param scheme in small letters, such as {@code digest}
 * @param parameters by their names in small letters; printable ASCII without quotes and backslashes
 */
record Challenge(String scheme, Map<String, String> parameters) {
    /** Of all challenges together; a camera needs less than 500. */
    private static final int LONGEST = 4_096;

    private static final Pattern SCHEME = Pattern.compile("\\s*,?\\s*([A-Za-z][A-Za-z0-9-]{0,20})(?=\\s|,|$)(?!\\s*=)");
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*,?\\s*([A-Za-z-]{1,20})\\s*=\\s*(?:\"([ !#-\\[\\]-~]*+)\"|([!#-+.-:<-\\[\\]-~-]++))");

    Challenge {
        parameters = Map.copyOf(parameters);
    }

    /** Reads the value of {@code WWW-Authenticate}, up to what is no longer readable. */
    static List<Challenge> all(String text) {
        List<Challenge> found = new ArrayList<>();
        String within = text.length() > LONGEST ? "" : text;
        Matcher scheme = SCHEME.matcher(within);
        int at = 0;
        while (at < within.length() && scheme.region(at, within.length()).lookingAt()) {
            Map<String, String> parameters = new HashMap<>();
            at = parameters(within, scheme.end(), parameters);
            found.add(new Challenge(scheme.group(1).toLowerCase(Locale.ROOT), parameters));
        }
        return found;
    }

    private static int parameters(String text, int from, Map<String, String> into) {
        Matcher parameter = PARAMETER.matcher(text);
        int at = from;
        while (parameter.region(at, text.length()).lookingAt()) {
            String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
            into.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
            at = parameter.end();
        }
        return at;
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Never with its values: a nonce is of use to whoever listens. */
    @Override
    public String toString() {
        return scheme + parameters.keySet();
    }
}
