package org.waypost.drivers.simulated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulator against the worked packets, without the driver. */
class Ef01SimulatorTest {
    private static final String START = "EF01FFFFFFFF";
    private static final String DONE = START + "07000300000A";
    private static final String PACKET_WRONG = START + "07000301000B";
    private static final String UNSUPPORTED = START + "070003FC0106";
    private static final String TAKE = START + "010003010005";
    private static final String SEND = START + "0100030A000E";

    private final Ef01Simulator simulator = new Ef01Simulator(Ef01Model.R503, false);

    private static byte[] send(Ef01Simulator simulator, String packet) {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        for (Ef01Sending piece : simulator.receive(HexFormat.of().parseHex(packet.replace(" ", "")))) {
            reply.writeBytes(piece.emission().bytes());
        }
        return reply.toByteArray();
    }

    private static void assertReply(Ef01Simulator simulator, String packet, String reply) {
        assertEquals(reply.replace(" ", ""), HexFormat.of().withUpperCase().formatHex(send(simulator, packet)));
    }

    private void assertReply(String packet, String reply) {
        assertReply(simulator, packet, reply);
    }

    @ParameterizedTest
    @CsvSource({
        "EF 01 FF FF FF FF 01 00 07 13 00 00 00 00 00 1B",
        "EF 01 FF FF FF FF 01 00 07 12 12 34 56 78 01 2E",
        "EF 01 FF FF FF FF 01 00 05 0E 06 02 00 1C",
        "EF 01 FF FF FF FF 01 00 05 0E 06 03 00 1D",
        "EF 01 FF FF FF FF 01 00 05 0E 04 0C 00 24",
        "EF 01 FF FF FF FF 01 00 05 0E 05 03 00 1C",
        "EF 01 FF FF FF FF 01 00 03 0D 00 11",
        "EF 01 FF FF FF FF 01 00 07 35 01 80 02 00 00 C0",
        "EF 01 FF FF FF FF 01 00 07 35 03 00 01 00 00 41",
        "EF 01 FF FF FF FF 01 00 07 35 04 00 00 00 00 41",
        "EF 01 FF FF FF FF 01 00 07 35 02 20 04 0A 00 6D",
        "EF 01 FF FF FF FF 01 00 03 36 00 3A",
        "EF 01 FF FF FF FF 01 00 03 40 00 44",
    })
    void doesTheWorkedCommands(String packet) {
        assertReply(packet, DONE);
    }

    @ParameterizedTest
    @CsvSource({
        "EF01FFFFFFFF010003010006, wrong sum",
        "EF01FFFFFFFF020003010006, data without a command",
        "EF01FFFFFFFF07000301000B, an acknowledge",
        "EF01FFFFFFFF010002, too short",
        "EF01FFFFFFFF010103, too long",
        "EF01FFFFFFFF01000401000006, a parameter too many",
        "EF01FFFFFFFF010003130017, parameters missing",
    })
    void isStrictAboutPackets(String packet, String why) {
        assertReply(packet, PACKET_WRONG);
        assertEquals(List.of(), simulator.commands(), why);
        assertReply(TAKE, START + "07000302000C");
    }

    @Test
    void isStrictAboutAddressAndHeader() {
        assertReply("EF0100000001010003010005", START + "07000320002A");
        assertReply("EF02FFFFFFFF010003010005", "");
        assertReply("EFEF01FFFFFFFF010003010005", START + "07000302000C");
    }

    @ParameterizedTest
    @CsvSource({"04", "1B", "32"})
    void refusesEverySearchAndRemembersIt(String instruction) {
        for (Ef01Model model : Ef01Model.values()) {
            Ef01Simulator one = new Ef01Simulator(model, false);
            int sum = 4 + Integer.parseInt(instruction, 16);
            assertReply(
                    one,
                    START + "010003" + instruction
                            + HexFormat.of().withUpperCase().toHexDigits((short) sum),
                    UNSUPPORTED);
            assertEquals(List.of(instruction.toLowerCase(Locale.ROOT)), one.commands());
        }
    }

    @Test
    void knowsNoStoreAndNoTemplates() {
        assertReply(START + "0100060601000000 0E", UNSUPPORTED);
        assertReply(START + "0100060701000000 0F", UNSUPPORTED);
        assertReply(START + "010004020100 08", UNSUPPORTED);
        assertReply(new Ef01Simulator(Ef01Model.ZFM_20, false), START + "0100060601000000 0E", "");
    }

    @Test
    void tellsItsParameters() {
        assertReply(
                new Ef01Simulator(Ef01Model.ZFM_20, false),
                "EF 01 FF FF FF FF 01 00 03 0F 00 13",
                "EF 01 FF FF FF FF 07 00 13 00 00 00 00 09 00 A2 00 03 FF FF FF FF 00 02 00 06 04 CC");
    }

    @Test
    void countsAndClearsItsLibrary() {
        simulator.templates(258);
        assertReply(START + "0100031D0021", START + "07000500 0102 000F");
        assertReply(START + "0100030D0011", DONE);
        assertReply(START + "0100031D0021", START + "07000500 0000 000C");
    }

    @Test
    void wantsThePasswordFirstWhereOneIsSet() {
        simulator.password(0x12345678);
        assertReply(TAKE, START + "07000321002B");
        assertReply(START + "01000713000000000 01B".replace(" ", ""), START + "07000313001D");
        assertReply(TAKE, START + "07000321002B");
        assertReply(START + "01000713123456780 12F".replace(" ", ""), DONE);
        assertReply(TAKE, START + "07000302000C");
    }

    @Test
    void sendsThePictureInPacketsOfTheSizeThatWasSet() {
        SpecimenFinger finger = SpecimenFinger.of(1);
        assertReply(SEND, START + "07000315001F");
        simulator.touch(finger);
        assertReply(TAKE, DONE);
        for (int code = 0; code < 4; code++) {
            send(
                    simulator,
                    START + "0100050E060" + code + "00"
                            + HexFormat.of().withUpperCase().toHexDigits((byte) (0x1A + code)));
            int size = 32 << code;
            byte[] sent = send(simulator, SEND);
            assertEquals(12 + 18_432 / size * (size + 11), sent.length);
            byte[] packed = finger.packed(192, 192);
            for (int i = 0; i < 18_432 / size; i++) {
                int at = 12 + i * (size + 11);
                assertEquals(i == 18_432 / size - 1 ? 8 : 2, sent[at + 6]);
                assertArrayEquals(
                        Arrays.copyOfRange(packed, i * size, (i + 1) * size),
                        Arrays.copyOfRange(sent, at + 9, at + 9 + size));
            }
        }
    }

    @Test
    void buildsTheWorkedDataPackets() {
        byte[] four = HexFormat.of().parseHex("FFF07F00");
        HexFormat hex = HexFormat.of().withUpperCase();
        assertEquals("EF01FFFFFFFF020006FFF07F000276", hex.formatHex(Ef01Packets.packet(2, four)));
        assertEquals("EF01FFFFFFFF080006FFF07F00027C", hex.formatHex(Ef01Packets.packet(8, four)));
        byte[] white = new byte[256];
        Arrays.fill(white, (byte) 0xFF);
        byte[] packet = Ef01Packets.packet(2, Arrays.copyOf(white, 128));
        assertEquals(139, packet.length);
        assertEquals("EF01FFFFFFFF020082", hex.formatHex(packet, 0, 9));
        assertEquals("8004", hex.formatHex(packet, 137, 139));
        assertEquals("FF05", hex.formatHex(Ef01Packets.packet(2, white), 265, 267));
    }

    @Test
    void keepsThePictureBeforeWhenNoFingerLiesThere() {
        simulator.touch(SpecimenFinger.of(1));
        assertReply(TAKE, DONE);
        byte[] before = send(simulator, SEND);
        simulator.lift();
        assertReply(TAKE, START + "07000302000C");
        assertArrayEquals(before, send(simulator, SEND));
        simulator.restart();
        assertReply(SEND, START + "07000315001F");
    }

    @Test
    void changesItsSpeedAfterTheAcknowledge() {
        List<Ef01Sending> sent = simulator.receive(HexFormat.of().parseHex(START + "0100050E040C0024"));
        assertEquals(List.of(57_600), sent.stream().map(Ef01Sending::baud).toList());
        assertEquals(115_200, simulator.baud());
        assertReply(START + "0100050E040D0025", START + "0700031B0025");
    }

    @ParameterizedTest
    @CsvSource({"57600, 3.48", "115200, 1.74"})
    void keepsThePaceOfTheWire(int baud, double seconds) {
        Ef01Simulator paced = new Ef01Simulator(Ef01Model.R503, true);
        paced.baud(baud);
        paced.touch(SpecimenFinger.of(1));
        send(paced, TAKE);
        long nanos = paced.receive(HexFormat.of().parseHex(SEND)).stream()
                .mapToLong(piece -> piece.emission().delayNanos())
                .sum();
        assertEquals(seconds, nanos / 1e9, 0.01);
    }

    @Test
    void aFaultOfAnAnswerThatIsSilenceIsSilence() {
        Ef01Simulator silent = new Ef01Simulator(Ef01Model.ZFM_20, false);
        for (Ef01Fault fault : List.of(
                new Ef01Fault.CutAfter(7),
                new Ef01Fault.FlippedBits(List.of(40)),
                new Ef01Fault.WrongSum(0),
                new Ef01Fault.LostPacket(0),
                new Ef01Fault.Stuttered(1))) {
            silent.arm(Ef01Order.LAMP, fault);
            byte[] lampOff = HexFormat.of().parseHex("EF01FFFFFFFF01000735040000000041");
            assertEquals(List.of(), silent.receive(lampOff), fault::toString);
        }
    }

    @Test
    void noBytesAtAllDisturbIt() {
        Random random = new Random(20261124);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            if (noise.length > 9) {
                System.arraycopy(HexFormat.of().parseHex("EF01FFFFFFFF0100"), 0, noise, random.nextInt(2), 8);
            }
            simulator.receive(noise);
        }
        simulator.receive(new byte[300]);
        assertReply(TAKE, START + "07000302000C");
    }

    @Test
    void aFingerIsTheSameEveryTimeAndUnlikeEveryOther() {
        byte[] one = SpecimenFinger.of(1).packed(256, 288);
        assertArrayEquals(one, SpecimenFinger.of(1).packed(256, 288));
        assertEquals(383_969_551, Arrays.hashCode(one), "the same on every machine");
        assertFalse(Arrays.equals(one, SpecimenFinger.of(2).packed(256, 288)));
        assertFalse(Arrays.equals(one, SpecimenFinger.of(1).at(5, 0).packed(256, 288)));
        for (FingerCondition condition : FingerCondition.values()) {
            boolean clean = condition == FingerCondition.CLEAN;
            assertEquals(
                    clean, Arrays.equals(one, SpecimenFinger.of(1).in(condition).packed(256, 288)));
        }
    }
}
