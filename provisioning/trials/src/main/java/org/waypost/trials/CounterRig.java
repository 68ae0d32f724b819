package org.waypost.trials;

import java.lang.foreign.ValueLayout;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waypost.agent.audit.SqliteAudit;
import org.waypost.agent.document.TravelDocument;
import org.waypost.agent.document.TravelDocumentReader;
import org.waypost.agent.encounter.Answer;
import org.waypost.agent.encounter.Clocks;
import org.waypost.agent.encounter.Command;
import org.waypost.agent.encounter.Concern;
import org.waypost.agent.encounter.CounterSettings;
import org.waypost.agent.encounter.Examination;
import org.waypost.agent.encounter.FingerPurpose;
import org.waypost.agent.encounter.FingerStep;
import org.waypost.agent.encounter.FingerUse;
import org.waypost.agent.encounter.Interpreter;
import org.waypost.agent.encounter.Interview;
import org.waypost.agent.encounter.MarriageCounter;
import org.waypost.agent.encounter.Party;
import org.waypost.agent.encounter.Records;
import org.waypost.agent.encounter.Registrar;
import org.waypost.agent.face.AbsentModel;
import org.waypost.agent.finger.MinutiaeComparison;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.verification.Desk;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Blinding;
import org.waypost.agent.watchlist.OfferedList;
import org.waypost.agent.watchlist.Watchlist;
import org.waypost.contract.CaseReport;
import org.waypost.contract.DocumentBlinder;
import org.waypost.contract.Statement;
import org.waypost.contract.Verifier;
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
 * A counter of the shipped parts with simulated readers that do not wait, and a note of every picture of a card and of
 * some rows of every print they took.
 */
final class CounterRig {
    private static final Registrar REGISTRAR = new Registrar("registrar-1");

    private final SamvSimulator simulator = new SamvSimulator(IdleHabit.KEEPS_REPORTING, WirePace.unpaced());
    private final SimulatedFingerprintReader fingers =
            new SimulatedFingerprintReader(new Ef01Simulator(Ef01Model.AS608, false));
    private final List<byte[]> pictures = new ArrayList<>();
    private final List<byte[]> prints = new ArrayList<>();
    private final List<byte[]> chipPictures = new ArrayList<>();
    private final PassportReader passports = chipReader();
    private final MarriageCounter counter;

    CounterRig(Settings settings, Dispatch dispatch) {
        InstantSource clock = InstantSource.system();
        Watchlist watchlist = new Watchlist(
                settings.files().watchlist().file(),
                new Verifier(settings.keys().watchlist().read()),
                new Blinding(new DocumentBlinder(settings.keys().blinding().read())),
                clock,
                settings.office().zone());
        SqliteAudit audit = new SqliteAudit(dispatch.store());
        new OfferedList(settings.files().watchlist().offered(), watchlist, audit, clock).take();
        this.counter = new MarriageCounter(
                new Examination(
                        new Desk(any -> new AbsentModel(), Reading.Nobody::new),
                        watchlist,
                        Optional.of(new FingerUse(new MinutiaeComparison(), Duration.ofHours(1)))),
                new Records(audit, dispatch.outbox()),
                new CounterSettings(
                        settings.office().terminal(),
                        settings.office().zone(),
                        settings.office().duty().law(),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(1)),
                new Clocks(clock, System::nanoTime));
    }

    /** Both parties verified, asked apart, registered; the first couple signs with the finger, and has a passport. */
    void clean() {
        interviewed(prints.isEmpty());
        apply(new Command.Release(REGISTRAR, "both stated their free will"));
    }

    /** The same, and referred. */
    void referred(Concern concern) {
        interviewed(true);
        apply(new Command.RaiseConcern(REGISTRAR, concern));
        apply(new Command.Refer(REGISTRAR, "said no when alone"));
    }

    /** Blocks as they came from the cards, and pixels as they were decoded. */
    List<byte[]> pictures() {
        return List.copyOf(pictures);
    }

    /** By a fresh driver, as the kiosk does for each party's turn: nobody has to see the card before it lifted. */
    private Reading<Document> read() {
        try (SamvCardReader reader = new SamvCardReader(
                simulator::connect,
                this::decode,
                SamvSettings.usual().polledEvery(Duration.ofMillis(1)),
                Ticker.SYSTEM)) {
            return reader.read(Duration.ofSeconds(5));
        }
    }

    private Optional<Portrait> decode(byte[] block) {
        pictures.add(block.clone());
        return new SpecimenPortraitDecoder().decode(block);
    }

    /** Rows of the middle of each print. */
    List<byte[]> prints() {
        return List.copyOf(prints);
    }

    private void interviewed(boolean byFinger) {
        accepted(counter.open(REGISTRAR));
        identified(Party.A, () -> layCard(SpecimenCard.TEST_BING), byFinger);
        if (byFinger) {
            identified(Party.B, this::layPassport, true);
        } else {
            identified(Party.B, () -> layCard(SpecimenCard.TEST_DING), false);
        }
        for (Party party : Party.values()) {
            apply(new Command.HoldInterview(
                    REGISTRAR, party, true, new Interpreter.None(), new Interview.FreeWillStated()));
        }
        if (byFinger) {
            given(Party.A, FingerPurpose.SIGN);
            given(Party.B, FingerPurpose.SIGN);
        }
    }

    private void given(Party party, FingerPurpose purpose) {
        apply(new Command.AskFinger(REGISTRAR, party, purpose));
        fingers.touch(SpecimenFinger.of(party == Party.A ? 7 : 11));
        Reading<Fingerprint> reading = fingers.capture(Duration.ofSeconds(5), CaptureProgress.UNHEARD);
        if (reading instanceof Reading.Taken<Fingerprint> taken) {
            Fingerprint print = taken.value();
            long middle = (long) print.width() * (print.height() / 2);
            prints.add(print.pixels().asSlice(middle, 2L * print.width()).toArray(ValueLayout.JAVA_BYTE));
        }
        counter.present(counter.awaitsFinger().orElseThrow(), reading);
        FingerStep came =
                counter.clerkView().party(party).finger().orElseThrow().at(purpose);
        if (!(came instanceof FingerStep.Taken || came instanceof FingerStep.Same)) {
            throw new IllegalStateException(came.toString());
        }
    }

    private void identified(Party party, Runnable lay, boolean byFinger) {
        apply(new Command.ShowNotice(REGISTRAR, party));
        apply(new Command.ChooseRoute(REGISTRAR, party, Route.FACE));
        lay.run();
        if (byFinger) {
            given(party, FingerPurpose.IDENTIFY);
        }
        apply(new Command.Compare(REGISTRAR, party, Finding.SAME_PERSON));
    }

    private void layCard(SpecimenCard card) {
        simulator.place(card.image());
        Reading<Document> reading = read();
        if (pictures.size() == 1 && reading instanceof Reading.Taken<Document> taken) {
            taken.value()
                    .portrait()
                    .ifPresent(portrait -> pictures.add(portrait.pixels().toArray(ValueLayout.JAVA_BYTE)));
        }
        counter.present(reading);
        simulator.remove();
    }

    /** The specimen passport, its zone as text, its chip by the product's reader. */
    private void layPassport() {
        MrzParser parser = new MrzParser(Clock.systemUTC());
        TravelDocumentReader reader = new TravelDocumentReader(
                patience -> new Reading.Taken<>(parser.parse(PassportSpecimen.ANNA)),
                Optional.of(passports::read),
                parser,
                Ticker.SYSTEM);
        Reading<TravelDocument> reading = reader.read(Duration.ofSeconds(5), () -> true);
        if (chipPictures.isEmpty() && reading instanceof Reading.Taken<TravelDocument> taken) {
            taken.value().portrait().ifPresent(portrait -> chipPictures.add(eyes(portrait)));
        }
        counter.presentPassport(reading);
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

    /** Rows of the picture in the passport's chip. */
    List<byte[]> chipPictures() {
        return List.copyOf(chipPictures);
    }

    private void apply(Command command) {
        UUID encounter = counter.clerkView().encounter().orElseThrow();
        accepted(counter.apply(encounter, command));
    }

    private static void accepted(Answer answer) {
        if (answer instanceof Answer.Rejected rejected) {
            throw new IllegalStateException(rejected.reason().name());
        }
    }

    static Concern concern(String marker) {
        return new Concern(
                new Statement(Statement.Source.OBSERVED, Optional.empty(), marker),
                CaseReport.Urgency.OTHER,
                CaseReport.Protected.PARTY_B,
                new CaseReport.Handling(CaseReport.Companion.PRESENT, "", "", "", "", CaseReport.Interpreter.NOT_USED));
    }
}
