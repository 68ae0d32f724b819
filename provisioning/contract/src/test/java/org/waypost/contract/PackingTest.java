package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final int LIMIT = Codec.MESSAGE_MAX;

    @Test
    void givesBackWhatWasPackedInWholeSteps() {
        Random random = new Random(20_261_124);
        for (int length : new int[] {0, 1, 255, 256, 257, 2_000, 48_000, LIMIT}) {
            byte[] text = new byte[length];
            random.nextBytes(text);
            for (byte[] each : new byte[][] {text, new byte[length]}) {
                byte[] packed = Packing.pack(each);
                assertEquals(0, packed.length % Packing.STEP);
                assertTrue(packed.length <= length + Packing.STEP + 10, () -> packed.length + " of " + length);
                assertArrayEquals(each, Packing.unpack(packed, LIMIT).orElseThrow());
            }
        }
    }

    /** What is seen on the way does not follow the words. */
    @Test
    void reportsOfOneSizeHaveOneLength() {
        Set<Integer> lengths = new TreeSet<>();
        for (String word : new String[] {"yes", "no", "afraid", "does not know", "我不想", "nothing was said"}) {
            lengths.add(Packing.pack(("{\"words\": \"" + word + "\"}").getBytes(UTF_8)).length);
        }
        assertEquals(Set.of(Packing.STEP), lengths);
    }

    @Test
    void refusesBombsTornOnesAndWhatIsAppended() {
        byte[] bomb = Packing.pack(new byte[LIMIT + 1]);
        assertTrue(bomb.length <= Packing.STEP);
        assertTrue(Packing.unpack(bomb, LIMIT).isEmpty());
        byte[] good = Packing.pack("{}".getBytes(UTF_8));
        assertTrue(Packing.unpack(Arrays.copyOf(good, 2), LIMIT).isEmpty());
        good[Packing.STEP - 1] = 1;
        assertTrue(Packing.unpack(good, LIMIT).isEmpty());
        assertTrue(Packing.unpack("{\"id\": 1}".getBytes(UTF_8), LIMIT).isEmpty());
        assertTrue(Packing.unpack(new byte[0], LIMIT).isEmpty());
    }
}
