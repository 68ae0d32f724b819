package org.waypost.hub.intake;

import static org.waypost.hub.fleet.Refusal.BAD_SIGNATURE;
import static org.waypost.hub.fleet.Refusal.HELD_BACK;
import static org.waypost.hub.fleet.Refusal.MALFORMED;
import static org.waypost.hub.fleet.Refusal.NOT_A_TERMINALS_TOPIC;
import static org.waypost.hub.fleet.Refusal.NOT_READ;
import static org.waypost.hub.fleet.Refusal.UNKNOWN_TERMINAL;
import static org.waypost.hub.fleet.Refusal.UNREADABLE;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import org.waypost.contract.AnswersWanted;
import org.waypost.contract.Codec;
import org.waypost.contract.Health;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SealedTip;
import org.waypost.contract.SignedAcknowledgement;
import org.waypost.contract.SignedHealth;
import org.waypost.contract.StationWord;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.contract.Verifier;
import org.waypost.hub.fleet.Conduct;
import org.waypost.hub.fleet.Refusal;
import org.waypost.hub.tip.TipIntake;

/**
 * What one message is, found without any store: read, known terminal, its signature, the seal. Never throws for what
 * arrives, so that one message cannot fail the others of its batch. Safe for use by several threads.
 *
 * @param terminals who may report
 * @param desk opens seals
 * @param conduct whose messages are read at all
 * @param tips opens tips; empty if none are taken in
 */
record Inspection(TerminalKeys terminals, ReportOpener desk, Conduct conduct, Optional<TipIntake> tips) {
    private static final System.Logger LOG = System.getLogger(Inspection.class.getName());

    /** An honest terminal never sends such a thing. */
    private static final Set<Refusal> FAULTS = Set.of(MALFORMED, BAD_SIGNATURE);

    Finding of(Incoming message) {
        try {
            Optional<Topic> topic = Topic.parse(message.topic());
            return topic.isEmpty()
                    ? new Faulty(NOT_A_TERMINALS_TOPIC, Optional.empty())
                    : of(topic.get(), message.payload());
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "a message found a bug and is dropped, the others go on", bug);
            return new Faulty(UNREADABLE, Optional.empty());
        }
    }

    private Finding of(Topic topic, byte[] payload) {
        conduct.came(topic.terminal());
        if (!conduct.admits(topic.terminal())) {
            return faulty(NOT_READ, topic);
        }
        Finding finding = read(topic, payload);
        if (finding instanceof Faulty faulty && FAULTS.contains(faulty.reason)) {
            conduct.fault(topic.terminal());
        }
        return isHeldBack(topic, finding) ? faulty(HELD_BACK, topic) : finding;
    }

    private boolean isHeldBack(Topic topic, Finding finding) {
        return conduct.quarantine(topic.terminal()).isPresent()
                && finding instanceof Report report
                && !isUrgent(report.judged);
    }

    /** Whether it passes quarantine as far as the message itself tells. */
    private static boolean isUrgent(Judged judged) {
        return switch (judged) {
            case Judged.Accepted accepted -> Scrutiny.isUrgent(accepted.urgency());
            // the store knows its report: Scrutiny asks it
            case Judged.Amending amending -> true;
            case Judged.Rejected rejected -> false;
        };
    }

    private Finding read(Topic topic, byte[] payload) {
        return switch (topic.kind()) {
            case REPORT -> of(topic, Codec.read(payload, SealedReport.class), this::report);
            case HEALTH -> of(topic, Codec.read(payload, SignedHealth.class), this::health);
            case ACKNOWLEDGEMENT ->
                of(topic, Codec.read(payload, SignedAcknowledgement.class), Inspection::acknowledgement);
            case TIP ->
                switch (Codec.read(payload, StationWord.class)) {
                    case Codec.Malformed<StationWord> malformed -> faulty(MALFORMED, topic);
                    case Codec.Decoded<StationWord> decoded -> station(topic, decoded.value());
                };
            case RECEIPT, NOTICE, ANSWER -> faulty(NOT_A_TERMINALS_TOPIC, topic);
        };
    }

    /** Whom a message may be laid to: a terminal, never a station (invariant I15). */
    static Optional<TerminalId> nameable(Topic topic) {
        return topic.kind() == Topic.Kind.TIP ? Optional.empty() : Optional.of(topic.terminal());
    }

    private static Faulty faulty(Refusal reason, Topic topic) {
        return new Faulty(reason, nameable(topic));
    }

    private <T> Finding of(Topic topic, Codec.Decoding<T> decoding, Handling<T> handling) {
        return switch (decoding) {
            case Codec.Malformed<T> malformed -> faulty(MALFORMED, topic);
            case Codec.Decoded<T> decoded ->
                terminals
                        .of(topic.terminal())
                        .map(key -> handling.of(topic, decoded.value(), key))
                        .orElseGet(() -> faulty(UNKNOWN_TERMINAL, topic));
        };
    }

    private Finding report(Topic topic, SealedReport message, Verifier key) {
        if (!ReportOpener.signed(topic, message, key)) {
            return faulty(BAD_SIGNATURE, topic);
        }
        return new Report(
                switch (desk.open(message)) {
                    case ReportOpener.Opening.Opened opened ->
                        new Judged.Accepted(message, opened.report().urgency());
                    case ReportOpener.Opening.Amended amended ->
                        new Judged.Amending(message, amended.amendment().report());
                    case ReportOpener.Opening.Closed closed -> new Judged.Rejected(message, closed.reason());
                });
    }

    /** Signed by nobody, stations have no key (invariant I15): the broker lets each speak for itself alone. */
    private Finding station(Topic topic, StationWord word) {
        if (tips.isEmpty()) {
            return faulty(NOT_A_TERMINALS_TOPIC, topic);
        }
        return switch (word) {
            case SealedTip tip ->
                new Tip(new TipIntake.Told(topic.terminal(), tip, tips.get().open(tip)));
            case AnswersWanted wanted -> new Asking(topic.terminal(), wanted);
        };
    }

    private Finding health(Topic topic, SignedHealth message, Verifier key) {
        return message.opened(key)
                .filter(health -> health.terminal().equals(topic.terminal()))
                .<Finding>map(Beat::new)
                .orElseGet(() -> faulty(BAD_SIGNATURE, topic));
    }

    private static Finding acknowledgement(Topic topic, SignedAcknowledgement message, Verifier key) {
        return topic.terminal().equals(message.terminal()) && message.signedBy(key)
                ? new Storing(message)
                : faulty(BAD_SIGNATURE, topic);
    }

    /** What is done with a message of a terminal whose key is known. */
    private interface Handling<T> {
        Finding of(Topic topic, T message, Verifier key);
    }

    /** What a message is. */
    sealed interface Finding {}

    /** A terminal's, to be answered. */
    record Report(Judged judged) implements Finding {}

    /** How a terminal is. */
    record Beat(Health health) implements Finding {}

    /** That a terminal has a notice. */
    record Storing(SignedAcknowledgement message) implements Finding {}

    /** What somebody told at a station. */
    record Tip(TipIntake.Told told) implements Finding {}

    /** A station lacks answers. */
    record Asking(TerminalId station, AnswersWanted wanted) implements Finding {}

    /**
     * Nothing that is kept.
     *
     * @param terminal on whose topic it came, the broker lets each speak on its own alone; empty for a station's
     */
    record Faulty(Refusal reason, Optional<TerminalId> terminal) implements Finding {}
}
