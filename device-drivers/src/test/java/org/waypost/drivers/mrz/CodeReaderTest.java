package org.waypost.drivers.mrz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.CodeFault;
import org.waypost.drivers.simulated.CodeSimulator;

class CodeReaderTest {
    private static final AppointmentCode CODE = AppointmentCode.issued("WP-2026-0042");
    private static final AppointmentCode OTHER = AppointmentCode.issued("WP-2026-0043");

    private final ScriptedLink.Clockwork ticker = new ScriptedLink.Clockwork();

    /** Driver and engine, without threads and without real time. */
    private final class Rig implements AutoCloseable {
        final CodeSimulator simulator;
        final ScriptedLink link;
        final CodeReader reader;

        Rig(CodeEngine engine) {
            simulator = new CodeSimulator(engine);
            link = new ScriptedLink(ticker, simulator::receive);
            reader = new SerialCodeReader(link::open, engine, ticker);
        }

        /** Shows before the read: the engine looks when it is triggered. */
        Reading<CodeOutcome> read(String text, CodeFault... faults) {
            for (CodeFault fault : faults) {
                simulator.arm(fault);
            }
            link.arriveIn(Duration.ofMillis(200), simulator.shown(text));
            return read();
        }

        Reading<CodeOutcome> read() {
            return reader.read(Duration.ofSeconds(2));
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    private static Reading<CodeOutcome> accepted(AppointmentCode code) {
        return new Reading.Taken<>(new CodeOutcome.Accepted(code));
    }

    private static Reading<CodeOutcome> refused(CodeOutcome.Reason reason) {
        return new Reading.Taken<>(new CodeOutcome.Refused(reason));
    }

    private static Reading<CodeOutcome> faulty(Fault fault) {
        return new Reading.Faulty<>(fault);
    }

    private static final Reading<CodeOutcome> NOBODY = new Reading.Nobody<>();

    @ParameterizedTest
    @EnumSource
    void everyEngineReadsACode(CodeEngine engine) {
        try (Rig rig = new Rig(engine)) {
            assertEquals(NOBODY, rig.read());
            assertEquals(accepted(CODE), rig.read(CODE.characters()));
            assertEquals(accepted(OTHER), rig.read(OTHER.characters()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRepeatWithinThreeSecondsIsIgnored(CodeEngine engine) {
        try (Rig rig = new Rig(engine)) {
            assertEquals(accepted(CODE), rig.read(CODE.characters(), CodeFault.DOUBLE_READ));
            assertEquals(NOBODY, rig.read());
            ticker.pause(Duration.ofSeconds(3));
            assertEquals(accepted(CODE), rig.read(CODE.characters()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherCodesAreRefusedWithoutTheirText(CodeEngine engine) {
        try (Rig rig = new Rig(engine)) {
            assertEquals(refused(CodeOutcome.Reason.CHARACTER), rig.read("HTTPS://EXAMPLE.ORG/A"));
            assertEquals(refused(CodeOutcome.Reason.CHARACTER), rig.read("MECARD:N:测试;\r\n;"));
            assertEquals(refused(CodeOutcome.Reason.CHARACTER), rig.read(CODE.characters(), CodeFault.GARBLED_BYTE));
            assertEquals(refused(CodeOutcome.Reason.LENGTH), rig.read(CODE.characters(), CodeFault.OVERLONG));
            assertEquals(refused(CodeOutcome.Reason.LENGTH), rig.read("A1"));
            assertEquals(refused(CodeOutcome.Reason.CHECK_CHARACTER), rig.read("WP-2026-0044-0"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GM65", "NEWLAND"})
    void anEngineThatConfirmsIsHeldToIt(CodeEngine engine) {
        try (Rig rig = new Rig(engine)) {
            assertEquals(faulty(Fault.COMMAND_REFUSED), rig.read(CODE.characters(), CodeFault.REFUSED));
            assertEquals(faulty(Fault.LINK_UNRELIABLE), rig.read(CODE.characters(), CodeFault.TORN));
            assertEquals(faulty(Fault.LINK_UNRELIABLE), rig.read(CODE.characters(), CodeFault.NO_TERMINATOR));
            assertEquals(faulty(Fault.NO_ANSWER), rig.read(CODE.characters(), CodeFault.NO_REPLY));
            assertEquals(accepted(CODE), rig.read(CODE.characters()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HONEYWELL", "CONTINUOUS"})
    void anEngineWithoutLineEndIsReadInSilence(CodeEngine engine) {
        try (Rig rig = new Rig(engine)) {
            assertEquals(accepted(CODE), rig.read(CODE.characters(), CodeFault.NO_TERMINATOR));
            assertEquals(refused(CodeOutcome.Reason.CHECK_CHARACTER), rig.read(OTHER.characters(), CodeFault.TORN));
        }
    }

    @Test
    void aWrongCrcIsAFaultOfTheLine() {
        try (Rig rig = new Rig(CodeEngine.GM65)) {
            assertEquals(faulty(Fault.LINK_UNRELIABLE), rig.read(CODE.characters(), CodeFault.WRONG_CRC));
        }
    }

    @Test
    void aLostCableIsAnAbsentDevice() {
        try (Rig rig = new Rig(CodeEngine.GM65)) {
            rig.link.cut();
            assertEquals(faulty(Fault.DEVICE_ABSENT), rig.read());
            rig.link.mend();
            assertEquals(accepted(CODE), rig.read(CODE.characters()));
        }
    }

    @Test
    void theFramesOfGm65AreThoseOfTheManual() {
        assertFrame("7E000901000000DEC8", Gm65Frame.command(Gm65Frame.SAVE, 0, (byte) 0));
        assertFrame("7E000701002A02D80F", Gm65Frame.command(Gm65Frame.READ, 0x2A, (byte) 2));
        assertFrame("7E000802002A3901A7EA", Gm65Frame.command(Gm65Frame.WRITE, 0x2A, (byte) 0x39, (byte) 1));
        assertFrame("7E00080100020102DA", Gm65Frame.command(Gm65Frame.WRITE, 2, (byte) 1));
        assertFrame("7E00080100020012FB", Gm65Frame.command(Gm65Frame.WRITE, 2, (byte) 0));
        assertFrame("02000001003331", Gm65Frame.reply(0, (byte) 0));
        assertArrayEquals(
                Gm65Frame.command(Gm65Frame.WRITE, 2, (byte) 1),
                CodeEngine.GM65.trigger().orElseThrow().bytes());
        assertTrue(Gm65Frame.crcHolds(HexFormat.of().parseHex("0200000100ABCD")));
        assertFalse(Gm65Frame.crcHolds(HexFormat.of().parseHex("02000001003332")));
    }

    private static void assertFrame(String hex, byte[] frame) {
        assertEquals(hex, HexFormat.of().withUpperCase().formatHex(frame));
    }

    @Test
    void theTriggerOfNewlandIsItsText() {
        assertEquals(
                "~\u00010000#SCNTRG1;\u0003",
                new String(CodeEngine.NEWLAND.trigger().orElseThrow().bytes(), StandardCharsets.US_ASCII));
    }

    /** The example of the GRid standard, which uses the same check character. */
    @Test
    void theCheckCharacterIsThatOfIso7064() {
        assertEquals(
                "A12425GABC1234002M",
                AppointmentCode.issued("A12425GABC1234002").characters());
        assertEquals(
                "A1-2425G-ABC1234002M",
                AppointmentCode.issued("A1-2425G-ABC1234002").characters());
    }

    @Test
    void everySingleWrongCharacterIsFound() {
        String text = CODE.characters();
        for (int i = 0; i < text.length(); i++) {
            for (char wrong : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
                if (text.charAt(i) != '-' && wrong != text.charAt(i)) {
                    String changed = text.substring(0, i) + wrong + text.substring(i + 1);
                    assertEquals(new CodeOutcome.Refused(CodeOutcome.Reason.CHECK_CHARACTER), CodeOutcome.of(changed));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-----A", "wp-2026-0042", "WP 2026 0042", "WP-2026-0042\n"})
    void otherFormsAreNoCode(String text) {
        assertThrows(IllegalArgumentException.class, () -> new AppointmentCode(text));
        assertFalse(CodeOutcome.of(text) instanceof CodeOutcome.Accepted);
    }

    @Test
    void stringsHoldNoCode() {
        assertFalse(accepted(CODE).toString().contains("0042"));
    }
}
