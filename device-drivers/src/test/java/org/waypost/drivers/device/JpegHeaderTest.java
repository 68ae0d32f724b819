package org.waypost.drivers.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.drivers.simulated.CameraScene;

class JpegHeaderTest {
    private static final byte[] FILE = new CameraScene(320, 240).jpeg(1, 100);

    /** A file of so few bytes that only its announcement can be large. */
    private static ByteBuffer announcing(int width, int height, int bits, int components) {
        return ByteBuffer.allocate(32)
                .put(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC2, 0, 17, (byte) bits})
                .putShort((short) height)
                .putShort((short) width)
                .put((byte) components);
    }

    @Test
    void readsTheSizeOfARealFile() {
        assertEquals(Optional.of(new JpegHeader(320, 240)), JpegHeader.of(ByteBuffer.wrap(FILE)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 8, 3, true",
        "4096, 2441, 8, 3, true",
        "4096, 2442, 8, 3, false",
        "4097, 1, 8, 3, false",
        "1, 4097, 8, 3, false",
        "0, 9, 8, 3, false",
        "9, 0, 8, 3, false",
        "65535, 65535, 8, 3, false",
        "9, 9, 12, 3, false",
        "9, 9, 8, 4, false",
        "9, 9, 8, 1, true"
    })
    void takesOnlyWhatIsWithinTheLimits(int width, int height, int bits, int components, boolean taken) {
        assertEquals(
                taken,
                JpegHeader.of(announcing(width, height, bits, components)).isPresent());
    }

    @Test
    void anyBytesAreASizeWithinTheLimitsOrNone() {
        Random random = new Random(20261124);
        int sizes = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = FILE.clone();
            for (int flips = 1 + random.nextInt(20); flips > 0; flips--) {
                bytes[random.nextInt(700)] = (byte) random.nextInt();
            }
            ByteBuffer file = ByteBuffer.wrap(bytes, 0, random.nextInt(700)).slice();
            Optional<JpegHeader> header = JpegHeader.of(file);
            header.ifPresent(size -> assertTrue(size.width() >= 1
                    && size.height() >= 1
                    && size.width() <= 4_096
                    && size.height() <= 4_096
                    && size.width() * size.height() <= 10_000_000));
            sizes += header.isPresent() ? 1 : 0;
        }
        assertTrue(sizes > 1_000 && sizes < 199_000, "the mutations reach both sides: " + sizes);
    }
}
