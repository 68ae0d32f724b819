package org.waypost.drivers.camera;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.WatchedArena;
import org.waypost.drivers.simulated.CameraScene;

class JpegSplitterTest {
    private static final CameraScene SCENE = new CameraScene(320, 240);
    private static final byte[] ONE = SCENE.jpeg(1, 100);
    private static final byte[] TWO = SCENE.jpeg(2, 100);

    /** Longer than a torn segment reaches, 65,533 bytes, by two pictures. */
    private static final byte[] CLEAN = clean();

    private static byte[] clean() {
        byte[] stream = joined(ONE, TWO);
        while (stream.length < 65_533 + ONE.length + TWO.length) {
            stream = joined(stream, ONE, TWO);
        }
        return stream;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static List<byte[]> split(byte[] stream) throws IOException, CameraLost {
        List<byte[]> pictures = new ArrayList<>();
        try (JpegSplitter splitter = new JpegSplitter();
                var channel = Channels.newChannel(new ByteArrayInputStream(stream))) {
            Optional<JpegSplitter.Picture> picture = splitter.next(channel);
            while (picture.isPresent()) {
                pictures.add(picture.get().bytes().toArray(ValueLayout.JAVA_BYTE));
                picture = splitter.next(channel);
            }
        }
        return pictures;
    }

    private static void assertSplit(byte[] stream, byte[]... expected) throws IOException, CameraLost {
        List<byte[]> pictures = split(stream);
        assertEquals(expected.length, pictures.size());
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], pictures.get(i));
        }
    }

    private static byte[] segment(int marker, byte[] body) {
        int length = body.length + 2;
        return joined(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length}, body);
    }

    /** The file with more segments after its first mark. */
    private static byte[] with(byte[] file, byte[] segments) {
        return joined(Arrays.copyOf(file, 2), segments, Arrays.copyOfRange(file, 2, file.length));
    }

    @Test
    void cutsBarePicturesByteForByte() throws IOException, CameraLost {
        assertSplit(joined(ONE, TWO, ONE), ONE, TWO, ONE);
    }

    @Test
    void skipsWhatStandsBetween() throws IOException, CameraLost {
        byte[] head = "\r\n--b\r\nContent-Type: image/jpeg\r\n\r\n".getBytes(US_ASCII);
        assertSplit(joined(head, ONE, head, TWO, head, new byte[200_000], ONE), ONE, TWO, ONE);
    }

    @Test
    void theEndOfAThumbnailIsNotTheEnd() throws IOException, CameraLost {
        byte[] whole = with(ONE, segment(0xE1, new CameraScene(64, 64).jpeg(3, 100)));
        assertSplit(joined(whole, TWO), whole, TWO);
    }

    @Test
    void afterAPictureTornAnywhereTheStreamIsFoundAgain() throws IOException, CameraLost {
        for (int cut = 0; cut < ONE.length - 1; cut += 7) {
            List<byte[]> pictures = split(joined(Arrays.copyOf(ONE, cut), CLEAN));
            assertTrue(pictures.size() >= 2, "torn after " + cut + ": " + pictures.size());
            assertArrayEquals(ONE, pictures.get(pictures.size() - 2));
            assertArrayEquals(TWO, pictures.getLast());
        }
    }

    @Test
    void aPictureTornInItsScanCostsNoOther() throws IOException, CameraLost {
        assertSplit(joined(Arrays.copyOf(ONE, ONE.length / 2), TWO, ONE), TWO, ONE);
        assertSplit(joined(Arrays.copyOf(ONE, ONE.length - 1), TWO, ONE), TWO, ONE);
    }

    @Test
    void anUnfinishedPictureAtTheEndIsNone() throws IOException, CameraLost {
        assertSplit(joined(ONE, Arrays.copyOf(TWO, TWO.length - 1)), ONE);
    }

    @Test
    void takesTheLongestPictureAndNoLonger() throws IOException, CameraLost {
        byte[] scan = new byte[JpegSplitter.MOST_BYTES - ONE.length];
        byte[] longest = joined(Arrays.copyOf(ONE, ONE.length - 2), scan, new byte[] {(byte) 0xFF, (byte) 0xD9});
        byte[] longer = joined(Arrays.copyOf(ONE, ONE.length - 2), scan, new byte[] {0, (byte) 0xFF, (byte) 0xD9});
        assertSplit(joined(longest, TWO), longest, TWO);
        assertSplit(joined(longer, TWO), TWO);
    }

    @Test
    void takesThirtyTwoScansAndNoMore() throws IOException, CameraLost {
        byte[] scan = segment(0xDA, new byte[10]);
        byte[] body = Arrays.copyOf(ONE, ONE.length - 2);
        byte[] end = {(byte) 0xFF, (byte) 0xD9};
        byte[] most = body;
        for (int scans = 1; scans < 32; scans++) {
            most = joined(most, scan);
        }
        assertSplit(joined(most, end, TWO), joined(most, end), TWO);
        assertSplit(joined(most, scan, end, TWO), TWO);
    }

    @Test
    void givesUpWhereNoPictureComes() throws IOException {
        int most = (int) JpegSplitter.MOST_WITHOUT_PICTURE;
        try (JpegSplitter splitter = new JpegSplitter();
                var channel = Channels.newChannel(new ByteArrayInputStream(new byte[most + 100_000]))) {
            CameraLost lost = assertThrows(CameraLost.class, () -> splitter.next(channel));
            assertEquals(Fault.LINK_UNRELIABLE, lost.fault());
        }
    }

    @Test
    void anyBytesEndInWholePicturesWithinTheLimits() throws IOException, CameraLost {
        Random random = new Random(20261124);
        int given = 0;
        int refused = 0;
        byte[] good = joined(ONE, TWO);
        for (int i = 0; i < 5_000; i++) {
            byte[] stream = mutated(good, random);
            List<byte[]> pictures = split(stream);
            pictures.forEach(JpegSplitterTest::assertWhole);
            given += pictures.size();
            refused += 2 - Math.min(2, pictures.size());
        }
        assertTrue(given > 1_000 && refused > 1_000, given + " given, " + refused + " refused");
    }

    @Test
    void afterAnyBytesTheStreamIsFoundAgain() throws IOException, CameraLost {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            List<byte[]> pictures = split(joined(mutated(ONE, random), CLEAN));
            assertArrayEquals(TWO, pictures.getLast());
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        switch (random.nextInt(4)) {
            case 0 -> changed = Arrays.copyOf(changed, random.nextInt(changed.length + 4));
            case 1 -> {
                int at = random.nextInt(changed.length);
                changed = joined(Arrays.copyOf(changed, at), Arrays.copyOfRange(bytes, at / 2, bytes.length));
            }
            default -> {
                int reach = random.nextBoolean() ? 700 : changed.length;
                for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
                    changed[random.nextInt(reach)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
                }
            }
        }
        return changed;
    }

    private static void assertWhole(byte[] picture) {
        assertTrue(picture.length <= JpegSplitter.MOST_BYTES);
        assertEquals((byte) 0xD8, picture[1]);
        assertEquals((byte) 0xFF, picture[picture.length - 2]);
        assertEquals((byte) 0xD9, picture[picture.length - 1]);
    }

    @Test
    void whatWasReadIsZeroedBeforeTheMemoryIsGivenBack() throws IOException, CameraLost {
        WatchedArena arena = new WatchedArena();
        try (JpegSplitter splitter = new JpegSplitter(() -> arena);
                var channel = Channels.newChannel(new ByteArrayInputStream(joined(TWO, ONE, TWO)))) {
            for (int i = 0; i < 3; i++) {
                assertTrue(splitter.next(channel).isPresent());
            }
            assertEquals((byte) 0xFF, arena.memory().get(ValueLayout.JAVA_BYTE, 0));
        }
        assertTrue(arena.wasZeroAtTheEnd());
    }
}
