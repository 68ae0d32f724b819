package org.waypost.hub.intake;

import static org.waypost.hub.intake.Intake.Drop.BAD_SIGNATURE;
import static org.waypost.hub.intake.Intake.Drop.MALFORMED;
import static org.waypost.hub.intake.Intake.Drop.NOT_A_TERMINALS_TOPIC;
import static org.waypost.hub.intake.Intake.Drop.STALE;
import static org.waypost.hub.intake.Intake.Drop.UNKNOWN_TERMINAL;

import java.lang.System.Logger.Level;
import java.util.Optional;
import org.waypost.contract.Codec;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedHealth;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.contract.Verifier;
import org.waypost.hub.fleet.Fleet;

/**
 * What becomes of one message: read, known terminal, its signature, the seal, the disk. Never throws for what arrives;
 * a store that fails throws, and then the message must not be acknowledged. Safe to run twice for the same message.
 */
public final class Intake {
    private static final System.Logger LOG = System.getLogger(Intake.class.getName());

    private final TerminalKeys terminals;
    private final ReportOpener desk;
    private final CaseStore store;
    private final Fleet fleet;
    private final Tally tally;

    /**
     * Takes in reports for one desk, and how the terminals are.
     *
     * @param terminals who may report
     * @param desk opens seals
     * @param store keeps what was opened, still sealed
     * @param fleet keeps how they are
     * @param tally counts what became of messages
     */
    public Intake(TerminalKeys terminals, ReportOpener desk, CaseStore store, Fleet fleet, Tally tally) {
        this.terminals = terminals;
        this.desk = desk;
        this.store = store;
        this.fleet = fleet;
        this.tally = tally;
    }

    /** Handles one message; when this returns, it may be acknowledged. */
    public Outcome receive(String topicText, byte[] payload) {
        Outcome outcome = handle(topicText, payload);
        tally.count(outcome);
        switch (outcome) {
            case Answered answered -> report(answered);
            case Noted noted -> LOG.log(Level.DEBUG, "terminal {0} said how it is", noted.terminal());
            case Dropped dropped -> LOG.log(Level.WARNING, "message dropped: {0}", dropped.reason());
        }
        return outcome;
    }

    private Outcome handle(String topicText, byte[] payload) {
        Optional<Topic> topic = Topic.parse(topicText);
        return topic.isEmpty() ? new Dropped(NOT_A_TERMINALS_TOPIC) : handle(topic.get(), payload);
    }

    private Outcome handle(Topic topic, byte[] payload) {
        return switch (topic.kind()) {
            case REPORT -> handle(topic, Codec.read(payload, SealedReport.class), this::report);
            case HEALTH -> handle(topic, Codec.read(payload, SignedHealth.class), this::health);
            case RECEIPT -> new Dropped(NOT_A_TERMINALS_TOPIC);
        };
    }

    private <T> Outcome handle(Topic topic, Codec.Decoding<T> decoding, Handling<T> handling) {
        return switch (decoding) {
            case Codec.Malformed<T> malformed -> new Dropped(MALFORMED);
            case Codec.Decoded<T> decoded ->
                terminals
                        .of(topic.terminal())
                        .map(key -> handling.of(topic, decoded.value(), key))
                        .orElseGet(() -> new Dropped(UNKNOWN_TERMINAL));
        };
    }

    private Outcome health(Topic topic, SignedHealth message, Verifier key) {
        if (!message.terminal().equals(topic.terminal())) {
            return new Dropped(BAD_SIGNATURE);
        }
        return switch (fleet.take(message, key)) {
            case KEPT -> new Noted(topic.terminal());
            case NOT_SIGNED -> new Dropped(BAD_SIGNATURE);
            case NOT_OF_NOW -> new Dropped(STALE);
        };
    }

    private Outcome report(Topic topic, SealedReport message, Verifier key) {
        if (!ReportOpener.signed(topic, message, key)) {
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

    /** What is done with a message of a terminal whose key is known. */
    private interface Handling<T> {
        Outcome of(Topic topic, T message, Verifier key);
    }

    /** What became of a message. */
    public sealed interface Outcome {}

    /** It came from an enrolled terminal, and a receipt is on its way. */
    public record Answered(SealedReport message, Receipt receipt) implements Outcome {}

    /** An enrolled terminal said how it is; nobody is answered. */
    public record Noted(TerminalId terminal) implements Outcome {}

    /** It is gone, and nobody is answered. */
    public record Dropped(Drop reason) implements Outcome {}

    /** Why a message is dropped. */
    public enum Drop {
        /** Its topic is none on which terminals speak. */
        NOT_A_TERMINALS_TOPIC,
        /** It is not what its topic carries. */
        MALFORMED,
        /** The topic's terminal is not enrolled here. */
        UNKNOWN_TERMINAL,
        /** The terminal did not sign it, or signed it for another topic. */
        BAD_SIGNATURE,
        /** A health older than the last one, or of another day: sent again, or the terminal's clock is wrong. */
        STALE
    }
}
