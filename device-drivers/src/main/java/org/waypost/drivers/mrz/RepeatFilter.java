package org.waypost.drivers.mrz;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import org.waypost.drivers.device.Ticker;

/**
 * Knows the last text for 3 s after it was last seen, by its digest only. A code held in front of a reader counts once.
 */
final class RepeatFilter {
    private static final Duration WINDOW = Duration.ofSeconds(3);

    private final Ticker ticker;
    private Optional<byte[]> last = Optional.empty();
    private long seenAt;

    RepeatFilter(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Whether this is the text noted or seen less than 3 s ago; if so, the 3 s begin again. */
    boolean isRepeat(String text) {
        if (ticker.nanos() - seenAt >= WINDOW.toNanos()) {
            last = Optional.empty();
        }
        boolean repeat =
                last.map(digest -> MessageDigest.isEqual(digest, digest(text))).orElse(false);
        if (repeat) {
            seenAt = ticker.nanos();
        }
        return repeat;
    }

    /** Remembers a text that was delivered. */
    void note(String text) {
        last = Optional.of(digest(text));
        seenAt = ticker.nanos();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("this Java has no SHA-256", broken);
        }
    }
}
