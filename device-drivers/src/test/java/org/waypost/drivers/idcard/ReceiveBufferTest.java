package org.waypost.drivers.idcard;

import static java.time.Duration.ZERO;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.idcard.ReceiveBuffer.Frame;
import org.waypost.drivers.serial.LinkLost;

class ReceiveBufferTest {
    private static final String FOUND = "aaaaaa966900080000 9f0000000097".replace(" ", "");
    private final ReceiveBuffer buffer = new ReceiveBuffer();

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private List<Frame> framesOf(byte[] bytes, int piece) throws LinkLost {
        List<Frame> frames = new ArrayList<>();
        Wire wire = new Wire(bytes, piece);
        while (buffer.fill(wire, ZERO)) {
            for (Optional<Frame> frame = buffer.next(); frame.isPresent(); frame = buffer.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }

    @ParameterizedTest
    @CsvSource({
        "90, 94, DONE",
        "10, 14, CHECKSUM_WRONG",
        "11, 15, LENGTH_WRONG",
        "21, 25, COMMAND_UNKNOWN",
        "23, 27, NOT_PERMITTED",
        "24, 20, UNRECOGNISED",
        "31, 35, CARD_REFUSED_MODULE",
        "32, 36, MODULE_REFUSED_CARD",
        "33, 37, VERIFICATION_FAILED",
        "40, 44, CARD_TYPE_UNKNOWN",
        "41, 45, READ_FAILED",
        "47, 43, RANDOM_FAILED",
        "60, 64, SELF_TEST_FAILED",
        "66, 62, NOT_AUTHORISED",
        "80, 84, NO_CARD",
        "81, 85, SELECT_FAILED",
        "91, 95, ITEM_EMPTY",
    })
    void understandsTheWorkedStatusFrames(String sw3, String check, SamvStatus status) throws LinkLost {
        List<Frame> frames = framesOf(hex("aaaaaa966900040000" + sw3 + check), 100);
        assertEquals(1, frames.size());
        assertEquals(status, frames.getFirst().status());
        assertEquals(4, frames.getFirst().length());
    }

    @Test
    void understandsTheWorkedFramesWithData() throws LinkLost {
        assertEquals(SamvStatus.FOUND, framesOf(hex(FOUND), 100).getFirst().status());
        assertEquals(
                SamvStatus.DONE,
                framesOf(hex("aaaaaa9669000c00009000000000000000009c"), 100)
                        .getFirst()
                        .status());
        Frame number = framesOf(hex("aaaaaa966900140000900500010025023301393000 00b168de3aa1"), 100)
                .getFirst();
        assertEquals(16, number.data().capacity());
        assertEquals(5, number.data().get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11, 64})
    void findsFramesHoweverTheyArrive(int piece) throws LinkLost {
        byte[] stream = hex("aaaa" + FOUND + "00ff" + FOUND + "aaaaaa9669 0003 000000" + FOUND);
        assertEquals(3, framesOf(stream, piece).size());
    }

    @Test
    void searchesInsideAFrameWhoseChecksumIsWrong() throws LinkLost {
        byte[] hidden = hex("aaaaaa9669 0013 000090" + FOUND + "00");
        assertEquals(1, framesOf(hidden, 100).size());
    }

    @Test
    void searchesBehindAFrameThatNeverEnds() throws LinkLost {
        assertTrue(framesOf(hex("aaaaaa9669 0900 000090" + FOUND), 100).isEmpty());
        assertEquals(SamvStatus.FOUND, buffer.nextDespiteGap().orElseThrow().status());
        assertTrue(buffer.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0003", "0961", "ffff", "8000"})
    void refusesImpossibleLengths(String length) throws LinkLost {
        assertEquals(
                1, framesOf(hex("aaaaaa9669" + length + "000000" + FOUND), 100).size());
    }

    @Test
    void wipingLeavesNothingInAViewHandedOut() throws LinkLost {
        ByteBuffer data = framesOf(hex("aaaaaa966900140000900500010025023301393000 00b168de3aa1"), 100)
                .getFirst()
                .data();
        buffer.wipe();
        byte[] left = new byte[data.capacity()];
        data.get(0, left);
        assertArrayEquals(new byte[left.length], left);
    }

    @Test
    void noBytesAtAllDisturbIt() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int seed = 0; seed < 400; seed++) {
                Random random = new Random(seed);
                byte[] noise = new byte[random.nextInt(20_000)];
                random.nextBytes(noise);
                for (int i = 0; seed % 2 == 0 && i + 7 < noise.length; i += 1 + random.nextInt(40)) {
                    System.arraycopy(hex("aaaaaa966905"), 0, noise, i, 6);
                }
                framesOf(noise, 1 + random.nextInt(3_000));
                buffer.nextDespiteGap();
                buffer.wipe();
            }
        });
    }

    @Test
    void worksOnBehindAFullBufferOfNoise() throws LinkLost {
        byte[] noise = new byte[10_000];
        System.arraycopy(hex("aaaaaa9669 0960"), 0, noise, 0, 7);
        byte[] stream = new byte[noise.length + 15];
        System.arraycopy(noise, 0, stream, 0, noise.length);
        System.arraycopy(hex(FOUND), 0, stream, noise.length, 15);
        assertEquals(1, framesOf(stream, 700).size());
    }
}
