package org.waypost.hub.intake;

import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.waypost.contract.Health;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedAcknowledgement;
import org.waypost.contract.SignedTipReceipt;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.hub.fleet.Fleet;
import org.waypost.hub.fleet.Refusal;
import org.waypost.hub.tip.TipIntake;

/**
 * What becomes of messages: each is inspected by itself, on all cores; what is good of a batch is stored in one
 * transaction. Never throws for what arrives; a store that fails throws, and then no message of the batch may be
 * acknowledged. Safe to run twice for the same messages.
 */
public final class Intake {
    private static final System.Logger LOG = System.getLogger(Intake.class.getName());

    private final Inspection inspection;
    private final Scrutiny scrutiny;
    private final Keeping keeping;
    private final Tally tally;
    private final Optional<TipIntake> tips;

    /**
     * Takes in reports for one desk, how the terminals are, and what they have of what they were told.
     *
     * @param terminals who may report
     * @param desk opens seals
     * @param keeping where it goes
     * @param tally counts what became of messages
     */
    public Intake(TerminalKeys terminals, ReportOpener desk, Keeping keeping, Tally tally) {
        this(terminals, desk, keeping, tally, Optional.empty());
    }

    /** As the other, and takes in tips of public stations. */
    public Intake(TerminalKeys terminals, ReportOpener desk, Keeping keeping, Tally tally, Optional<TipIntake> tips) {
        this.inspection = new Inspection(terminals, desk, keeping.fleet().conduct(), tips);
        this.scrutiny = new Scrutiny(keeping.cases(), keeping.fleet().conduct());
        this.tips = tips;
        this.keeping = keeping;
        this.tally = tally;
    }

    /** Handles a batch; when this returns, all of it may be acknowledged. The outcomes are in the batch's order. */
    public List<Outcome> receive(List<? extends Incoming> batch) {
        return settle(inspect(batch));
    }

    /** The part before the store; another batch may be settled meanwhile. Quarantines are looked up once a second. */
    Inspected inspect(List<? extends Incoming> batch) {
        keeping.fleet().conduct().settle();
        return new Inspected(batch.parallelStream().map(inspection::of).toList());
    }

    /** The part after which the batch may be acknowledged. */
    List<Outcome> settle(Inspected batch) {
        List<Inspection.Finding> findings =
                batch.findings.stream().map(scrutiny::weigh).toList();
        Answers answers = new Answers(
                settled(findings).iterator(),
                keeping.fleet().take(beats(findings)).iterator(),
                stored(findings).iterator(),
                told(findings).iterator());
        List<Outcome> outcomes =
                findings.stream().map(finding -> outcome(finding, answers)).toList();
        for (int i = 0; i < outcomes.size(); i++) {
            tell(findings.get(i), outcomes.get(i));
        }
        keeping.fleet().conduct().settle();
        return outcomes;
    }

    /** Lanes for the messages of one connection. */
    <M extends Incoming> Lanes<M> lanes() {
        return new Lanes<>(keeping.fleet().conduct());
    }

    /** Counts messages that found their terminal's lane full; they may be acknowledged. */
    void letGo(List<? extends Incoming> messages) {
        for (Incoming message : messages) {
            Optional<Topic> on = Topic.parse(message.topic());
            on.map(Topic::terminal).ifPresent(keeping.fleet().conduct()::came);
            keeping.fleet().refusals().count(on.flatMap(Inspection::nameable), Refusal.NOT_READ);
            tally.count(new Dropped(Refusal.NOT_READ));
        }
    }

    private List<Receipt> settled(List<Inspection.Finding> findings) {
        List<Judged> reports = findings.stream()
                .filter(Inspection.Report.class::isInstance)
                .map(finding -> ((Inspection.Report) finding).judged())
                .toList();
        return reports.isEmpty() ? List.of() : keeping.cases().settle(reports);
    }

    private static List<Health> beats(List<Inspection.Finding> findings) {
        return findings.stream()
                .filter(Inspection.Beat.class::isInstance)
                .map(finding -> ((Inspection.Beat) finding).health())
                .toList();
    }

    private List<SignedTipReceipt.Outcome> told(List<Inspection.Finding> findings) {
        List<TipIntake.Told> batch = findings.stream()
                .filter(Inspection.Tip.class::isInstance)
                .map(finding -> ((Inspection.Tip) finding).told())
                .toList();
        return batch.isEmpty()
                ? List.of()
                : tips.map(intake -> intake.take(batch)).orElse(List.of());
    }

    private List<Boolean> stored(List<Inspection.Finding> findings) {
        List<SignedAcknowledgement> batch = findings.stream()
                .filter(Inspection.Storing.class::isInstance)
                .map(finding -> ((Inspection.Storing) finding).message())
                .toList();
        return batch.isEmpty() ? List.of() : keeping.notices().stored(batch);
    }

    private Outcome outcome(Inspection.Finding finding, Answers answers) {
        return switch (finding) {
            case Inspection.Report report -> answered(report.judged(), answers.receipts.next());
            case Inspection.Storing storing ->
                answers.stored.next() ? new Delivered(storing.message()) : new Dropped(Refusal.STALE);
            case Inspection.Beat beat ->
                switch (answers.takings.next()) {
                    case KEPT -> new Noted(beat.health().terminal());
                    case NOT_OF_NOW -> new Dropped(Refusal.STALE);
                };
            case Inspection.Tip tip -> new Told(answers.told.next());
            case Inspection.Asking asking -> {
                tips.ifPresent(intake -> intake.send(asking.station(), asking.wanted()));
                yield new Asked();
            }
            case Inspection.Faulty faulty -> new Dropped(faulty.reason());
        };
    }

    private Answered answered(Judged judged, Receipt receipt) {
        scrutiny.blame(judged, receipt);
        return new Answered(judged.message(), receipt);
    }

    private void tell(Inspection.Finding finding, Outcome outcome) {
        tally.count(outcome);
        refusal(outcome).ifPresent(why -> keeping.fleet().refusals().count(from(finding), why));
        switch (outcome) {
            case Answered answered -> tell(answered);
            case Noted noted -> LOG.log(Level.DEBUG, "terminal {0} said how it is", noted.terminal());
            case Delivered delivered -> tell(delivered.message());
            case Told told -> LOG.log(Level.DEBUG, "a tip: {0}", told.outcome());
            case Asked asked -> LOG.log(Level.DEBUG, "a station asked for answers");
            case Dropped dropped -> tell(dropped.reason());
        }
    }

    /** Why it was not taken, if it was not. */
    private static Optional<Refusal> refusal(Outcome outcome) {
        return switch (outcome) {
            case Answered answered ->
                switch (answered.receipt()) {
                    case Receipt.Refused refused -> Optional.of(refusal(refused.reason()));
                    case Receipt.Stored stored -> Optional.empty();
                    case Receipt.AlreadyStored stored -> Optional.empty();
                };
            case Told told ->
                told.outcome() == SignedTipReceipt.Outcome.REFUSED ? Optional.of(Refusal.TIP) : Optional.empty();
            case Dropped dropped -> Optional.of(dropped.reason());
            case Noted noted -> Optional.empty();
            case Delivered delivered -> Optional.empty();
            case Asked asked -> Optional.empty();
        };
    }

    private static Refusal refusal(Receipt.Reason reason) {
        return switch (reason) {
            case CONFLICT -> Refusal.CONFLICT;
            case NO_SUCH_REPORT -> Refusal.NO_SUCH_REPORT;
            case NOT_FOR_THIS_DESK -> Refusal.NOT_FOR_THIS_DESK;
            case NOT_A_REPORT -> Refusal.NOT_A_REPORT;
        };
    }

    /** Whose it is, as far as that may be known: of a tip nobody's (invariant I15). */
    private static Optional<TerminalId> from(Inspection.Finding finding) {
        return switch (finding) {
            case Inspection.Report report ->
                Optional.of(report.judged().message().terminal());
            case Inspection.Storing storing -> Optional.of(storing.message().terminal());
            case Inspection.Beat beat -> Optional.of(beat.health().terminal());
            case Inspection.Faulty faulty -> faulty.terminal();
            case Inspection.Tip tip -> Optional.empty();
            case Inspection.Asking asking -> Optional.empty();
        };
    }

    private static void tell(SignedAcknowledgement message) {
        LOG.log(
                Level.INFO,
                "terminal {0}, report {1}: it has notice {2}",
                message.terminal(),
                message.report(),
                message.number());
    }

    /** Of what is not read there may be much, and the one line on its terminal is written. */
    private static void tell(Refusal reason) {
        LOG.log(
                reason == Refusal.NOT_READ || reason == Refusal.HELD_BACK ? Level.DEBUG : Level.WARNING,
                "message dropped: {0}",
                reason);
    }

    private static void tell(Answered answered) {
        SealedReport message = answered.message();
        String what = switch (answered.receipt()) {
            case Receipt.Stored stored -> "stored as " + stored.number();
            case Receipt.AlreadyStored stored -> "came again, stored before as " + stored.number();
            case Receipt.Refused refused -> "refused: " + refused.reason();
        };
        Level level = answered.receipt() instanceof Receipt.Refused ? Level.WARNING : Level.INFO;
        LOG.log(level, "terminal {0}, report {1}: {2}", message.terminal(), message.id(), what);
    }

    /** A batch of which nothing is stored yet. */
    record Inspected(List<Inspection.Finding> findings) {}

    /** What the stores say to each kind of finding, in the order of the batch. */
    private record Answers(
            Iterator<Receipt> receipts,
            Iterator<Fleet.Taking> takings,
            Iterator<Boolean> stored,
            Iterator<SignedTipReceipt.Outcome> told) {}

    /** What became of a message. */
    public sealed interface Outcome {}

    /** It came from an enrolled terminal, and a receipt is on its way. */
    public record Answered(SealedReport message, Receipt receipt) implements Outcome {}

    /** An enrolled terminal said how it is; nobody is answered. */
    public record Noted(TerminalId terminal) implements Outcome {}

    /** A terminal has a notice on its disk, and it is not sent again. */
    public record Delivered(SignedAcknowledgement message) implements Outcome {}

    /** A tip; where it came from is not said. */
    public record Told(SignedTipReceipt.Outcome outcome) implements Outcome {}

    /** A station asked for answers. */
    public record Asked() implements Outcome {}

    /** It is gone, and nobody is answered. */
    public record Dropped(Refusal reason) implements Outcome {}
}
