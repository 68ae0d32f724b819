package org.waypost.drivers.mrz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.serial.PtyPair;
import org.waypost.drivers.serial.SerialLink;
import org.waypost.drivers.simulated.MrzFault;
import org.waypost.drivers.simulated.MrzSimulator;
import org.waypost.drivers.simulated.MrzSpecimen;

/** How messages may come apart or together on a serial port, for the framings that readers talk in. */
class MrzSerialProfilesIT {
    private static final int BAUD = 9_600;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SETTLING = Duration.ofMillis(200);
    private static final MrzSpecimen PASSPORT = MrzSpecimen.PASSPORT;

    private PtyPair pair;
    private Link far;

    static Stream<MrzProfile> profiles() {
        return Stream.of(MrzProfile.STX_LRC, MrzProfile.RTE_NATIVE, checked(MrzProfile.RTE_NATIVE), MrzProfile.LINES);
    }

    static Stream<MrzProfile> marked() {
        return profiles().filter(profile -> !profile.equals(MrzProfile.LINES));
    }

    private static MrzProfile checked(MrzProfile rte) {
        MrzFraming framing = new MrzFraming.Rte(MrzFraming.Length.TO_CHECK, MrzFraming.Check.XOR_AFTER_LENGTH);
        return new MrzProfile(framing, rte.parity(), rte.idleGap(), rte.prompt(), rte.evidence());
    }

    @BeforeEach
    void connect() throws IOException, InterruptedException, LinkLost {
        pair = PtyPair.laid();
        far = SerialLink.open(pair.far(), BAUD);
    }

    @AfterEach
    void disconnect() throws IOException {
        far.close();
        pair.close();
    }

    /** Bytes that are sent together, so long after those before. */
    private static final class Piece {
        private final long delayNanos;
        private final byte[] bytes;

        Piece(long delayNanos, byte[] bytes) {
            this.delayNanos = delayNanos;
            this.bytes = bytes;
        }
    }

    /** A driver of one profile, and what its device sends. */
    private final class Desk implements AutoCloseable {
        private final MrzSimulator device;
        private final MrzReader reader;
        private volatile CountDownLatch listening = new CountDownLatch(1);

        Desk(MrzProfile profile) {
            this.device = new MrzSimulator(profile);
            this.reader = new SerialMrzReader(
                    () -> new Telling(SerialLink.open(pair.near(), BAUD), () -> listening.countDown()),
                    profile,
                    new MrzParser(MrzVectors.CLOCK),
                    Ticker.SYSTEM);
        }

        byte[] message(MrzSpecimen specimen) {
            return device.emitted(specimen.lines()).getFirst().bytes();
        }

        /** Reads while these pieces arrive, the first once the driver listens. */
        Reading<MrzOutcome> read(Stream<Piece> pieces) throws InterruptedException {
            listening = new CountDownLatch(1);
            Thread hand = Thread.ofVirtual().start(() -> send(pieces));
            Reading<MrzOutcome> reading = reader.read(PATIENCE);
            hand.join();
            // what is still under way would come before the next message
            Thread.sleep(SETTLING);
            return reading;
        }

        Reading<MrzOutcome> read(byte[] message) throws InterruptedException {
            return read(Stream.of(new Piece(0, message)));
        }

        Reading<MrzOutcome> read(MrzSpecimen specimen, MrzFault fault) throws InterruptedException {
            device.arm(fault);
            return read(device.emitted(specimen.lines()).stream()
                    .map(piece -> new Piece(piece.delayNanos(), piece.bytes())));
        }

        private void send(Stream<Piece> pieces) {
            try {
                listening.await();
                for (Piece piece : pieces.toList()) {
                    Ticker.SYSTEM.pause(Duration.ofNanos(piece.delayNanos));
                    far.write(piece.bytes);
                }
            } catch (InterruptedException | LinkLost ended) {
                throw new IllegalStateException(ended);
            }
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    /** A link that tells when the driver has drained it and begins to listen. */
    private record Telling(Link link, Runnable listening) implements Link {
        @Override
        public void write(byte[] bytes) throws LinkLost {
            link.write(bytes);
        }

        @Override
        public int read(byte[] into, int offset, Duration patience) throws LinkLost {
            return link.read(into, offset, patience);
        }

        @Override
        public void speed(int baud) throws LinkLost {
            link.speed(baud);
        }

        @Override
        public void drain() throws LinkLost {
            link.drain();
            listening.run();
        }

        @Override
        public void close() {
            link.close();
        }
    }

    private static void assertRead(MrzSpecimen specimen, Reading<MrzOutcome> reading) {
        var taken = assertInstanceOf(Reading.Taken.class, reading);
        assertEquals(
                specimen.format(),
                assertInstanceOf(MrzOutcome.Parsed.class, taken.value()).mrz().format());
    }

    private static void assertBroken(Reading<MrzOutcome> reading) {
        assertEquals(new Reading.Faulty<MrzOutcome>(Fault.LINK_UNRELIABLE), reading);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void oneByteAtATimeIsOneMessage(MrzProfile profile) throws InterruptedException {
        try (Desk desk = new Desk(profile)) {
            byte[] whole = desk.message(PASSPORT);
            Stream<Piece> bytes = Stream.iterate(0, at -> at < whole.length, at -> at + 1)
                    .map(at -> new Piece(Duration.ofMillis(1).toNanos(), new byte[] {whole[at]}));
            assertRead(PASSPORT, desk.read(bytes));
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aMessageInTwoHalvesIsOne(MrzProfile profile) throws InterruptedException {
        try (Desk desk = new Desk(profile)) {
            assertRead(PASSPORT, desk.read(PASSPORT, MrzFault.SPLIT));
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void ofTwoMessagesInOnePieceTheFirstIsReadAndTheSecondIsNobodys(MrzProfile profile) throws InterruptedException {
        try (Desk desk = new Desk(profile)) {
            byte[] both = joined(desk.message(PASSPORT), desk.message(MrzSpecimen.CARD));
            assertRead(PASSPORT, desk.read(both));
            assertEquals(new Reading.Nobody<MrzOutcome>(), desk.reader.read(Duration.ofMillis(300)));
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void twoDocumentsOneAfterTheOtherAreBothRead(MrzProfile profile) throws InterruptedException {
        try (Desk desk = new Desk(profile)) {
            assertRead(PASSPORT, desk.read(desk.message(PASSPORT)));
            assertRead(MrzSpecimen.CARD, desk.read(desk.message(MrzSpecimen.CARD)));
        }
    }

    @ParameterizedTest
    @MethodSource("marked")
    void garbageBeforeTheMarkIsPassedOver(MrzProfile profile) throws InterruptedException {
        try (Desk desk = new Desk(profile)) {
            assertRead(PASSPORT, desk.read(PASSPORT, MrzFault.NOISE_BEFORE));
        }
    }

    @ParameterizedTest
    @MethodSource("marked")
    void withoutItsEndAMessageIsBrokenAndTheNextIsRead(MrzProfile profile) throws InterruptedException {
        try (Desk desk = new Desk(profile)) {
            assertBroken(desk.read(PASSPORT, MrzFault.NO_TERMINATOR));
            assertRead(PASSPORT, desk.read(desk.message(PASSPORT)));
        }
    }

    /** Without marks garbage is part of the text, and silence is an end as good as a line's. */
    @Test
    void linesHaveNoMarkToTellGarbageByAndNeedNoEnd() throws InterruptedException {
        try (Desk desk = new Desk(MrzProfile.LINES)) {
            byte[] noisy = joined("~~~".getBytes(StandardCharsets.US_ASCII), desk.message(PASSPORT));
            var taken = assertInstanceOf(Reading.Taken.class, desk.read(noisy));
            assertFalse(taken.value() instanceof MrzOutcome.Parsed);
            assertRead(PASSPORT, desk.read(PASSPORT, MrzFault.NO_TERMINATOR));
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aPauseWithinAMessageBreaksItAndTheNextIsRead(MrzProfile profile) throws InterruptedException {
        try (Desk desk = new Desk(profile)) {
            assertBroken(desk.read(PASSPORT, MrzFault.PAUSE_WITHIN));
            assertRead(PASSPORT, desk.read(desk.message(PASSPORT)));
        }
    }
}
