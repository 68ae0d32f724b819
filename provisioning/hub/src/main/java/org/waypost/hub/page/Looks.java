package org.waypost.hub.page;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.waypost.hub.tip.TipDesk;

/**
 * Looks at tips that were recorded and are still on somebody's screen, so that the page's photos load without a second
 * recording and nothing loads without a first. In memory, bounded. Safe for use by several threads.
 */
final class Looks {
    /** How long a page may load what belongs to it. */
    static final Duration OPEN = Duration.ofMinutes(5);

    /** Most looks at a time; the oldest goes. */
    static final int MOST = 50;

    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final LinkedHashMap<String, Open> open = new LinkedHashMap<>();

    Looks(InstantSource clock) {
        this.clock = clock;
    }

    /** A name for a look, which nobody can guess. */
    synchronized String begin(TipDesk.Look.Shown shown) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (open.size() == MOST) {
            open.pollFirstEntry();
        }
        open.put(name, new Open(shown, clock.instant().plus(OPEN)));
        return name;
    }

    /** What is looked at; empty if there is no such look, or no longer. */
    synchronized Optional<TipDesk.Look.Shown> shown(String name) {
        Instant now = clock.instant();
        open.values().removeIf(look -> look.end.isBefore(now));
        return Optional.ofNullable(open.get(name)).map(Open::shown);
    }

    private record Open(TipDesk.Look.Shown shown, Instant end) {}
}
