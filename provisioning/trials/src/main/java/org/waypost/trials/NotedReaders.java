package org.waypost.trials;

import java.lang.foreign.ValueLayout;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.agent.document.TravelDocument;
import org.waypost.agent.document.TravelDocumentReader;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Health;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.fingerprint.CaptureProgress;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.idcard.SamvCardReader;
import org.waypost.drivers.idcard.SamvSettings;
import org.waypost.drivers.mrz.MrzParser;
import org.waypost.drivers.passport.AccessPolicy;
import org.waypost.drivers.passport.PassportReader;
import org.waypost.drivers.passport.TrustStore;
import org.waypost.drivers.simulated.ChipRandom;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.Ef01Simulator;
import org.waypost.drivers.simulated.IdleHabit;
import org.waypost.drivers.simulated.PassportAuthority;
import org.waypost.drivers.simulated.PassportSignature;
import org.waypost.drivers.simulated.PassportSpecimen;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SimulatedChipTerminal;
import org.waypost.drivers.simulated.SimulatedFingerprintReader;
import org.waypost.drivers.simulated.SpecimenCard;
import org.waypost.drivers.simulated.SpecimenFinger;
import org.waypost.drivers.simulated.SpecimenPortraitDecoder;
import org.waypost.drivers.simulated.WirePace;

/**
 * The product's readers of cards, passports and fingers on simulated devices that do not wait, with a note of every
 * picture of a card and of some rows of every print and of a chip's picture that they took.
 */
final class NotedReaders {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SamvSimulator cards = new SamvSimulator(IdleHabit.KEEPS_REPORTING, WirePace.unpaced());
    private final SimulatedFingerprintReader fingers =
            new SimulatedFingerprintReader(new Ef01Simulator(Ef01Model.AS608, false));
    private final PassportReader passports = chipReader();
    private final List<byte[]> pictures = new ArrayList<>();
    private final List<byte[]> prints = new ArrayList<>();
    private final List<byte[]> chipPictures = new ArrayList<>();
    private final HealthMonitor cardHealth =
            new HealthMonitor(DeviceKind.ID_CARD_READER, "card", InstantSource.system());
    private final HealthMonitor fingerHealth =
            new HealthMonitor(DeviceKind.FINGERPRINT_MODULE, "finger", InstantSource.system());

    /** A card is laid and lifted, read by a fresh driver, as the kiosk does for each party's turn. */
    Reading<Document> card(SpecimenCard card) {
        cards.place(card.image());
        Reading<Document> reading = card();
        if (pictures.size() == 1 && reading instanceof Reading.Taken<Document> taken) {
            taken.value()
                    .portrait()
                    .ifPresent(portrait -> pictures.add(portrait.pixels().toArray(ValueLayout.JAVA_BYTE)));
        }
        cards.remove();
        return reading;
    }

    private Reading<Document> card() {
        try (SamvCardReader reader = new SamvCardReader(
                cards::connect, this::decode, SamvSettings.usual().polledEvery(Duration.ofMillis(1)), Ticker.SYSTEM)) {
            return cardHealth.observe(() -> reader.read(PATIENCE));
        }
    }

    private Optional<Portrait> decode(byte[] block) {
        pictures.add(block.clone());
        return new SpecimenPortraitDecoder().decode(block);
    }

    /** A finger is laid. */
    Reading<Fingerprint> finger(SpecimenFinger finger) {
        fingers.touch(finger);
        Reading<Fingerprint> reading = fingerHealth.observe(() -> fingers.capture(PATIENCE, CaptureProgress.UNHEARD));
        if (reading instanceof Reading.Taken<Fingerprint> taken) {
            Fingerprint print = taken.value();
            long middle = (long) print.width() * (print.height() / 2);
            prints.add(print.pixels().asSlice(middle, 2L * print.width()).toArray(ValueLayout.JAVA_BYTE));
        }
        return reading;
    }

    /** The specimen passport, its zone as text, its chip by the product's reader. */
    Reading<TravelDocument> passport() {
        MrzParser parser = new MrzParser(Clock.systemUTC());
        TravelDocumentReader reader = new TravelDocumentReader(
                patience -> new Reading.Taken<>(parser.parse(PassportSpecimen.ANNA)),
                Optional.of(passports::read),
                parser,
                Ticker.SYSTEM);
        Reading<TravelDocument> reading = reader.read(PATIENCE, () -> true);
        if (chipPictures.isEmpty() && reading instanceof Reading.Taken<TravelDocument> taken) {
            taken.value().portrait().ifPresent(portrait -> chipPictures.add(eyes(portrait)));
        }
        return reading;
    }

    /** Some rows of a picture, of which whole ones would be too many needles. */
    private static byte[] eyes(Portrait portrait) {
        long row = 3L * portrait.width();
        return portrait.pixels()
                .asSlice(row * portrait.height() * 2 / 5, 8 * row)
                .toArray(ValueLayout.JAVA_BYTE);
    }

    private static PassportReader chipReader() {
        Instant now = Instant.now();
        SimulatedChipTerminal terminal = new SimulatedChipTerminal(false, ChipRandom.secure());
        terminal.place(PassportSpecimen.modern()
                .personalised(PassportAuthority.founded("UT", now).appoint(PassportSignature.ECDSA, now)));
        var settings = new PassportReader.Settings(AccessPolicy.PACE_ONLY, PassportReader.Settings.LONGEST);
        return new PassportReader(terminal, () -> TrustStore.NONE, settings, InstantSource.system(), stage -> {});
    }

    /** Card reader and fingerprint module, as a technician sees them. */
    List<Health> health() {
        return List.of(cardHealth.health(), fingerHealth.health());
    }

    /** Blocks as they came from the cards, and pixels as they were decoded. */
    List<byte[]> pictures() {
        return List.copyOf(pictures);
    }

    /** Rows of the middle of each print. */
    List<byte[]> prints() {
        return List.copyOf(prints);
    }

    /** Rows of the picture in the passport's chip. */
    List<byte[]> chipPictures() {
        return List.copyOf(chipPictures);
    }
}
