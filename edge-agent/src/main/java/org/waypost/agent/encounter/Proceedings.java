package org.waypost.agent.encounter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.document.IdentityDocument;
import org.waypost.agent.encounter.ClerkView.Trouble;
import org.waypost.agent.encounter.Journey.Stage;
import org.waypost.agent.evidence.ClockTrust;
import org.waypost.agent.finger.FingerSession;
import org.waypost.agent.verification.Route;
import org.waypost.drivers.device.Fault;

/** The case at hand and what is held of its parties. Used under the counter's lock. */
final class Proceedings {
    private final Examination examination;
    private final CounterSettings settings;
    private final Clocks clocks;
    private final Stopwatch watch;
    private final Ledger ledger;
    private final Custody custody;
    private final HelpBell bell;
    private Optional<Instant> housingOpened = Optional.empty();
    private Optional<MarriageCase> current = Optional.empty();
    private Optional<Trouble> trouble = Optional.empty();
    private long touched;

    Proceedings(Examination examination, Records records, CounterSettings settings, Clocks clocks, Custody custody) {
        this.examination = examination;
        this.settings = settings;
        this.clocks = clocks;
        this.watch = new Stopwatch(clocks.nanos());
        this.ledger = new Ledger(records, new ReportDraft(settings, () -> housingOpened), clocks.wall(), watch);
        this.custody = custody;
        this.bell = new HelpBell(ledger, clocks.wall());
    }

    Glance glance() {
        return Glance.of(current, bell.waiting(), trouble, watch.journey());
    }

    Answer open(Registrar by) {
        if (current.filter(running -> running.ending().isEmpty()).isPresent()) {
            return new Answer.Rejected(Rejection.CASE_OPEN);
        }
        MarriageCase next = MarriageCase.opened(UUID.randomUUID(), examination.unknown());
        return failure(ledger.write(List.of(account(next).opened(by)))).orElseGet(() -> {
            watch.restart();
            return adopted(next);
        });
    }

    Answer apply(UUID encounter, Command command) {
        if (current.isEmpty()) {
            return new Answer.Rejected(Rejection.NO_CASE);
        }
        MarriageCase before = current.get();
        if (!before.encounter().equals(encounter)) {
            return new Answer.Rejected(Rejection.OTHER_CASE);
        }
        Instant now = clocks.wall().instant();
        return switch (before.accept(command, now)) {
            case Transition.Rejected rejected -> new Answer.Rejected(rejected.reason());
            case Transition.Accepted accepted ->
                timed(
                        command,
                        () -> failure(ledger.write(before, command, now))
                                .orElseGet(() -> carriedOut(before, command, accepted.next())));
        };
    }

    /** Somebody pressed the help button; as a concern it does not prolong what the parties see (invariant I11). */
    void helpPressed(Instant at) {
        current = bell.pressed(current, at);
    }

    /** Presses from before this start that nobody has answered. */
    void recall(HelpCall call) {
        bell.recall(call);
    }

    Answer answerHelp(Registrar by) {
        return failure(bell.answered(by)).orElseGet(() -> new Answer.Accepted(glance().clerk()));
    }

    /** Since when the housing is not to be trusted: reports say so, and nothing else follows. */
    void housing(Optional<Instant> opened) {
        housingOpened = opened;
    }

    /** For whom a document is to be verified; empty if nobody waits for it, or it is the other party's once more. */
    Optional<Sitting> sitting(IdentityDocument document) {
        return current.flatMap(at -> at.awaitsCardOf().flatMap(party -> sitting(at, party, document)));
    }

    private Optional<Sitting> sitting(MarriageCase at, Party party, IdentityDocument document) {
        if (at.party(party.other())
                .read()
                .filter(read -> read.facts().sameNumber(document))
                .isPresent()) {
            show(at, party, new Card.SameAsOther(), account(at).sameCard(party));
            return Optional.empty();
        }
        watch.cardRead(party);
        Route chosen = at.party(party).route().orElse(Route.WITHOUT_FACE);
        Route route = Examination.permitted(chosen, Examination.age(document, clock()));
        return Optional.of(new Sitting(at.encounter(), party, route));
    }

    /** Verifies; takes seconds and is not for the lock. */
    VerifiedDocument verified(Sitting sitting, IdentityDocument document) {
        return examination.verified(sitting, document, clocks.nanos());
    }

    /** Takes a verified document and owns it; if the case has gone another way meanwhile, it is wiped. */
    void receive(VerifiedDocument verified) {
        boolean kept = false;
        try {
            kept = current.filter(at -> isStillFor(at, verified.sitting()))
                    .map(at -> looked(at, verified))
                    .orElse(false);
        } finally {
            if (!kept) {
                verified.close();
            }
        }
    }

    /** A party that changed to the way without face while the camera ran is not shown what it found. */
    private boolean isStillFor(MarriageCase at, Sitting sitting) {
        boolean awaited = at.awaitsCardOf().filter(sitting.party()::equals).isPresent();
        boolean changed = sitting.route() == Route.FACE
                && at.party(sitting.party()).route().filter(Route.FACE::equals).isEmpty();
        return at.encounter().equals(sitting.encounter()) && awaited && !changed;
    }

    /** Shows a fault while a card is awaited; the same one again is nothing new. */
    void complain(Fault fault) {
        current.ifPresent(at -> at.awaitsCardOf()
                .ifPresent(party ->
                        show(at, party, new Card.Faulty(fault), account(at).fault(party, fault))));
    }

    /** Wipes everything of the parties if nobody did anything for too long. */
    void lapse() {
        current.filter(at -> at.ending().isEmpty()
                        && !at.lapsed()
                        && quietFor(settings.idle().toNanos()))
                .ifPresent(at -> {
                    custody.release();
                    current = Optional.of(at.wiped());
                });
        custody.fingers().expire(clocks.nanos().getAsLong());
    }

    /** Leaves a case that has been over for a while. */
    void leave() {
        current = current.filter(
                at -> at.ending().isEmpty() || !quietFor(settings.farewell().toNanos()));
    }

    /** The picture of a finger is taken: the party is told so before anything is known of it. */
    void lifted(FingerSitting sitting) {
        current = current.map(at -> sitting.isAwaitedBy(at) ? with(at, sitting, new FingerStep.Lifted()) : at);
    }

    /** Holds the print of an identification and owns it; if the case has gone another way meanwhile, it is wiped. */
    void hold(FingerSitting sitting, FingerSession session, Duration retention) {
        boolean kept = false;
        try {
            kept = note(sitting, new FingerStep.Taken());
        } finally {
            if (!kept) {
                session.close();
            }
        }
        if (kept) {
            custody.fingers().hold(sitting, session, clocks.nanos().getAsLong() + retention.toNanos());
        }
    }

    /** Notes what came of a finger; whether the case still waited for it and it could be written down. */
    boolean note(FingerSitting sitting, FingerStep came) {
        Optional<MarriageCase> waiting = current.filter(sitting::isAwaitedBy);
        if (waiting.isEmpty()) {
            return false;
        }
        MarriageCase at = waiting.get();
        if (failure(ledger.write(List.of(account(at).finger(sitting, came)))).isPresent()) {
            current = Optional.of(with(at, sitting, new FingerStep.Asked()));
            return false;
        }
        adopted(with(at, sitting, came));
        return true;
    }

    private static MarriageCase with(MarriageCase at, FingerSitting sitting, FingerStep step) {
        return at.with(sitting.party(), at.party(sitting.party()).with(sitting.purpose(), step));
    }

    private Answer carriedOut(MarriageCase before, Command command, MarriageCase next) {
        custody.afterwards(command);
        next.ending().ifPresent(ending -> bell.answered(before, ending.by()));
        if (command instanceof Command.RaiseConcern) {
            // a concern must not even prolong what the parties see (invariant I11)
            current = Optional.of(next);
            return new Answer.Accepted(glance().clerk());
        }
        return adopted(next);
    }

    private Answer adopted(MarriageCase next) {
        if (next.ending().isPresent()) {
            custody.release();
        }
        if (next.awaitsCardOf().isPresent()) {
            watch.cardAsked();
        }
        current = Optional.of(next);
        touched = clocks.nanos().getAsLong();
        return new Answer.Accepted(glance().clerk());
    }

    private boolean looked(MarriageCase at, VerifiedDocument verified) {
        Party party = verified.sitting().party();
        PartyRecord known = at.party(party);
        Card.Read read = examine(verified);
        if (failure(ledger.write(account(at).read(party, read))).isPresent()) {
            return false;
        }
        custody.take(verified);
        Optional<PartyRecord> next = known.route().map(route -> known.with(Examination.permitted(route, read.age())));
        adopted(at.with(party, next.orElse(known).with(read)));
        return true;
    }

    private Card.Read examine(VerifiedDocument verified) {
        return examination.of(verified, clock(), watch);
    }

    private void show(MarriageCase at, Party party, Card card, AuditEvent event) {
        PartyRecord known = at.party(party);
        if (!known.card().equals(card) && failure(ledger.write(List.of(event))).isEmpty()) {
            current = Optional.of(at.with(party, known.with(card)));
        }
    }

    /** The answer to a step that could not be written down: what is held is zeroed, everything else stays. */
    private Optional<Answer> failure(Optional<Rejection> reason) {
        trouble = reason.map(why -> why == Rejection.OUTBOX_FULL ? Trouble.OUTBOX_FULL : Trouble.NOT_RECORDED);
        if (reason.isPresent()) {
            custody.release();
        }
        return reason.map(Answer.Rejected::new);
    }

    private Answer timed(Command command, Supplier<Answer> work) {
        return command instanceof Command.Decide ? watch.time(Stage.DECIDED, work) : work.get();
    }

    private boolean quietFor(long nanos) {
        return clocks.nanos().getAsLong() - touched >= nanos;
    }

    private Account account(MarriageCase at) {
        return new Account(at.encounter(), clocks.wall().instant());
    }

    private ClockTrust clock() {
        LocalDate today = LocalDate.ofInstant(clocks.wall().instant(), settings.zone());
        return examination.clock(today, settings.zone());
    }
}
