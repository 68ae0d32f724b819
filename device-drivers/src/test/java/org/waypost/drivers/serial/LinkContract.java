package org.waypost.drivers.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every link keeps, whatever it is made of. */
abstract class LinkContract {
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(200);

    abstract Link near();

    abstract Link far();

    /** Ends the connection from outside. */
    abstract void cut() throws Exception;

    @Test
    void carriesEveryByteValueBothWays() throws LinkLost {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        near().write(all);
        assertArrayEquals(all, received(far(), all.length));
        far().write(all);
        assertArrayEquals(all, received(near(), all.length));
    }

    @Test
    void keepsTheOrderOfALongMessage() throws LinkLost {
        byte[] message = new byte[2407];
        new Random(7).nextBytes(message);
        far().write(message);
        assertArrayEquals(message, received(near(), message.length));
    }

    @Test
    void readsIntoTheGivenPlaceOnly() throws LinkLost {
        far().write(new byte[] {1, 2, 3});
        byte[] into = new byte[5];
        int first = near().read(into, 3, LONG);
        assertTrue(first == 1 || first == 2);
        assertEquals(0, into[2]);
        assertEquals(1, into[3]);
    }

    @Test
    void silenceIsNoBytesAfterThePatience() throws LinkLost {
        long begin = System.nanoTime();
        assertEquals(0, near().read(new byte[10], 0, SHORT));
        long millis = (System.nanoTime() - begin) / 1_000_000;
        assertTrue(millis >= 150 && millis < 1_000, () -> "waited " + millis + " ms");
    }

    @Test
    void doesNotWaitForMoreThanHasArrived() throws LinkLost {
        far().write(new byte[] {42});
        long begin = System.nanoTime();
        assertEquals(1, near().read(new byte[10], 0, LONG));
        assertTrue(System.nanoTime() - begin < 2_000_000_000L);
    }

    @Test
    void drainingThrowsAwayWhatHasArrived() throws Exception {
        far().write(new byte[100]);
        Thread.sleep(100);
        near().drain();
        far().write(new byte[] {7});
        byte[] into = new byte[10];
        assertEquals(1, near().read(into, 0, LONG));
        assertEquals(7, into[0]);
    }

    @Test
    void carriesBytesAtEverySpeedThatBothEndsHave() throws LinkLost {
        byte[] message = {(byte) 0xEF, 0x01, 0x55, (byte) 0xAA};
        for (int baud : new int[] {9_600, 57_600, 115_200}) {
            near().speed(baud);
            far().speed(baud);
            near().write(message);
            assertArrayEquals(message, received(far(), message.length));
            far().write(message);
            assertArrayEquals(message, received(near(), message.length));
        }
    }

    @Test
    void keepsWhatHasArrivedWhenTheSpeedChanges() throws Exception {
        byte[] message = {1, 2, 3};
        far().write(message);
        Thread.sleep(100);
        near().speed(57_600);
        far().speed(57_600);
        assertArrayEquals(message, received(near(), message.length));
    }

    @Test
    void theEndOfTheConnectionIsNotSilence() throws Exception {
        cut();
        assertThrows(LinkLost.class, () -> {
            for (int i = 0; i < 20; i++) {
                near().read(new byte[10], 0, SHORT);
            }
        });
        assertThrows(LinkLost.class, () -> near().write(new byte[10]));
    }

    @Test
    void aWriteAfterTheEndReturns() throws Exception {
        cut();
        Thread.sleep(100);
        assertThrows(LinkLost.class, () -> near().write(new byte[10]));
    }

    @Test
    void closingTwiceDoesNothing() {
        near().close();
        near().close();
        assertThrows(LinkLost.class, () -> near().read(new byte[10], 0, SHORT));
        assertThrows(LinkLost.class, () -> near().write(new byte[10]));
        assertThrows(LinkLost.class, () -> near().drain());
        assertThrows(LinkLost.class, () -> near().speed(57_600));
    }

    private static byte[] received(Link link, int count) throws LinkLost {
        byte[] whole = new byte[count];
        int at = 0;
        while (at < count) {
            int more = link.read(whole, at, LONG);
            if (more == 0) {
                return Arrays.copyOf(whole, at);
            }
            at += more;
        }
        return whole;
    }
}
