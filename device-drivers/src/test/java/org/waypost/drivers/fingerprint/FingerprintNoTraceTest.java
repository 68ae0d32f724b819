package org.waypost.drivers.fingerprint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.fingerprint.Ef01Rig.FINGER;
import static org.waypost.drivers.fingerprint.Ef01Rig.taken;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.WatchedArena;
import org.waypost.drivers.fingerprint.Ef01Buffer.Kind;
import org.waypost.drivers.fingerprint.Ef01Buffer.Packet;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.simulated.Ef01Fault;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.Ef01Order;

/** Nothing of a finger is left in logs, in buffers or in a closed picture. */
class FingerprintNoTraceTest {
    private static final int PASSWORD = 0x1A2B3C4D;

    @Test
    void logsHoldNothingOfTheFingerNorThePassword() {
        List<String> lines = new ArrayList<>();
        Handler handler = recorder(lines);
        Logger ours = Logger.getLogger("org.waypost");
        Level before = ours.getLevel();
        ours.setLevel(Level.ALL);
        ours.addHandler(handler);
        try {
            captureInGoodAndBadTimes();
        } finally {
            ours.removeHandler(handler);
            ours.setLevel(before);
        }
        assertFalse(lines.isEmpty(), "faults of the device are logged");
        lines.forEach(FingerprintNoTraceTest::assertClean);
    }

    private static void captureInGoodAndBadTimes() {
        for (Ef01Fault fault : List.of(
                new Ef01Fault.NoAnswer(),
                new Ef01Fault.CutAfter(9_000),
                new Ef01Fault.FlippedBits(List.of(70_000)),
                new Ef01Fault.ImageOf(5_000),
                new Ef01Fault.Code(0x0F))) {
            for (int times = 0; times < 4; times += 3) {
                try (Ef01Rig rig = new Ef01Rig(Ef01Model.R503, false, PASSWORD)) {
                    rig.simulator.password(PASSWORD);
                    rig.simulator.templates(3);
                    rig.simulator.arm(Ef01Order.SEND_IMAGE, fault, times);
                    rig.simulator.arm(Ef01Order.COUNT_LIBRARY, new Ef01Fault.NoAnswer(), times);
                    closed(rig);
                    closed(rig);
                    rig.simulator.password(1);
                    closed(rig);
                }
            }
        }
    }

    private static void closed(Ef01Rig rig) {
        if (rig.capture(FINGER) instanceof Reading.Taken<Fingerprint> taken) {
            taken.value().close();
        }
    }

    /** No run of twelve bytes of the picture, packed or not, as hex or base64; no password. */
    private static void assertClean(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        byte[] packed = FINGER.packed(192, 192);
        byte[] middle = Arrays.copyOfRange(packed, 9_216, 9_300);
        for (int i = 0; i + 12 <= middle.length; i++) {
            assertFalse(lower.contains(HexFormat.of().formatHex(middle, i, i + 12)), line);
        }
        assertFalse(line.contains(Base64.getEncoder().encodeToString(middle).substring(0, 16)), line);
        assertFalse(lower.contains("1a2b3c4d") || line.contains(String.valueOf(PASSWORD)), line);
        assertFalse(lower.contains("[b@"), line);
    }

    private static Handler recorder(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(@Nullable LogRecord entry) {
                if (entry != null) {
                    lines.add(new SimpleFormatter().format(entry));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void theFingerprintDescribesItselfWithoutContent() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.R503);
                Fingerprint print = taken(rig.capture(FINGER))) {
            assertEquals("Fingerprint[192x192, 508 dpi]", print.toString());
        }
    }

    @Test
    void aClosedFingerprintCannotBeRead() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.ZFM_20)) {
            Fingerprint print = taken(rig.capture(FINGER));
            MemorySegment pixels = print.pixels();
            assertEquals(256 * 288, pixels.byteSize());
            print.close();
            print.close();
            assertThrows(IllegalStateException.class, () -> pixels.get(ValueLayout.JAVA_BYTE, 0));
        }
    }

    @Test
    void theMemoryOfAFingerprintIsZeroedBeforeItIsGivenBack() {
        WatchedArena arena = new WatchedArena();
        Fingerprint print = new Fingerprint(10, 10, 500, () -> arena);
        arena.memory().fill((byte) 99);
        print.close();
        assertTrue(arena.wasZeroAtTheEnd());
    }

    @Test
    void theMemoryOfAnIntakeIsZeroedBeforeItIsGivenBack() throws LinkLost {
        WatchedArena arena = new WatchedArena();
        try (ImageIntake intake = new ImageIntake(() -> arena)) {
            Ef01Buffer buffer = new Ef01Buffer();
            buffer.fill(new OnePacket(), Duration.ZERO);
            assertTrue(intake.take(buffer.next().orElseThrow()));
            assertEquals((byte) 0xFF, arena.memory().get(ValueLayout.JAVA_BYTE, 0));
        }
        assertTrue(arena.wasZeroAtTheEnd());
    }

    @Test
    void wipingLeavesNothingInTheReceiveBuffer() throws LinkLost {
        Ef01Buffer buffer = new Ef01Buffer();
        buffer.fill(new OnePacket(), Duration.ZERO);
        Packet packet = buffer.next().orElseThrow();
        assertEquals(Kind.DATA, packet.kind());
        ByteBuffer content = packet.content();
        assertEquals(0x7F, content.get(2));
        buffer.wipe();
        byte[] left = new byte[content.capacity()];
        content.get(0, left);
        assertArrayEquals(new byte[left.length], left);
    }

    @Test
    void afterACaptureTheReceiveBufferIsEmpty() {
        for (Ef01Fault fault : List.of(new Ef01Fault.CutAfter(9_000), new Ef01Fault.WrongSum(70))) {
            Ef01Rig rig = new Ef01Rig(Ef01Model.R503);
            rig.simulator.arm(Ef01Order.SEND_IMAGE, fault, 2);
            rig.capture(FINGER);
            assertEmpty(rig.link.orElseThrow().lastReadInto());
            rig.assertTaken(FINGER);
            assertEmpty(rig.link.orElseThrow().lastReadInto());
            rig.close();
        }
    }

    private static void assertEmpty(byte[] buffer) {
        assertTrue(buffer.length > 1_000, "the driver's own receive buffer");
        assertArrayEquals(new byte[buffer.length], buffer);
    }

    /** A link with the worked data packet on it. */
    private static final class OnePacket implements Link {
        @Override
        public void write(byte[] ignored) {}

        @Override
        public int read(byte[] into, int offset, Duration patience) {
            byte[] packet = HexFormat.of().parseHex("EF01FFFFFFFF020006FFF07F000276");
            System.arraycopy(packet, 0, into, offset, packet.length);
            return packet.length;
        }

        @Override
        public void speed(int baud) {}

        @Override
        public void drain() {}

        @Override
        public void close() {}
    }
}
