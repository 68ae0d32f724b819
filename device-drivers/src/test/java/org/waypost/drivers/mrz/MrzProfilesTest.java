package org.waypost.drivers.mrz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.mrz.MrzFraming.Check;
import org.waypost.drivers.mrz.MrzFraming.Length;
import org.waypost.drivers.simulated.MrzFault;
import org.waypost.drivers.simulated.MrzSpecimen;

/** Every profile with every specimen and every fault. */
class MrzProfilesTest {
    private static final MrzSpecimen PASSPORT = MrzSpecimen.PASSPORT;
    private static final MrzProfile RTE_START = rte(Length.TO_CHECK, Check.XOR_AFTER_START);
    private static final MrzProfile RTE_LENGTH = rte(Length.TO_END, Check.XOR_AFTER_LENGTH);

    private static MrzProfile rte(Length length, Check check) {
        return new MrzProfile(
                new MrzFraming.Rte(length, check),
                Parity.NONE,
                MrzProfile.RTE_NATIVE.idleGap(),
                MrzProfile.RTE_NATIVE.prompt(),
                MrzProfile.Evidence.DESCRIBED);
    }

    static Stream<MrzProfile> marked() {
        return Stream.of(
                MrzProfile.STX,
                MrzProfile.STX_LRC,
                MrzProfile.STX_LRC.with(Parity.EVEN),
                MrzProfile.RTE_NATIVE,
                RTE_START,
                RTE_LENGTH);
    }

    static Stream<MrzProfile> all() {
        return Stream.concat(
                marked(),
                Stream.of(
                        MrzProfile.LINES,
                        MrzProfile.LINES.with(Parity.EVEN),
                        MrzProfile.LINES.with(Parity.ODD),
                        MrzProfile.TRIGGERED_IMAGER,
                        MrzProfile.POLLED));
    }

    static Stream<MrzProfile> checked() {
        return Stream.of(MrzProfile.STX_LRC, MrzProfile.STX_LRC.with(Parity.EVEN), RTE_START, RTE_LENGTH);
    }

    private static Mrz parsed(Reading<MrzOutcome> reading) {
        var taken = assertInstanceOf(Reading.Taken.class, reading);
        return assertInstanceOf(MrzOutcome.Parsed.class, taken.value()).mrz();
    }

    private static void assertUnreadable(Reading<MrzOutcome> reading) {
        var taken = assertInstanceOf(Reading.Taken.class, reading);
        assertInstanceOf(MrzOutcome.Unreadable.class, taken.value());
    }

    private static void assertFault(Fault fault, Reading<MrzOutcome> reading) {
        assertEquals(new Reading.Faulty<MrzOutcome>(fault), reading);
    }

    private static void assertNobody(Reading<MrzOutcome> reading) {
        assertEquals(new Reading.Nobody<MrzOutcome>(), reading);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySpecimenIsRead(MrzProfile profile) {
        for (MrzSpecimen specimen : MrzSpecimen.values()) {
            try (MrzRig rig = new MrzRig(profile)) {
                assertEquals(specimen.format(), parsed(rig.read(specimen)).format());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void silenceIsNobody(MrzProfile profile) {
        try (MrzRig rig = new MrzRig(profile)) {
            assertNobody(rig.read());
            assertNobody(rig.read(PASSPORT, MrzFault.SILENCE));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aSplitMessageIsOne(MrzProfile profile) {
        try (MrzRig rig = new MrzRig(profile)) {
            parsed(rig.read(PASSPORT, MrzFault.SPLIT));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aBrokenMessageIsNeverAZoneAndTheNextIsRead(MrzProfile profile) {
        for (MrzFault fault : List.of(MrzFault.GARBLED_BYTE, MrzFault.OVERLONG, MrzFault.PAUSE_WITHIN)) {
            try (MrzRig rig = new MrzRig(profile)) {
                assertFault(Fault.LINK_UNRELIABLE, rig.read(PASSPORT, fault));
                rig.ticker.pause(Duration.ofSeconds(2));
                parsed(rig.read(PASSPORT));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aMisreadCharacterIsNeverAcceptedAsRead(MrzProfile profile) {
        for (MrzSpecimen specimen : MrzSpecimen.values()) {
            try (MrzRig rig = new MrzRig(profile)) {
                assertNotParsed(rig.read(specimen, MrzFault.MISREAD));
            }
        }
    }

    private static void assertNotParsed(Reading<MrzOutcome> reading) {
        var taken = assertInstanceOf(Reading.Taken.class, reading);
        assertFalse(taken.value() instanceof MrzOutcome.Parsed);
    }

    @ParameterizedTest
    @MethodSource("marked")
    void aMarkedMessageNeedsItsEnd(MrzProfile profile) {
        for (MrzFault fault : List.of(MrzFault.TORN, MrzFault.NO_TERMINATOR)) {
            try (MrzRig rig = new MrzRig(profile)) {
                assertFault(Fault.LINK_UNRELIABLE, rig.read(PASSPORT, fault));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("marked")
    void noiseBeforeTheMarkIsPassedOver(MrzProfile profile) {
        try (MrzRig rig = new MrzRig(profile)) {
            parsed(rig.read(PASSPORT, MrzFault.NOISE_BEFORE));
        }
    }

    @ParameterizedTest
    @MethodSource("checked")
    void aWrongCheckByteIsAFaultOfTheLine(MrzProfile profile) {
        try (MrzRig rig = new MrzRig(profile)) {
            assertFault(Fault.LINK_UNRELIABLE, rig.read(PASSPORT, MrzFault.WRONG_CHECK));
        }
    }

    @Test
    void theCheckByteOfRteIsNotJudgedUnlessAskedFor() {
        try (MrzRig rig = new MrzRig(MrzProfile.RTE_NATIVE)) {
            parsed(rig.read(PASSPORT, MrzFault.WRONG_CHECK));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aDoubleReadIsDeliveredOnceAndAgainAfterThreeSeconds(MrzProfile profile) {
        try (MrzRig rig = new MrzRig(profile)) {
            parsed(rig.read(PASSPORT, MrzFault.DOUBLE_READ));
            assertNobody(rig.read());
            parsed(rig.read(MrzSpecimen.CARD));
            rig.ticker.pause(Duration.ofSeconds(3));
            parsed(rig.read(MrzSpecimen.CARD));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aLostCableIsAnAbsentDeviceUntilItIsMended(MrzProfile profile) {
        try (MrzRig rig = new MrzRig(profile)) {
            rig.link.cut();
            assertFault(Fault.DEVICE_ABSENT, rig.read());
            assertFault(Fault.DEVICE_ABSENT, rig.read());
            rig.link.mend();
            rig.ticker.pause(Duration.ofSeconds(8));
            parsed(rig.read(PASSPORT));
        }
    }

    @Test
    void linesEndAtAWholeZoneOrInSilence() {
        try (MrzRig rig = new MrzRig(MrzProfile.LINES)) {
            parsed(rig.read(PASSPORT, MrzFault.NO_TERMINATOR));
            assertUnreadable(rig.read(PASSPORT, MrzFault.TORN));
            assertUnreadable(rig.read(PASSPORT, MrzFault.NOISE_BEFORE));
            rig.link.arriveIn(Duration.ofMillis(10), "SHORT\r".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertFault(Fault.LINK_UNRELIABLE, rig.read());
        }
    }

    @Test
    void whatWasSwipedBeforeTheReadIsThrownAway() {
        try (MrzRig rig = new MrzRig(MrzProfile.STX)) {
            rig.link.arriveIn(Duration.ZERO, rig.simulator.emitted(PASSPORT.lines()));
            assertNobody(rig.read());
        }
    }

    @Test
    void ofTwoDocumentsAtOnceTheFirstIsRead() {
        try (MrzRig rig = new MrzRig(MrzProfile.STX_LRC)) {
            rig.link.arriveIn(Duration.ofMillis(100), rig.simulator.emitted(PASSPORT.lines()));
            rig.link.arriveIn(Duration.ofMillis(100), rig.simulator.emitted(MrzSpecimen.CARD.lines()));
            assertEquals(MrzFormat.TD3, parsed(rig.read()).format());
        }
    }

    @Test
    void aSecondBeginningDropsTheFirst() {
        try (MrzRig rig = new MrzRig(MrzProfile.STX_LRC)) {
            rig.simulator.arm(MrzFault.TORN);
            rig.link.arriveIn(Duration.ofMillis(100), rig.simulator.emitted(PASSPORT.lines()));
            rig.link.arriveIn(Duration.ofMillis(100), rig.simulator.emitted(MrzSpecimen.CARD.lines()));
            assertEquals(MrzFormat.TD1, parsed(rig.read()).format());
        }
    }

    @Test
    void theFramesAreThoseOfThePapers() {
        try (MrzRig rig = new MrzRig(MrzProfile.STX_LRC)) {
            byte[] frame = rig.simulator
                    .emitted(MrzSpecimen.PASSPORT_EXPIRED.lines())
                    .getFirst()
                    .bytes();
            assertEquals(93, frame.length);
            assertEquals(0x08, frame[92]);
        }
    }

    @Test
    void underscoresOfAnRteReaderAreFillers() {
        try (MrzRig rig = new MrzRig(MrzProfile.RTE_NATIVE)) {
            String name = PASSPORT.lines().getFirst().replaceAll("<+$", "");
            parsed(rig.read(List.of(
                    name + "_".repeat(44 - name.length()), PASSPORT.lines().getLast())));
        }
    }

    @Test
    void aSilentBoxDoesNotAnswer() {
        ScriptedLink.Clockwork ticker = new ScriptedLink.Clockwork();
        ScriptedLink mute = new ScriptedLink(ticker, question -> List.of());
        try (MrzReader reader =
                new SerialMrzReader(mute::open, MrzProfile.POLLED, new MrzParser(MrzVectors.CLOCK), ticker)) {
            assertFault(Fault.NO_ANSWER, reader.read(Duration.ofMillis(100)));
            assertFault(Fault.NO_ANSWER, reader.read(Duration.ofMillis(100)));
            assertFault(Fault.NO_ANSWER, reader.read(Duration.ofSeconds(2)));
        }
    }

    @Test
    void aBabblingReaderEndsInAFault() {
        try (MrzRig rig = new MrzRig(MrzProfile.STX)) {
            for (int i = 0; i < 200; i++) {
                rig.link.arriveIn(
                        Duration.ofMillis(100L * i + 1), HexFormat.of().parseHex("02"));
            }
            long begin = rig.ticker.nanos();
            assertFault(Fault.LINK_UNRELIABLE, rig.read());
            assertTrue(rig.ticker.nanos() - begin < Duration.ofSeconds(9).toNanos());
        }
    }

    @Test
    void aClosedReaderIsNotRead() {
        MrzRig rig = new MrzRig(MrzProfile.STX);
        rig.close();
        assertThrows(IllegalStateException.class, rig::read);
    }
}
