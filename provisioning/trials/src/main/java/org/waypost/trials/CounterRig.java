package org.waypost.trials;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.waypost.agent.audit.SqliteAudit;
import org.waypost.agent.encounter.Answer;
import org.waypost.agent.encounter.Clocks;
import org.waypost.agent.encounter.Command;
import org.waypost.agent.encounter.Concern;
import org.waypost.agent.encounter.CounterSettings;
import org.waypost.agent.encounter.Examination;
import org.waypost.agent.encounter.FingerPurpose;
import org.waypost.agent.encounter.FingerStep;
import org.waypost.agent.encounter.FingerUse;
import org.waypost.agent.encounter.Ground;
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
import org.waypost.agent.watchlist.Standing;
import org.waypost.agent.watchlist.Watchlist;
import org.waypost.contract.CaseReport;
import org.waypost.contract.DocumentBlinder;
import org.waypost.contract.Statement;
import org.waypost.contract.Verifier;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.drivers.simulated.SpecimenCard;
import org.waypost.drivers.simulated.SpecimenFinger;

/** A counter of the shipped parts, and encounters at it. */
final class CounterRig {
    /** Who interprets, in every encounter. */
    static final String INTERPRETER = "Interpreter Liu";

    /** Why a case is referred. */
    static final String REFERRED_BECAUSE = "said no when alone";

    private static final Registrar REGISTRAR = new Registrar("registrar-1");

    private final NotedReaders readers = new NotedReaders();
    private final Watchlist watchlist;
    private final MarriageCounter counter;

    CounterRig(Settings settings, Dispatch dispatch) {
        InstantSource clock = InstantSource.system();
        this.watchlist = new Watchlist(
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
        clean(readers.prints().isEmpty() ? Means.FINGERS : Means.CARDS);
    }

    /** Both parties identified by this and registered. */
    void clean(Means means) {
        interviewed(means);
        release();
    }

    /** The same, though somebody had a concern. */
    void released(Concern concern) {
        interviewed(Means.CARDS);
        apply(new Command.RaiseConcern(REGISTRAR, concern));
        release();
    }

    /** A registration that is refused before anybody was spoken to. */
    void refused() {
        accepted(counter.open(REGISTRAR));
        identified(Party.A, () -> layCard(SpecimenCard.TEST_BING), false);
        apply(new Command.Refuse(REGISTRAR, "no paper of the other party", Ground.DOCUMENTS));
    }

    /** Parties who leave. */
    void withdrawn() {
        accepted(counter.open(REGISTRAR));
        identified(Party.A, () -> layCard(SpecimenCard.TEST_BING), false);
        apply(new Command.Withdraw(REGISTRAR));
    }

    /** Both parties by card, passport and fingers, and referred. */
    void referred(Concern concern) {
        referred(Means.FINGERS, concern);
    }

    /** Both parties identified by this, and referred. */
    void referred(Means means, Concern concern) {
        interviewed(means);
        apply(new Command.RaiseConcern(REGISTRAR, concern));
        refer();
    }

    /** Somebody pressed the help button, and nobody had written anything down. */
    void helped() {
        interviewed(Means.CARDS);
        counter.helpPressed(Instant.now());
        refer();
    }

    private void release() {
        apply(new Command.Release(REGISTRAR, "both stated their free will"));
    }

    private void refer() {
        apply(new Command.Refer(REGISTRAR, REFERRED_BECAUSE));
    }

    /** What the parties lay their papers and fingers on. */
    NotedReaders readers() {
        return readers;
    }

    /** The list in use. */
    Standing list() {
        return watchlist.standing();
    }

    private void interviewed(Means means) {
        boolean byFinger = means == Means.FINGERS;
        accepted(counter.open(REGISTRAR));
        identified(Party.A, () -> layCard(SpecimenCard.TEST_BING), byFinger);
        identified(Party.B, means == Means.CARDS ? () -> layCard(SpecimenCard.TEST_DING) : this::layPassport, byFinger);
        for (Party party : Party.values()) {
            apply(new Command.HoldInterview(
                    REGISTRAR, party, true, new Interpreter.Impartial(INTERPRETER), new Interview.FreeWillStated()));
        }
        if (byFinger) {
            given(Party.A, FingerPurpose.SIGN);
            given(Party.B, FingerPurpose.SIGN);
        }
    }

    private void given(Party party, FingerPurpose purpose) {
        apply(new Command.AskFinger(REGISTRAR, party, purpose));
        Reading<Fingerprint> reading = readers.finger(SpecimenFinger.of(party == Party.A ? 7 : 11));
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
        counter.present(readers.card(card));
    }

    private void layPassport() {
        counter.presentPassport(readers.passport());
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

    /** By what the parties identify. */
    enum Means {
        /** Two cards. */
        CARDS,
        /** A card and a passport. */
        PASSPORT,
        /** The same, and both sign with the finger. */
        FINGERS
    }
}
