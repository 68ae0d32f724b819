package org.waypost.kiosk.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets of one start: for each role a token that the browser is started with, and the value of the cookie that it
 * is exchanged for. Both are 256 random bits, base64url; neither outlives the process. Safe for use by several threads.
 */
public final class Keys {
    private static final int BYTES = 32;

    private final Map<Audience, String> tokens = new EnumMap<>(Audience.class);
    private final Map<Audience, String> cookies = new EnumMap<>(Audience.class);

    public Keys(SecureRandom random) {
        for (Audience audience : Audience.values()) {
            tokens.put(audience, secret(random));
            cookies.put(audience, secret(random));
        }
    }

    /** What the address of a role's first page carries. */
    public String token(Audience audience) {
        return tokens.getOrDefault(audience, "");
    }

    boolean opens(String token, Audience audience) {
        return equal(token, token(audience));
    }

    String cookie(Audience audience) {
        return cookies.getOrDefault(audience, "");
    }

    boolean admits(Optional<String> cookie, Audience audience) {
        return audience == Audience.ANYBODY
                || cookie.filter(value -> equal(value, cookie(audience))).isPresent();
    }

    /** In constant time, so that nothing is learned from how long it takes. */
    private static boolean equal(String one, String two) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), two.getBytes(US_ASCII));
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
