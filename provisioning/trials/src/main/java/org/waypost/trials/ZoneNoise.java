package org.waypost.trials;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.mrz.Mrz;
import org.waypost.drivers.mrz.MrzFraming;
import org.waypost.drivers.mrz.MrzOutcome;
import org.waypost.drivers.mrz.MrzParser;
import org.waypost.drivers.mrz.MrzProfile;
import org.waypost.drivers.mrz.SerialMrzReader;
import org.waypost.drivers.simulated.MrzSimulator;
import org.waypost.drivers.simulated.MrzSpecimen;

/**
 * What the driver of zone readers delivers as read over a line that flips bits, where the reader sends a check byte:
 * never another number or date, but for messages that agree with every check there is. Those, and names, which no digit
 * covers, are counted apart.
 */
final class ZoneNoise {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T00:00:00Z"), UTC);
    /** One bit in so many at which a line still carries most messages whole. */
    private static final double QUIET = 1e-4;

    private final MrzProfile profile;
    private final double flipsPerBit;
    private final NoisyCable.OwnTime time = new NoisyCable.OwnTime();
    private final ZoneCable cable;
    private final Mrz sent;
    private int right;
    private int wrong;
    private int collisions;
    private int wrongOtherwise;

    ZoneNoise(MrzProfile profile, double flipsPerBit) {
        this.profile = profile;
        this.flipsPerBit = flipsPerBit;
        this.cable = new ZoneCable(new MrzSimulator(profile), time, 20261129, flipsPerBit);
        this.sent = parsed(new MrzParser(CLOCK).parse(String.join("\r", MrzSpecimen.PASSPORT.lines())));
    }

    private static Mrz parsed(MrzOutcome outcome) {
        if (outcome instanceof MrzOutcome.Parsed whole) {
            return whole.mrz();
        }
        throw new IllegalStateException("the specimen is not read");
    }

    /** 3M RTE Native with both its checks, as one of its two papers has them. */
    static MrzProfile checkedRte() {
        MrzProfile unchecked = MrzProfile.RTE_NATIVE;
        return new MrzProfile(
                new MrzFraming.Rte(MrzFraming.Length.TO_CHECK, MrzFraming.Check.XOR_AFTER_LENGTH),
                unchecked.parity(),
                unchecked.idleGap(),
                unchecked.prompt(),
                unchecked.evidence());
    }

    /** The profiles with a check byte. */
    static List<MrzProfile> checked() {
        return List.of(MrzProfile.STX_LRC, checkedRte());
    }

    /** Draws so many passports through. */
    ZoneNoise run(int messages) {
        try (SerialMrzReader reader = new SerialMrzReader(() -> cable, profile, new MrzParser(CLOCK), time)) {
            while (cable.messages() < messages) {
                if (reader.read(PATIENCE) instanceof Reading.Taken<MrzOutcome> taken
                        && taken.value() instanceof MrzOutcome.Parsed read) {
                    note(read.mrz());
                }
                // the same zone counts once in 3 s
                time.pause(Duration.ofSeconds(4));
            }
        }
        return this;
    }

    private void note(Mrz read) {
        if (read.equals(sent)) {
            right++;
        } else if (isOfDigits(read)) {
            wrongOtherwise++;
        } else if (ZoneRecount.agrees(cable.arrived(), profile.framing())) {
            collisions++;
        } else {
            wrong++;
        }
    }

    /** Whether all that has a check digit is as sent. */
    private boolean isOfDigits(Mrz read) {
        return read.document().number().equals(sent.document().number())
                && read.document().expiry().equals(sent.document().expiry())
                && read.holder().birth().equals(sent.holder().birth());
    }

    int read() {
        return right;
    }

    /** Bytes that came over the line. */
    long bytes() {
        return cable.bytes();
    }

    /** The figures of one rate. */
    void tell(String rate, Consumer<Figure> figures) {
        String framing = profile.framing() instanceof MrzFraming.Rte ? "rte" : "stx-lrc";
        String name = "zone-noise-" + framing + "-" + rate;
        int least = flipsPerBit <= QUIET ? 1 : 0;
        figures.accept(Figure.noted(name + "-messages", cable.messages(), ""));
        figures.accept(Figure.atLeast(least, name + "-read-right", right, ""));
        figures.accept(Figure.atMost(0, name + "-wrong-number-or-date", wrong, ""));
        figures.accept(Figure.noted(name + "-wrong-and-every-check-agrees", collisions, ""));
        figures.accept(Figure.noted(name + "-wrong-name-state-or-sex", wrongOtherwise, ""));
    }
}
