package org.waypost.kiosk.devices;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.passport.AccessKey;
import org.waypost.drivers.passport.AccessPolicy;
import org.waypost.drivers.passport.Authenticity;
import org.waypost.drivers.passport.ChipTerminal;
import org.waypost.drivers.passport.Mechanism;
import org.waypost.drivers.passport.Passport;
import org.waypost.drivers.passport.PassportReader;
import org.waypost.drivers.passport.TrustStore;

/**
 * Readers of passport chips. The list of country signers belongs to the terminal and is not asked for here, so that the
 * chain to a country stays unchecked.
 */
final class ChipCheck implements KindCheck<ChipTerminal> {

    private static final PassportReader.Settings SETTINGS =
            new PassportReader.Settings(AccessPolicy.BAC_WITHOUT_PACE, PassportReader.Settings.LONGEST);
    private static final int MRZ_FIELDS = 3;

    private final InstantSource clock;

    ChipCheck(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Class<ChipTerminal> type() {
        return ChipTerminal.class;
    }

    @Override
    public Duration limit() {
        return PassportReader.Settings.LONGEST.plusSeconds(5);
    }

    @Override
    public String invitation() {
        return "lay a passport on the reader, closed, its chip down";
    }

    @Override
    public String silence() {
        return "the reader is known to the PC/SC service and sees no chip";
    }

    @Override
    public Reading<List<Line>> look(ChipTerminal device, Duration patience) {
        return KindCheck.told(device.await(patience), channel -> {
            channel.close();
            return List.of();
        });
    }

    @Override
    public Function<ChipTerminal, Reading<List<Line>>> reading(Duration patience, Talk talk) {
        AccessKey key = key(talk.askHidden(
                "the six digits of the card access number, or number, birth and expiry (YYMMDD) with spaces between"));
        return device -> {
            PassportReader reader = new PassportReader(device, () -> TrustStore.NONE, SETTINGS, clock, stage -> {});
            return KindCheck.told(reader.read(key, Optional.empty(), patience), ChipCheck::checks);
        };
    }

    private static AccessKey key(Optional<String> typed) {
        List<String> fields =
                Arrays.stream(typed.orElse("").strip().split("\\s+")).toList();
        try {
            return fields.size() == MRZ_FIELDS
                    ? new AccessKey.MrzKey(fields.get(0), fields.get(1), fields.get(2))
                    : new AccessKey.Can(fields.getFirst());
        } catch (IllegalArgumentException noKey) {
            throw new Misuse("what was typed opens no chip: six digits, or three fields as they are printed");
        }
    }

    private static List<Line> checks(Passport passport) {
        try (passport) {
            List<Line> lines = new ArrayList<>();
            lines.add(new Line("read", "a passport chip; what stands in it is not shown"));
            lines.add(new Line(
                    "opened", "by " + EnumWords.spoken(passport.report().access())));
            for (Mechanism mechanism : Mechanism.values()) {
                lines.add(new Line(
                        "check",
                        EnumWords.spoken(mechanism) + ": "
                                + outcome(passport.report().of(mechanism))));
            }
            lines.add(new Line(
                    "picture", passport.portrait().isPresent() ? "decoded, and overwritten again" : "not delivered"));
            return lines;
        }
    }

    private static String outcome(Authenticity authenticity) {
        return switch (authenticity) {
            case Authenticity.Genuine genuine -> "holds";
            case Authenticity.Altered altered -> "DOES NOT HOLD: " + EnumWords.spoken(altered.finding());
            case Authenticity.Unchecked unchecked -> "not checked: " + EnumWords.spoken(unchecked.cause());
        };
    }
}
