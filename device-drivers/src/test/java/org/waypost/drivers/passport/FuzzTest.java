package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.passport.PassportBench.ANNA;
import static org.waypost.drivers.passport.PassportBench.ECDSA;
import static org.waypost.drivers.passport.PassportBench.RSA_PSS;
import static org.waypost.drivers.passport.PassportBench.UTOPIA;
import static org.waypost.drivers.passport.PassportBench.trusting;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.ChipRandom;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportSpecimen;
import org.waypost.drivers.simulated.SimulatedChipTerminal;

/**
 * Whatever a chip answers ends in a typed outcome: no exception, no endless loop, and never content that was changed.
 */
class FuzzTest {
    private static final long SEED = 20261123;
    private static final EmrtdCard CARD = PassportSpecimen.modern().personalised(ECDSA);

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
        byte[] good =
                RSA_PSS.securityObject(Map.of(1, PassportFiles.dg1(PassportSpecimen.ANNA), 2, new byte[] {0x75, 0}));
        TrustStore trust = trusting(UTOPIA);
        for (int i = 0; i < 1_000; i++) {
            SecurityObject.of(mutated(good, random)).ifPresent(object -> {
                var passive = new PassiveAuthentication(trust, PassportBench.CLOCK, object);
                passive.signature();
                passive.chain();
                passive.countries(Optional.of(new PassportFields(PassportSpecimen.ANNA)));
                passive.validity();
                passive.revocation();
            });
        }
    }

    @Test
    void activeAuthenticationOfAnyBytes() {
        Random random = new Random(SEED);
        byte[] dg15 = java.util.Objects.requireNonNull(CARD.files().get(EmrtdCard.dataGroup(15)));
        for (int i = 0; i < 300; i++) {
            byte[] signature = new byte[random.nextInt(300)];
            random.nextBytes(signature);
            ActiveAuthentication.of(mutated(dg15, random))
                    .ifPresent(key -> assertTrue(!key.verifies(new byte[8], signature)));
        }
    }

    /** JMRTD would take as much memory as a chip announces: 2 GiB, which no terminal has. */
    @Test
    void answersThatAnnounceMoreThanTheyHold() {
        SimulatedChipTerminal terminal = new SimulatedChipTerminal(true, ChipRandom.secure());
        for (int answer = 0; answer < 60; answer++) {
            terminal.place(CARD);
            var reader = PassportBench.reader(
                    new BoastfulTerminal(terminal, answer), AccessPolicy.BAC_AFTER_FAILED_PACE, trusting(UTOPIA));
            if (reader.read(ANNA, Optional.empty(), Duration.ZERO) instanceof Reading.Taken<Passport> taken) {
                taken.value().close();
            }
        }
    }

    @Test
    void chipsOfAnyAnswer() {
        Random random = new Random(SEED);
        for (int i = 0; i < 80; i++) {
            SimulatedChipTerminal terminal = new SimulatedChipTerminal(i % 2 == 0, ChipRandom.secure());
            terminal.place(CARD);
            int from = random.nextInt(60);
            var reader = PassportBench.reader(
                    new FuzzedTerminal(terminal, random, from), AccessPolicy.BAC_AFTER_FAILED_PACE, trusting(UTOPIA));
            if (reader.read(ANNA, Optional.empty(), Duration.ZERO) instanceof Reading.Taken<Passport> taken) {
                try (Passport passport = taken.value()) {
                    passport.fields()
                            .ifPresent(fields -> assertTrue(fields.zone().equals(PassportSpecimen.ANNA)));
                }
            }
        }
    }

    @Test
    void filesOfAnyBytesInsideTheChannel() {
        Random random = new Random(SEED);
        Integer[] files = CARD.files().keySet().toArray(Integer[]::new);
        Arrays.sort(files);
        for (int i = 0; i < 70; i++) {
            int fid = files[i % files.length];
            byte[] good = java.util.Objects.requireNonNull(CARD.files().get(fid));
            SimulatedChipTerminal terminal = new SimulatedChipTerminal(true, ChipRandom.secure());
            terminal.place(CARD.with(fid, mutated(good, random)));
            var reader = PassportBench.reader(terminal, AccessPolicy.BAC_WITHOUT_PACE, trusting(UTOPIA));
            if (reader.read(ANNA, Optional.empty(), Duration.ZERO) instanceof Reading.Taken<Passport> taken) {
                taken.value().close();
            }
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
