package org.waypost.drivers.mrz;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any text gets a typed outcome, soon. */
class MrzFuzzTest {
    private static final int TEXTS = 60_000;
    private static final Duration ENOUGH = Duration.ofMinutes(2);
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

    private final Random random = new Random(20261123);
    private final List<String> seeds = MrzVectors.all();

    @Test
    void everyTextGetsAnOutcome() {
        MrzParser parser = new MrzParser(MrzVectors.CLOCK);
        assertTimeout(ENOUGH, () -> {
            for (int i = 0; i < TEXTS; i++) {
                assertSound(parser.parse(text(i % 4)));
            }
        });
    }

    private static void assertSound(MrzOutcome outcome) {
        boolean sound = switch (outcome) {
            case MrzOutcome.Parsed parsed -> isSound(parsed.mrz());
            case MrzOutcome.Repaired repaired -> repaired.changes().size() == 1 && isSound(repaired.mrz());
            case MrzOutcome.Unreadable unreadable -> !unreadable.flaws().isEmpty();
        };
        assertTrue(sound, outcome::toString);
    }

    private static boolean isSound(Mrz mrz) {
        return mrz.accessInformation().length() >= 24
                && !mrz.holder().name().primary().isEmpty();
    }

    private String text(int kind) {
        return switch (kind) {
            case 0 -> noise();
            case 1 -> legal();
            case 2 -> mutated(1 + random.nextInt(2));
            default -> spliced();
        };
    }

    private String noise() {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String legal() {
        StringBuilder text =
                new StringBuilder("PIVAC".substring(random.nextInt(5)).substring(0, 1));
        int length = new int[] {90, 72, 88}[random.nextInt(3)];
        while (text.length() < length) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private String mutated(int changes) {
        StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
        for (int i = 0; i < changes; i++) {
            text.setCharAt(random.nextInt(text.length()), ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** Begin of one zone, end of another. */
    private String spliced() {
        String one = seeds.get(random.nextInt(seeds.size()));
        String other = seeds.get(random.nextInt(seeds.size()));
        int cut = random.nextInt(Math.min(one.length(), other.length()));
        return one.substring(0, cut) + (random.nextInt(3) == 0 ? "\r\n" : "") + other.substring(cut);
    }
}
