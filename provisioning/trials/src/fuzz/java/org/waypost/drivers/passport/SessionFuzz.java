package org.waypost.drivers.passport;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fuzz.Script;
import org.waypost.drivers.simulated.ChipRandom;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.PassportAuthority;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportPicture;
import org.waypost.drivers.simulated.PassportSignature;
import org.waypost.drivers.simulated.PassportSpecimen;
import org.waypost.drivers.simulated.SimulatedChipTerminal;

/**
 * Whole sessions with a chip whose answers are changed on the way: content comes out as the issuer signed it or not at
 * all, and a session nobody disturbs is genuine.
 */
public final class SessionFuzz {
    private static final int MANY = 2_000;
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final PassportAuthority UTOPIA = PassportAuthority.founded("UT", NOW);
    private static final TrustStore TRUST = new TrustStore(1, NOW, List.of(UTOPIA.certificate()), List.of());
    private static final AccessKey ANNA = new AccessKey.MrzKey("L898902C3", "740812", "330415");
    private static final EmrtdCard CARD = PassportSpecimen.old()
            .withDg2(PassportFiles.dg2(PassportPicture.jpeg(16, 24)))
            .personalised(UTOPIA.appoint(PassportSignature.ECDSA, NOW));

    private static final MemorySegment PICTURE = PictureDecoder.decode(
                    PassportPicture.jpeg(16, 24).bytes())
            .orElseThrow()
            .pixels();

    private SessionFuzz() {}

    public static List<byte[]> seeds() {
        return Stream.of(
                        "",
                        "00",
                        "80",
                        "02000701",
                        "04020001",
                        "06000904",
                        "0101",
                        "000503" + "01",
                        "000a04" + "9000",
                        "001004" + "6282",
                        "000804" + "6a82",
                        "000c02" + "10",
                        "010c01" + "ff",
                        "000b05",
                        "002002" + "03",
                        "000301" + "00")
                .map(HexFormat.of()::parseHex)
                .toList();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Script script = new Script(input);
        int kind = script.next();
        SimulatedChipTerminal terminal = new SimulatedChipTerminal(kind % 2 == 0, ChipRandom.secure());
        Optional<EmrtdCard> other = personalisedAnew(kind / 2 % 8, script);
        terminal.place(other.orElse(CARD));
        Meddler meddler = new Meddler(terminal, script);
        var settings = new PassportReader.Settings(AccessPolicy.BAC_WITHOUT_PACE, Duration.ofSeconds(20));
        var reader = new PassportReader(meddler, () -> TRUST, settings, InstantSource.fixed(NOW), stage -> {});
        String printed = kind < 128 ? PassportSpecimen.ANNA : PassportSpecimen.ANNA.replace("ANNA", "INGA");
        Reading<Passport> reading = reader.read(ANNA, Optional.of(new PrintedZone(printed)), Duration.ZERO);
        boolean genuine = switch (reading) {
            case Reading.Taken<Passport> taken -> isGenuine(taken.value(), kind < 128);
            case Reading.Faulty<Passport> faulty -> false;
            case Reading.Nobody<Passport> nobody -> false;
        };
        unless(genuine || meddler.meddled || other.isPresent(), "a session nobody disturbs is genuine");
    }

    private static boolean isGenuine(Passport read, boolean samePrinted) {
        try (Passport passport = read) {
            passport.fields()
                    .ifPresent(fields -> unless(fields.zone().equals(PassportSpecimen.ANNA), "a zone is as signed"));
            boolean same = passport.report().of(Mechanism.ZONE).equals(Authenticity.GENUINE);
            unless(!same || samePrinted, "a zone printed otherwise is seen");
            passport.portrait().ifPresent(portrait -> unless(isAsSigned(portrait), "a portrait is as signed"));
            return passport.fields().isPresent() && passport.portrait().isPresent();
        }
    }

    private static boolean isAsSigned(Portrait portrait) {
        return portrait.width() == 16 && portrait.pixels().mismatch(PICTURE) < 0;
    }

    /** The card with one file changed after the issuer had signed it. */
    private static Optional<EmrtdCard> personalisedAnew(int which, Script script) {
        if (which < 1 || which > 3) {
            return Optional.empty();
        }
        int fid = which == 3 ? EmrtdFile.SECURITY_OBJECT.identifier() : EmrtdCard.dataGroup(which);
        byte[] file = Objects.requireNonNull(CARD.files().get(fid)).clone();
        int at = script.pair() % file.length;
        int more = script.next();
        file[at] += (byte) more;
        return more == 0 ? Optional.empty() : Optional.of(CARD.with(fid, file));
    }

    /** Between chip and terminal: changes the answers that the script names. */
    private static final class Meddler implements ChipTerminal, CardChannel {
        private final ChipTerminal chip;
        private final Script script;
        private Optional<CardChannel> channel = Optional.empty();
        private int untouched;
        private int commands;
        private boolean meddled;

        Meddler(ChipTerminal chip, Script script) {
            this.chip = chip;
            this.script = script;
            this.untouched = script.next();
        }

        @Override
        public Reading<CardChannel> await(Duration patience) {
            return switch (chip.await(patience)) {
                case Reading.Taken<CardChannel> taken -> {
                    channel = Optional.of(taken.value());
                    yield new Reading.Taken<>(this);
                }
                case Reading.Nobody<CardChannel> nobody -> nobody;
                case Reading.Faulty<CardChannel> faulty -> faulty;
            };
        }

        @Override
        public byte[] transmit(byte[] command) throws CardLost {
            unless(commands++ < MANY, "no chip is asked for ever");
            byte[] answer = channel.orElseThrow().transmit(command);
            if (untouched-- > 0 || !script.hasMore()) {
                return answer;
            }
            byte[] changed = changed(answer);
            meddled |= !Arrays.equals(changed, answer);
            untouched = script.next();
            return changed;
        }

        private byte[] changed(byte[] answer) throws CardLost {
            byte[] changed = answer.clone();
            switch (script.next() % 6) {
                case 0 -> changed = script.take(script.next());
                case 1 -> changed[script.next() % changed.length] ^= (byte) script.next();
                case 2 -> changed = Arrays.copyOf(changed, script.next() % changed.length);
                case 3 -> changed[script.next() % changed.length] = (byte) 0x84;
                case 4 -> changed = script.take(2);
                default -> {
                    meddled = true;
                    throw new CardLost("lifted");
                }
            }
            return changed;
        }

        @Override
        public boolean extendedLength() {
            return channel.orElseThrow().extendedLength();
        }

        @Override
        public void close() {
            channel.ifPresent(CardChannel::close);
        }
    }
}
