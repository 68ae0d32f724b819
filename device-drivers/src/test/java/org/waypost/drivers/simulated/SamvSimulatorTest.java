package org.waypost.drivers.simulated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulator against the worked frames, without the driver. */
class SamvSimulatorTest {
    private static final String FIND = "aaaaaa96690003200122";
    private static final String SELECT = "aaaaaa96690003200221";
    private static final String READ = "aaaaaa96690003300132";
    private static final String READ_ALL = "aaaaaa96690003301023";
    private static final String FOUND = "aaaaaa9669000800009f0000000097";
    private static final String SELECTED = "aaaaaa9669000c00009000000000000000009c";

    private final SamvSimulator simulator = new SamvSimulator(IdleHabit.KEEPS_REPORTING, WirePace.unpaced());

    private byte[] send(String request) {
        return send(simulator, request);
    }

    private static byte[] send(SamvSimulator simulator, String request) {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        for (Emission piece : simulator.receive(HexFormat.of().parseHex(request))) {
            reply.writeBytes(piece.bytes());
        }
        return reply.toByteArray();
    }

    private void assertReply(String request, String reply) {
        assertEquals(reply, HexFormat.of().formatHex(send(request)));
    }

    private byte[] readWholly(String read) {
        assertReply(FIND, FOUND);
        assertReply(SELECT, SELECTED);
        return send(read);
    }

    private static CardImage withPhoto(SpecimenCard specimen, String start) {
        return CardImage.of(specimen.content(), Arrays.copyOf(HexFormat.of().parseHex(start), 1024));
    }

    @ParameterizedTest
    @CsvSource({
        "TEST_JIA,  '',               78",
        "TEST_JIA,  574c66007e003200, 49",
        "TEST_YI,   '',               f2",
        "ALEX_2017, '',               e5",
        "ALEX_2023, '',               99",
    })
    void sendsTheWorkedReadFrames(SpecimenCard specimen, String photo, String check) {
        simulator.place(withPhoto(specimen, photo));
        byte[] frame = readWholly(READ);
        assertEquals(1295, frame.length);
        assertEquals("aaaaaa9669050800009001000400", HexFormat.of().formatHex(frame, 0, 14));
        assertEquals(check, HexFormat.of().formatHex(frame, 1294, 1295));
        assertArrayEquals(specimen.content().text(), Arrays.copyOfRange(frame, 14, 270));
    }

    @Test
    void sendsTheWorkedFrameWithoutFingerprints() {
        simulator.place(withPhoto(SpecimenCard.TEST_JIA, ""));
        byte[] frame = readWholly(READ_ALL);
        assertEquals(1297, frame.length);
        assertEquals("aaaaaa9669050a000090010004000000", HexFormat.of().formatHex(frame, 0, 16));
        assertEquals("7a", HexFormat.of().formatHex(frame, 1296, 1297));
    }

    @Test
    void sendsTheNewestAddressIfThereIsOne() {
        simulator.place(SpecimenCard.TEST_JIA.image());
        byte[] none = readWholly("aaaaaa96690003300330");
        assertEquals("aaaaaa9669000400009195", HexFormat.of().formatHex(none));
        simulator.newestAddress("示例省样本市新住址3号");
        byte[] frame = readWholly("aaaaaa96690003300330");
        assertEquals(81, frame.length);
        assertEquals("aaaaaa9669004a000090", HexFormat.of().formatHex(frame, 0, 10));
        assertEquals("36", HexFormat.of().formatHex(frame, 80, 81));
        assertTrue(simulator.commands().contains(SamvCommand.READ_NEWEST_ADDRESS));
    }

    @ParameterizedTest
    @CsvSource({
        "aaaaaa9669000310ffec, aaaaaa9669000400009094",
        "aaaaaa9669000311ffed, aaaaaa9669000400009094",
        "aaaaaa9669000312ffee, aaaaaa96690014000090050001002502330139300000b168de3aa1",
        "aaaaaa96690003600063, aaaaaa9669000400009094",
        "aaaaaa96690003600162, aaaaaa9669000400009094",
        "aaaaaa96690003600261, aaaaaa9669000400009094",
        "aaaaaa96690003600360, aaaaaa9669000400009094",
        "aaaaaa96690003600467, aaaaaa9669000400009094",
        "aaaaaa9669000461ff50ca, aaaaaa9669000400009094",
        "aaaaaa96690003200123, aaaaaa9669000400001014",
        "aaaaaa9669000420010025, aaaaaa9669000400001115",
        "aaaaaa9669000220, aaaaaa9669000400001115",
        "aaaaaa96690003200320, aaaaaa9669000400002125",
        "aaaaaa96690003300536, aaaaaa9669000400002125",
        "aaaaaa96690003200122, aaaaaa9669000400008084",
        "aaaaaa96690003200221, aaaaaa9669000400008185",
        "aaaaaa96690003300132, aaaaaa9669000400004145",
        "aaaaaa96690003301023, aaaaaa9669000400004145",
    })
    void answersWithoutACardAsTheDeviceDoes(String request, String reply) {
        assertReply(request, reply);
    }

    @Test
    void wantsAllThreeStepsForEveryReading() {
        simulator.place(SpecimenCard.TEST_JIA.image());
        assertReply(SELECT, "aaaaaa9669000400008185");
        assertReply(FIND, FOUND);
        assertReply(READ, "aaaaaa9669000400004145");
        assertEquals(1295, readWholly(READ).length);
        assertReply(READ, "aaaaaa9669000400004145");
        assertReply(SELECT, "aaaaaa9669000400008185");
    }

    @Test
    void reportsACardByItsHabit() {
        simulator.place(SpecimenCard.TEST_JIA.image());
        assertReply(FIND, FOUND);
        assertReply(FIND, FOUND);
        SamvSimulator once = new SamvSimulator(IdleHabit.REPORTS_ONCE, WirePace.unpaced());
        once.place(SpecimenCard.TEST_JIA.image());
        assertEquals(15, send(once, FIND).length);
        assertEquals(11, send(once, FIND).length);
        once.remove();
        once.place(SpecimenCard.TEST_JIA.image());
        assertEquals(15, send(once, FIND).length);
    }

    @Test
    void answersOnlyWholeRequestsAndSkipsWhatIsNone() {
        assertEquals(0, send("00ff55aaaaaa9669000320").length);
        assertReply("0122", "aaaaaa9669000400008084");
        assertReply("aaaa" + FIND, "aaaaaa9669000400008084");
        assertReply("aaaaaa9669ffff", "aaaaaa9669000400001115");
        assertEquals(List.of(SamvCommand.FIND, SamvCommand.FIND), simulator.commands());
    }

    @Test
    void keepsThePaceOfTheWire() {
        SamvSimulator paced = new SamvSimulator(IdleHabit.KEEPS_REPORTING, WirePace.ofBaud(9600));
        paced.place(SpecimenCard.TEST_JIA.image());
        send(paced, FIND);
        send(paced, SELECT);
        long nanos = paced.receive(HexFormat.of().parseHex(READ)).stream()
                .mapToLong(Emission::delayNanos)
                .sum();
        assertEquals(1.35, nanos / 1e9, 0.02);
    }

    @Test
    void servesStreamsUntilTheInputEnds() {
        simulator.place(SpecimenCard.TEST_JIA.image());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        simulator.serve(new ByteArrayInputStream(HexFormat.of().parseHex(FIND + SELECT + READ)), out);
        assertEquals(15 + 19 + 1295, out.size());
    }
}
