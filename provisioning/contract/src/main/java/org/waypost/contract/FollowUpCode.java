package org.waypost.contract;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What an anonymous reporter carries away to read the desk's answer: {@value #SECRET_BITS} random bits and a checksum
 * of {@value #CHECK_BITS}, shown as {@value #WORDS} words. It is on the reporter's paper and, for a minute, in a
 * station's memory; no message and no store holds it, only what {@link #thread} makes of it.
 *
 * @param value the secret, then the checksum
 */
public record FollowUpCode(BigInteger value) {
    /** Bits that cannot be guessed. */
    public static final int SECRET_BITS = 90;

    /** Bits that tell a mistyped code from another one: one error in 512 is not noticed. */
    public static final int CHECK_BITS = 9;

    /** Words of a code. */
    public static final int WORDS = 9;

    /** Longest text that is looked at, in characters. */
    public static final int TYPED_MAX = 200;

    private static final int MASK = (1 << FollowUpWords.BITS) - 1;

    public FollowUpCode {
        if (value.signum() < 0 || value.bitLength() > SECRET_BITS + CHECK_BITS || !whole(value)) {
            throw new IllegalArgumentException("no follow-up code");
        }
    }

    /** A new one. */
    public static FollowUpCode random(SecureRandom random) {
        BigInteger secret = new BigInteger(SECRET_BITS, random);
        return new FollowUpCode(secret.shiftLeft(CHECK_BITS).add(check(secret)));
    }

    /** Reads what somebody typed or scanned: the words in their order, whatever stands between them. */
    public static Entry read(String typed) {
        List<String> words = Arrays.stream(typed.substring(0, Math.min(typed.length(), TYPED_MAX))
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.size() != WORDS) {
            return new Entry.Mistyped(Slip.COUNT);
        }
        BigInteger value = BigInteger.ZERO;
        for (String word : words) {
            int index = FollowUpWords.index(word);
            if (index < 0) {
                return new Entry.Mistyped(Slip.WORD);
            }
            value = value.shiftLeft(FollowUpWords.BITS).add(BigInteger.valueOf(index));
        }
        return whole(value) ? new Entry.Entered(new FollowUpCode(value)) : new Entry.Mistyped(Slip.CHECKSUM);
    }

    /** Its words, in order. */
    public List<String> words() {
        return IntStream.range(0, WORDS)
                .map(i -> value.shiftRight((WORDS - 1 - i) * FollowUpWords.BITS).intValue() & MASK)
                .mapToObj(FollowUpWords::word)
                .toList();
    }

    /** As a QR code has it: capitals and hyphens, which fit into its alphanumeric mode. */
    public String scannable() {
        return String.join("-", words()).toUpperCase(Locale.ROOT);
    }

    /** What stands for it in messages and stores; takes some tenths of a second and 19 MiB. */
    public TipThread thread() {
        return TipThread.of(value.toString(36).getBytes(US_ASCII));
    }

    private static boolean whole(BigInteger value) {
        BigInteger secret = value.shiftRight(CHECK_BITS);
        return value.equals(secret.shiftLeft(CHECK_BITS).add(check(secret)));
    }

    private static BigInteger check(BigInteger secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("waypost-follow-up-1\n" + secret.toString(36)).getBytes(US_ASCII));
            return new BigInteger(1, Arrays.copyOf(hash, 2)).shiftRight(16 - CHECK_BITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Nothing of it, so that no log ever has it. */
    @Override
    public String toString() {
        return "FollowUpCode";
    }

    /** What was typed. */
    public sealed interface Entry {
        /** A code. */
        record Entered(FollowUpCode code) implements Entry {}

        /** None; what to look at. */
        record Mistyped(Slip slip) implements Entry {}
    }

    /** What is wrong with what was typed. */
    public enum Slip {
        /** There are fewer or more words than nine. */
        COUNT,
        /** One of them is in no code. */
        WORD,
        /** Each is a word, but they do not belong together. */
        CHECKSUM
    }
}
