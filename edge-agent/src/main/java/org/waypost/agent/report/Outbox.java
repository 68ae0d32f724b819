package org.waypost.agent.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedReceipt;

/**
 * The reports a terminal has not yet got a receipt for. A report is sealed before it is stored, so nothing filed can be
 * read back here. State is timestamps: created, published, confirmed, refused. Safe for use by several threads.
 *
 * @see org.waypost.agent.store.StoreFailure thrown by every method when the disk fails
 */
public interface Outbox {

    /**
     * Seals, signs and stores a report in one transaction with its audit event; durable when this returns
     * {@link Put.Saved}.
     */
    Put put(CaseReport report, AuditEvent event);

    /**
     * Seals, signs and stores an amendment of a report that the hub has, in one transaction with its audit event;
     * durable when this returns {@link Amending#SAVED}. Safe to run again with the same.
     */
    Amending amend(Amendment amendment);

    /**
     * The next message to publish: most urgent first, then oldest; none that is published and waits for its receipt.
     */
    Optional<SealedReport> next();

    /**
     * The first messages to publish, in the order of {@link #next}. A message stays due until {@link #published}.
     *
     * @param underway reports that are not asked for: they were published and the broker has not yet said that it took
     *     them
     * @param count how many at most
     * @param bytes what the broker takes in one message; longer ones stay due and are left out
     */
    List<SealedReport> due(Set<UUID> underway, int count, int bytes);

    /** Notes that the broker took the message; this alone never lets it go. */
    void published(UUID report);

    /** Makes all published but unanswered messages due again, after a reconnect. */
    void republish();

    /** Makes one due again that is published and unanswered; does nothing to another. */
    void republish(UUID report);

    /**
     * Takes in a receipt. Only one that the hub signed for the very message sent counts; the row is then confirmed or
     * refused in one transaction with its audit event, and its message is deleted once confirmed.
     */
    Confirmation confirm(SignedReceipt receipt);

    /** What stands in the outbox and what became of the last reports, newest first, at most 50; no content. */
    List<Row> rows();

    /** How much waits for a receipt, and when the last one came. */
    Backlog backlog();

    /** Every report that waits for a receipt, most urgent first, then oldest; no content. */
    List<Outstanding> outstanding();

    /** Notes, in one transaction with its audit event, that a report's receipt is overdue; once, while it waits. */
    void overdue(UUID report);

    /** What proves that the hub has a report; empty unless it was confirmed here. */
    Optional<Proof> proof(UUID report);

    /** Outcome of {@link #put}. */
    sealed interface Put {
        /** On disk. */
        record Saved(UUID report, Instant at) implements Put {
            public Saved {
                requireNonNull(report);
                requireNonNull(at);
            }
        }

        /** The outbox has reached its size; nothing was stored, the person must be told. */
        record Full() implements Put {}

        /**
         * The report does not fit into one message; nothing was stored, the person must shorten their texts.
         *
         * @param bytes what it has, as UTF-8 JSON
         * @param limit what it may have
         */
        record TooLong(int bytes, int limit) implements Put {}
    }

    /** Outcome of {@link #amend}; but for the first, nothing was stored. */
    enum Amending {
        /** On disk. */
        SAVED,
        /** The hub has no such report of this terminal, or not yet. */
        NOT_HELD,
        /** There are as many of this report as there may be: the desk must be called. */
        TOO_OFTEN,
        /** The outbox has reached its size. */
        FULL,
        /** It does not fit into one message. */
        TOO_LONG
    }

    /** Outcome of {@link #confirm}. */
    sealed interface Confirmation {
        /** The hub holds the report. */
        record Confirmed(UUID report, long number) implements Confirmation {}

        /** The hub refused it; it is kept for a technician and not sent again. */
        record Dead(UUID report, Receipt.Reason reason) implements Confirmation {}

        /** No report waits for this receipt, or it is not the hub's for the message sent. Nothing changed. */
        record Ignored(String reason) implements Confirmation {}
    }

    /**
     * What happened to one report, and when.
     *
     * @param refusal why the hub refused it; empty if it did not, or if the disk damaged it
     * @param receipt digest of the report as the hub signed for it, once confirmed
     * @param amends the report it corrects or withdraws; empty for a report
     */
    record Row(
            UUID report,
            Instant created,
            Optional<Instant> published,
            Optional<Instant> confirmed,
            Optional<Instant> refused,
            Optional<Receipt.Reason> refusal,
            Optional<String> receipt,
            Optional<UUID> amends) {}

    /**
     * What is outstanding.
     *
     * @param waiting reports neither confirmed nor refused
     * @param bytes of all messages kept, refused ones included
     * @param oldest when the oldest waiting one was stored
     * @param lastReceipt when the hub's last receipt was taken in; the courier's health is this, not its connection
     */
    record Backlog(int waiting, long bytes, Optional<Instant> oldest, Optional<Instant> lastReceipt) {}

    /**
     * A report that waits for its receipt.
     *
     * @param seen when what it tells was noticed
     * @param alarmed when it was noted as overdue
     */
    record Outstanding(UUID report, CaseReport.Urgency urgency, Instant seen, Optional<Instant> alarmed) {}

    /**
     * That the hub has a report.
     *
     * @param created when it was filed
     * @param number under which the hub has it
     * @param held since when the hub has it
     * @param receipt the hub's answer as it came, its signature checked then
     */
    record Proof(Instant created, long number, Instant held, SignedReceipt receipt) {}
}
