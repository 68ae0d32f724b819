package org.waypost.hub.intake;

import static org.waypost.hub.intake.Intake.Drop.BAD_SIGNATURE;
import static org.waypost.hub.intake.Intake.Drop.MALFORMED;
import static org.waypost.hub.intake.Intake.Drop.NOT_A_REPORT_TOPIC;
import static org.waypost.hub.intake.Intake.Drop.UNKNOWN_TERMINAL;

import java.lang.System.Logger.Level;
import java.util.Optional;
import org.waypost.contract.Codec;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.SealedReport;
import org.waypost.contract.Topic;
import org.waypost.contract.Verifier;

/**
 * What becomes of one message: read, known terminal, its signature, the seal, the disk. Never throws for what arrives;
 * a store that fails throws, and then the message must not be acknowledged. Safe to run twice for the same message.
 */
public final class Intake {
    private static final System.Logger LOG = System.getLogger(Intake.class.getName());

    private final TerminalKeys terminals;
    private final ReportOpener desk;
    private final CaseStore store;
    private final Tally tally;

    /**
     * Takes in reports for one desk.
     *
     * @param terminals who may report
     * @param desk opens seals
     * @param store keeps what was opened, still sealed
     * @param tally counts what became of messages
     */
    public Intake(TerminalKeys terminals, ReportOpener desk, CaseStore store, Tally tally) {
        this.terminals = terminals;
        this.desk = desk;
        this.store = store;
        this.tally = tally;
    }

    /** Handles one message; when this returns, it may be acknowledged. */
    public Outcome receive(String topicText, byte[] payload) {
        Outcome outcome = handle(topicText, payload);
        tally.count(outcome);
        switch (outcome) {
            case Answered answered -> report(answered);
            case Dropped dropped -> LOG.log(Level.WARNING, "message dropped: {0}", dropped.reason());
        }
        return outcome;
    }

    private Outcome handle(String topicText, byte[] payload) {
        Optional<Topic> topic = Topic.parse(topicText);
        if (topic.isEmpty() || topic.get().kind() != Topic.Kind.REPORT) {
            return new Dropped(NOT_A_REPORT_TOPIC);
        }
        return switch (Codec.read(payload, SealedReport.class)) {
            case Codec.Malformed<SealedReport> malformed -> new Dropped(MALFORMED);
            case Codec.Decoded<SealedReport> decoded -> verified(topic.get(), decoded.value());
        };
    }

    private Outcome verified(Topic topic, SealedReport message) {
        Optional<Verifier> key = terminals.of(topic.terminal());
        if (key.isEmpty()) {
            return new Dropped(UNKNOWN_TERMINAL);
        }
        if (!ReportOpener.signed(topic, message, key.get())) {
            return new Dropped(BAD_SIGNATURE);
        }
        return switch (desk.open(message)) {
            case ReportOpener.Opening.Opened opened ->
                new Answered(message, store.keep(message, opened.report().urgency()));
            case ReportOpener.Opening.Closed closed -> new Answered(message, store.refuse(message, closed.reason()));
        };
    }

    private static void report(Answered answered) {
        SealedReport message = answered.message();
        String what = switch (answered.receipt()) {
            case Receipt.Stored stored -> "stored as " + stored.number();
            case Receipt.AlreadyStored stored -> "came again, stored before as " + stored.number();
            case Receipt.Refused refused -> "refused: " + refused.reason();
        };
        Level level = answered.receipt() instanceof Receipt.Refused ? Level.WARNING : Level.INFO;
        LOG.log(level, "terminal {0}, report {1}: {2}", message.terminal(), message.id(), what);
    }

    /** What became of a message. */
    public sealed interface Outcome {}

    /** It came from an enrolled terminal, and a receipt is on its way. */
    public record Answered(SealedReport message, Receipt receipt) implements Outcome {}

    /** It is gone, and nobody is answered. */
    public record Dropped(Drop reason) implements Outcome {}

    /** Why a message is dropped. */
    public enum Drop {
        /** Its topic is none on which terminals report. */
        NOT_A_REPORT_TOPIC,
        /** It is no sealed report. */
        MALFORMED,
        /** The topic's terminal is not enrolled here. */
        UNKNOWN_TERMINAL,
        /** The terminal did not sign it, or signed it for another topic. */
        BAD_SIGNATURE
    }
}
