package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.passport.PassportBench.ANNA;
import static org.waypost.drivers.passport.PassportBench.ECDSA;
import static org.waypost.drivers.passport.PassportBench.RSA_PSS;
import static org.waypost.drivers.passport.PassportBench.UTOPIA;
import static org.waypost.drivers.passport.PassportBench.trusting;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.ChipCurve;
import org.waypost.drivers.simulated.ChipRandom;
import org.waypost.drivers.simulated.ChipSigningKey;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportPicture;
import org.waypost.drivers.simulated.PassportSpecimen;
import org.waypost.drivers.simulated.SimulatedChipTerminal;

/**
 * Whatever a chip answers ends in a typed outcome: no exception, no endless loop, and never content that was changed.
 */
class FuzzTest {
    private static final long SEED = 20261123;
    /** Half of what is announced; a whole honest session takes a fiftieth of it. */
    private static final long MOST_ALLOCATED = 1L << 30;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final EmrtdCard CARD = PassportSpecimen.modern().personalised(ECDSA);
    private static final byte[] DG1 = PassportFiles.dg1(PassportSpecimen.ANNA);
    private static final Authenticity EARLIER = new Authenticity.Unchecked(Authenticity.Cause.EARLIER_STEP);
    private static final MemorySegment PICTURE = PictureDecoder.decode(
                    PassportPicture.jpeg(240, 320).bytes())
            .orElseThrow()
            .pixels();

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        switch (random.nextInt(4)) {
            case 0 -> changed = Arrays.copyOf(changed, random.nextInt(changed.length + 4));
            case 1 -> random.nextBytes(changed);
            default -> {
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
            }
        }
        return changed;
    }

    @Test
    void objectsOfAnyBytes() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            Tlv.first(bytes).flatMap(tlv -> tlv.child(random.nextInt(256))).ifPresent(tlv -> {
                assertTrue(tlv.length() <= bytes.length);
            });
        }
    }

    @Test
    void securityObjectsOfAnyBytes() {
        Random random = new Random(SEED);
        byte[] good = RSA_PSS.securityObject(Map.of(1, DG1, 2, new byte[] {0x75, 0}));
        TrustStore trust = trusting(UTOPIA);
        Set<Authenticity> seen = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            byte[] changed = mutated(good, random);
            SecurityObject.of(changed).ifPresent(object -> {
                var passive = new PassiveAuthentication(trust, PassportBench.CLOCK, object);
                if (Arrays.equals(changed, good)) {
                    return;
                }
                assertNothingGained(object, passive);
                seen.add(passive.chain());
            });
        }
        assertTrue(seen.size() > 1, "the changes reach the certificate: " + seen);
    }

    /** Changed bytes are never all that they were: signed, and by a trusted signer, and over the same digests. */
    private static void assertNothingGained(SecurityObject object, PassiveAuthentication passive) {
        boolean signed = passive.signature().equals(Authenticity.GENUINE);
        boolean trusted = passive.chain().equals(Authenticity.GENUINE);
        boolean same = object.holds(EmrtdFile.DG1, DG1);
        assertTrue(!signed || same, "a signature holds over the digests it was made for");
        Optional<PassportFields> fields = Optional.of(new PassportFields(PassportSpecimen.ANNA));
        if (!trusted) {
            assertEquals(EARLIER, passive.countries(fields));
            assertEquals(EARLIER, passive.revocation());
            assertNotEquals(Authenticity.GENUINE, passive.validity());
        } else {
            assertEquals(Authenticity.GENUINE, passive.countries(fields));
            assertEquals(Authenticity.GENUINE, passive.validity());
            assertEquals(new Authenticity.Unchecked(Authenticity.Cause.NO_REVOCATION_LIST), passive.revocation());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void activeAuthenticationOfAnyBytes(boolean rsa) {
        Random random = new Random(SEED);
        ChipSigningKey key = rsa ? ChipSigningKey.rsa() : ChipSigningKey.ecdsa(ChipCurve.NIST_P256);
        byte[] dg15 = PassportFiles.dg15(key);
        int keys = 0;
        for (int i = 0; i < 300; i++) {
            byte[] signature = new byte[i % 2 == 0 ? rsa ? 256 : 64 : random.nextInt(300)];
            random.nextBytes(signature);
            Optional<ActiveAuthentication> read = ActiveAuthentication.of(i % 4 < 2 ? dg15 : mutated(dg15, random));
            read.ifPresent(one -> assertFalse(one.verifies(new byte[8], signature)));
            keys += read.isPresent() ? 1 : 0;
        }
        assertTrue(keys >= 150, "the key as it is, and some that were changed");
    }

    /** JMRTD would take as much memory as a chip announces: 2 GiB, which no terminal has. */
    @Test
    void answersThatAnnounceMoreThanTheyHold() {
        SimulatedChipTerminal terminal = new SimulatedChipTerminal(true, ChipRandom.secure());
        for (int answer = 0; answer < 60; answer++) {
            terminal.place(CARD);
            var reader = PassportBench.reader(
                    new BoastfulTerminal(terminal, answer), AccessPolicy.BAC_AFTER_FAILED_PACE, trusting(UTOPIA));
            long before = allocated();
            Reading<Passport> reading = reader.read(ANNA, Optional.empty(), Duration.ZERO);
            long taken = allocated() - before;
            assertTrue(taken < MOST_ALLOCATED, "answer " + answer + ": " + taken + " bytes");
            assertAsSigned(reading);
        }
    }

    /** By all threads, since a session runs on one of its own. */
    private static long allocated() {
        return THREADS.getTotalThreadAllocatedBytes();
    }

    private static void assertAsSigned(Reading<Passport> reading) {
        if (reading instanceof Reading.Taken<Passport> taken) {
            try (Passport passport = taken.value()) {
                passport.fields().ifPresent(fields -> assertEquals(PassportSpecimen.ANNA, fields.zone()));
                passport.portrait()
                        .ifPresent(
                                portrait -> assertEquals(-1, portrait.pixels().mismatch(PICTURE)));
            }
        }
    }

    @Test
    void chipsOfAnyAnswer() {
        Random random = new Random(SEED);
        for (int i = 0; i < 40; i++) {
            SimulatedChipTerminal terminal = new SimulatedChipTerminal(i % 2 == 0, ChipRandom.secure());
            terminal.place(CARD);
            int from = random.nextInt(60);
            var reader = PassportBench.reader(
                    new FuzzedTerminal(terminal, random, from), AccessPolicy.BAC_AFTER_FAILED_PACE, trusting(UTOPIA));
            assertAsSigned(reader.read(ANNA, Optional.empty(), Duration.ZERO));
        }
    }

    @Test
    void filesOfAnyBytesInsideTheChannel() {
        Random random = new Random(SEED);
        Integer[] files = CARD.files().keySet().toArray(Integer[]::new);
        Arrays.sort(files);
        for (int i = 0; i < 35; i++) {
            int fid = files[i % files.length];
            byte[] good = java.util.Objects.requireNonNull(CARD.files().get(fid));
            SimulatedChipTerminal terminal = new SimulatedChipTerminal(true, ChipRandom.secure());
            terminal.place(CARD.with(fid, mutated(good, random)));
            var reader = PassportBench.reader(terminal, AccessPolicy.BAC_WITHOUT_PACE, trusting(UTOPIA));
            assertAsSigned(reader.read(ANNA, Optional.empty(), Duration.ZERO));
        }
    }

    /** Changes every third answer or so, from some answer on. */
    private record FuzzedTerminal(ChipTerminal inner, Random random, int from) implements ChipTerminal {

        @Override
        public Reading<CardChannel> await(Duration patience) {
            return inner.await(patience) instanceof Reading.Taken<CardChannel> taken
                    ? new Reading.Taken<>(new FuzzedChannel(taken.value(), random, from))
                    : new Reading.Nobody<>();
        }
    }

    private static final class FuzzedChannel implements CardChannel {
        private final CardChannel inner;
        private final Random random;
        private int untouched;

        FuzzedChannel(CardChannel inner, Random random, int untouched) {
            this.inner = inner;
            this.random = random;
            this.untouched = untouched;
        }

        @Override
        public byte[] transmit(byte[] command) throws CardLost {
            byte[] answer = inner.transmit(command);
            return untouched-- > 0 || random.nextInt(3) > 0 ? answer : mutated(answer, random);
        }

        @Override
        public boolean extendedLength() {
            return inner.extendedLength();
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    /** Gives one answer the greatest length that four bytes can name. */
    private record BoastfulTerminal(ChipTerminal inner, int at) implements ChipTerminal {

        @Override
        public Reading<CardChannel> await(Duration patience) {
            return inner.await(patience) instanceof Reading.Taken<CardChannel> taken
                    ? new Reading.Taken<>(new BoastfulChannel(taken.value(), at))
                    : new Reading.Nobody<>();
        }
    }

    private static final class BoastfulChannel implements CardChannel {
        private final CardChannel inner;
        private int left;

        BoastfulChannel(CardChannel inner, int left) {
            this.inner = inner;
            this.left = left;
        }

        @Override
        public byte[] transmit(byte[] command) throws CardLost {
            byte[] answer = inner.transmit(command);
            return left-- == 0 && answer.length > 12 ? boastful(answer) : answer;
        }

        private static byte[] boastful(byte[] answer) {
            byte[] changed = answer.clone();
            byte[] length = {(byte) 0x84, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xF0};
            System.arraycopy(length, 0, changed, 1, length.length);
            return changed;
        }

        @Override
        public boolean extendedLength() {
            return inner.extendedLength();
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
