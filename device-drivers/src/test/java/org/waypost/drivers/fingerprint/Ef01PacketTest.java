package org.waypost.drivers.fingerprint;

import static java.time.Duration.ZERO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.fingerprint.Ef01Buffer.Kind;
import org.waypost.drivers.fingerprint.Ef01Buffer.Packet;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/** Packets byte for byte, and the search for them in any stream. */
class Ef01PacketTest {
    private static final String DONE = "EF01FFFFFFFF07000300000A";
    private final Ef01Buffer buffer = new Ef01Buffer();

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static void assertPacket(String expected, Ef01Command command) {
        assertEquals(expected, HexFormat.ofDelimiter(" ").withUpperCase().formatHex(command.packet()));
    }

    @ParameterizedTest
    @CsvSource({
        "TAKE_IMAGE,      EF 01 FF FF FF FF 01 00 03 01 00 05",
        "SEND_IMAGE,      EF 01 FF FF FF FF 01 00 03 0A 00 0E",
        "CLEAR_LIBRARY,   EF 01 FF FF FF FF 01 00 03 0D 00 11",
        "READ_PARAMETERS, EF 01 FF FF FF FF 01 00 03 0F 00 13",
        "COUNT_LIBRARY,   EF 01 FF FF FF FF 01 00 03 1D 00 21",
        "TAKE_GOOD_IMAGE, EF 01 FF FF FF FF 01 00 03 28 00 2C",
        "CHECK_SENSOR,    EF 01 FF FF FF FF 01 00 03 36 00 3A",
    })
    void buildsTheWorkedCommands(Ef01Instruction instruction, String packet) {
        assertPacket(packet, Ef01Command.of(instruction));
    }

    @Test
    void buildsTheWorkedCommandsWithParameters() {
        assertPacket("EF 01 FF FF FF FF 01 00 07 13 00 00 00 00 00 1B", Ef01Command.verifyPassword(0));
        assertPacket("EF 01 FF FF FF FF 01 00 07 13 12 34 56 78 01 2F", Ef01Command.verifyPassword(0x12345678));
        assertPacket("EF 01 FF FF FF FF 01 00 05 0E 06 02 00 1C", Ef01Command.setPacketSize(2));
        assertPacket("EF 01 FF FF FF FF 01 00 05 0E 06 03 00 1D", Ef01Command.setPacketSize(3));
        assertPacket("EF 01 FF FF FF FF 01 00 05 0E 04 0C 00 24", Ef01Command.setSpeed(115_200));
        assertPacket("EF 01 FF FF FF FF 01 00 07 35 01 80 02 00 00 C0", LampSignal.READY.command(LampColour.BLUE));
        assertPacket("EF 01 FF FF FF FF 01 00 07 35 04 00 00 00 00 41", LampSignal.OFF.command(LampColour.BLUE));
    }

    @Test
    void knowsNoInstructionThatComparesKeepsOrFetchesAFinger() {
        Set<Integer> forbidden = Set.of(0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0B, 0x1B, 0x32);
        for (Ef01Instruction instruction : Ef01Instruction.values()) {
            assertFalse(forbidden.contains(instruction.code()), instruction::name);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLampHasOneColourWhateverItSays(LampSignal signal) {
        for (LampColour colour : LampColour.values()) {
            byte sent = signal.command(colour).packet()[12];
            assertEquals(signal == LampSignal.OFF ? 0 : colour.code(), sent);
        }
        assertEquals(
                EnumSet.of(LampSignal.READY, LampSignal.READING, LampSignal.DONE, LampSignal.OFF),
                EnumSet.allOf(LampSignal.class));
    }

    @Test
    void noLampIsRedGreenOrYellow() {
        assertEquals(
                Set.of(2, 3, 6, 7),
                EnumSet.allOf(LampColour.class).stream().map(LampColour::code).collect(Collectors.toSet()));
    }

    private List<Packet> packetsOf(byte[] bytes, int piece) throws LinkLost {
        List<Packet> packets = new ArrayList<>();
        Link wire = new Scrap(bytes, piece);
        while (buffer.fill(wire, ZERO)) {
            for (Optional<Packet> packet = buffer.next(); packet.isPresent(); packet = buffer.next()) {
                packets.add(packet.get());
            }
        }
        return packets;
    }

    private Packet only(String packet) throws LinkLost {
        List<Packet> packets = packetsOf(hex(packet), 1000);
        assertEquals(1, packets.size());
        assertFalse(buffer.isNoisy());
        assertTrue(buffer.isEmpty());
        return packets.getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "EF 01 FF FF FF FF 07 00 03 00 00 0A, DONE",
        "EF 01 FF FF FF FF 07 00 03 01 00 0B, PACKET_WRONG",
        "EF 01 FF FF FF FF 07 00 03 02 00 0C, NO_FINGER",
        "EF 01 FF FF FF FF 07 00 03 13 00 1D, PASSWORD_WRONG",
        "EF 01 FF FF FF FF 07 00 03 21 00 2B, PASSWORD_NEEDED",
        "EF 01 FF FF FF FF 07 00 03 FC 01 06, UNSUPPORTED",
        "EF 01 FF FF FF FF 07 00 05 08 00 00 00 14, OTHER",
    })
    void understandsTheWorkedAcknowledges(String packet, Ef01Code code) throws LinkLost {
        Packet found = only(packet);
        assertEquals(Kind.ACKNOWLEDGE, found.kind());
        assertEquals(code, Ef01Code.of(found.content().get(0) & 0xFF));
    }

    @Test
    void understandsTheWorkedParameters() throws LinkLost {
        Packet found = only("EF 01 FF FF FF FF 07 00 13 00 00 00 00 09 00 A2 00 03 FF FF FF FF 00 02 00 06 04 CC");
        assertEquals(17, found.content().capacity());
        assertEquals(2, found.content().getShort(13));
        assertEquals(6, found.content().getShort(15));
    }

    @Test
    void understandsTheWorkedDataPackets() throws LinkLost {
        assertEquals(
                Kind.DATA, only("EF 01 FF FF FF FF 02 00 06 FF F0 7F 00 02 76").kind());
        Packet last = only("EF 01 FF FF FF FF 08 00 06 FF F0 7F 00 02 7C");
        assertEquals(Kind.LAST_DATA, last.kind());
        assertEquals(0xFFF07F00, last.content().getInt(0));
        assertEquals(
                128,
                only("EF01FFFFFFFF020082" + "FF".repeat(128) + "8004").content().capacity());
        assertEquals(
                256,
                only("EF01FFFFFFFF020102" + "FF".repeat(256) + "FF05").content().capacity());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11, 64})
    void findsPacketsHoweverTheyArrive(int piece) throws LinkLost {
        byte[] stream = hex("55" + DONE + "00EF" + DONE + "EF01FFFFFFFF070003 0000 00" + DONE);
        assertEquals(3, packetsOf(stream, piece).size());
        assertTrue(buffer.isNoisy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EF01FFFFFFFE07000300000A",
                "EF01FFFFFFFF03000300000A",
                "EF01FFFFFFFF07000200000A",
                "EF01FFFFFFFF07010300000A",
                "EF01FFFFFFFF07FFFF00000A",
                "EF01FFFFFFFF07000300000B",
            })
    void refusesWhatIsNoPacketAndSearchesBehindIt(String wrong) throws LinkLost {
        List<Packet> found = packetsOf(hex(wrong + DONE), 1000);
        Optional<Packet> behind = found.isEmpty() ? buffer.nextDespiteGap() : Optional.of(found.getFirst());
        assertEquals(Kind.ACKNOWLEDGE, behind.orElseThrow().kind());
        assertTrue(buffer.isNoisy());
    }

    @Test
    void everySingleWrongBitIsSeen() throws LinkLost {
        byte[] data = hex("EF01FFFFFFFF020082" + "A5".repeat(128) + "5304");
        data[data.length - 2] = (byte) ((128 * 0xA5 + 0x84) >> 8);
        data[data.length - 1] = (byte) (128 * 0xA5 + 0x84);
        assertEquals(1, packetsOf(data, 1000).size());
        for (int bit = 0; bit < 8 * data.length; bit++) {
            buffer.wipe();
            byte[] wrong = data.clone();
            wrong[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(0, packetsOf(wrong, 1000).size(), "bit " + bit);
        }
    }

    @Test
    void noBytesAtAllDisturbIt() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int seed = 0; seed < 400; seed++) {
                Random random = new Random(seed);
                byte[] noise = new byte[random.nextInt(20_000)];
                random.nextBytes(noise);
                for (int i = 0; seed % 2 == 0 && i + 9 < noise.length; i += 1 + random.nextInt(40)) {
                    System.arraycopy(hex("EF01FFFFFFFF0201"), 0, noise, i, 8);
                }
                packetsOf(noise, 1 + random.nextInt(3_000));
                buffer.nextDespiteGap();
                buffer.wipe();
            }
        });
    }

    @Test
    void worksOnBehindAFullBufferOfNoise() throws LinkLost {
        byte[] stream = new byte[10_000 + 12];
        Arrays.fill(stream, (byte) 0xEF);
        System.arraycopy(hex(DONE), 0, stream, 10_000, 12);
        assertEquals(1, packetsOf(stream, 700).size());
    }

    /** A link on which bytes already lie and nothing ever follows. */
    private static final class Scrap implements Link {
        private final byte[] bytes;
        private final int piece;
        private int at;

        private Scrap(byte[] bytes, int piece) {
            this.bytes = bytes;
            this.piece = piece;
        }

        @Override
        public void write(byte[] ignored) {}

        @Override
        public int read(byte[] into, int offset, Duration patience) {
            int count = Math.min(piece, Math.min(bytes.length - at, into.length - offset));
            System.arraycopy(bytes, at, into, offset, count);
            at += count;
            return count;
        }

        @Override
        public void speed(int baud) {}

        @Override
        public void drain() {}

        @Override
        public void close() {}
    }
}
