package org.waypost.agent.document;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.waypost.agent.document.TravelDocument.Chip;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.mrz.Mrz;
import org.waypost.drivers.mrz.MrzOutcome;
import org.waypost.drivers.mrz.MrzParser;
import org.waypost.drivers.passport.AccessKey;
import org.waypost.drivers.passport.Passport;
import org.waypost.drivers.passport.PassportFields;
import org.waypost.drivers.passport.PrintedZone;

/**
 * Reads a passport or a card with a zone: the printed zone first, then the chip by the zone's key. Whatever keeps the
 * chip shut, the printed zone is a document, and what it lacks is for a person to see. Used by one thread.
 */
public final class TravelDocumentReader {
    /** How long the chip of a zone that was read may be laid down. */
    public static final Duration CHIP_PATIENCE = Duration.ofSeconds(20);

    private static final Duration SLICE = Duration.ofSeconds(1);
    private static final Duration REST = Duration.ofMillis(100);

    private final Function<Duration, Reading<MrzOutcome>> zones;
    private final Optional<ChipReader> chips;
    private final MrzParser parser;
    private final Ticker ticker;

    /**
     * A reader of passports and cards with a zone.
     *
     * @param zones waits so long for a zone, as {@link org.waypost.drivers.mrz.MrzReader#read}
     * @param chips empty where there is none
     * @param parser of the zone in the chip
     */
    public TravelDocumentReader(
            Function<Duration, Reading<MrzOutcome>> zones,
            Optional<ChipReader> chips,
            MrzParser parser,
            Ticker ticker) {
        this.zones = zones;
        this.chips = chips;
        this.parser = parser;
        this.ticker = ticker;
    }

    /** As {@link org.waypost.drivers.passport.PassportReader#read}. */
    @FunctionalInterface
    public interface ChipReader {
        Reading<Passport> read(AccessKey key, Optional<PrintedZone> printed, Duration patience);
    }

    /**
     * Reads the document that is presented.
     *
     * @param patience how long to wait for a zone; its chip then has {@link #CHIP_PATIENCE}
     * @param wanted whether anybody still waits for it
     * @return {@code Taken}: the caller closes it. {@code Faulty}: of the zone's reader, or {@code CARD_UNREADABLE} for
     *     a text that is no zone, {@code CARD_UNKNOWN} for the zone of a visa, which identifies nobody
     */
    public Reading<TravelDocument> read(Duration patience, BooleanSupplier wanted) {
        return switch (zones.apply(patience)) {
            case Reading.Nobody<MrzOutcome> nobody -> new Reading.Nobody<>();
            case Reading.Faulty<MrzOutcome> faulty -> new Reading.Faulty<>(faulty.fault());
            case Reading.Taken<MrzOutcome> taken -> read(taken.value(), wanted);
        };
    }

    private Reading<TravelDocument> read(MrzOutcome zone, BooleanSupplier wanted) {
        return switch (zone) {
            case MrzOutcome.Parsed parsed -> read(zone, parsed.mrz(), wanted);
            case MrzOutcome.Repaired repaired -> read(zone, repaired.mrz(), wanted);
            case MrzOutcome.Unreadable unreadable -> new Reading.Faulty<>(Fault.CARD_UNREADABLE);
        };
    }

    private Reading<TravelDocument> read(MrzOutcome zone, Mrz printed, BooleanSupplier wanted) {
        return switch (printed.format()) {
            case TD1, TD2, TD3 -> new Reading.Taken<>(TravelDocument.of(zone, printed, chip(key(printed), wanted)));
            case MRV_A, MRV_B -> new Reading.Faulty<>(Fault.CARD_UNKNOWN);
        };
    }

    private static AccessKey key(Mrz printed) {
        return new AccessKey.MrzKey(
                printed.document().number(),
                printed.holder().birth().characters(),
                printed.document().expiry().characters());
    }

    private Chip chip(AccessKey key, BooleanSupplier wanted) {
        return chips.map(reader -> chip(reader, key, wanted)).orElse(new Chip.NotRead(ChipObstacle.NO_READER));
    }

    private Chip chip(ChipReader reader, AccessKey key, BooleanSupplier wanted) {
        long until = ticker.nanos() + CHIP_PATIENCE.toNanos();
        while (true) {
            // the printed text is not kept with its optional data; its fields are compared with the chip's instead
            Reading<Passport> reading = reader.read(key, Optional.empty(), SLICE);
            if (isSettled(reading) || ticker.nanos() - until >= 0 || !wanted.getAsBoolean()) {
                return chip(reading);
            }
            ticker.pause(REST);
        }
    }

    private static boolean isSettled(Reading<Passport> reading) {
        return switch (reading) {
            case Reading.Taken<Passport> taken -> true;
            case Reading.Nobody<Passport> nobody -> false;
            case Reading.Faulty<Passport> faulty -> !ChipObstacle.mayPass(faulty.fault());
        };
    }

    private Chip chip(Reading<Passport> reading) {
        return switch (reading) {
            case Reading.Taken<Passport> taken ->
                new Chip.Read(taken.value(), taken.value().fields().flatMap(this::signed));
            case Reading.Nobody<Passport> nobody -> new Chip.NotRead(ChipObstacle.ABSENT);
            case Reading.Faulty<Passport> faulty -> new Chip.NotRead(ChipObstacle.of(faulty.fault()));
        };
    }

    private Optional<Mrz> signed(PassportFields fields) {
        return switch (parser.parse(fields.zone())) {
            case MrzOutcome.Parsed parsed -> Optional.of(parsed.mrz());
            case MrzOutcome.Repaired repaired -> Optional.empty();
            case MrzOutcome.Unreadable unreadable -> Optional.empty();
        };
    }
}
