package org.waypost.agent.report;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.waypost.contract.Codec;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedNotice;
import org.waypost.contract.SignedReceipt;

/**
 * The courier's work over one connection: publishes what is due, takes in receipts and notices, until the connection
 * ends.
 */
final class Delivery {
    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final Duration POLL = Duration.ofSeconds(5);

    /** A connection that held this long is a good one. */
    private static final Duration PROVEN = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final HealthBeat health;
    private final Notices notices;
    private final BrokerSession session;
    private final Mailbox mailbox;
    private final Backoff backoff;
    private final Underway underway;
    private final LongSupplier nanos;
    private boolean toldOfLength;

    Delivery(Freight freight, BrokerSession session, Mailbox mailbox, Backoff backoff, LongSupplier nanos) {
        this.outbox = freight.outbox();
        this.health = freight.health();
        this.notices = freight.notices();
        this.session = session;
        this.mailbox = mailbox;
        this.backoff = backoff;
        this.nanos = nanos;
        this.underway = new Underway(nanos);
    }

    /** Works until the connection ends; returns why it did, in one line for an operator. */
    String run() throws InterruptedException {
        outbox.republish();
        health.connected();
        long opened = nanos.getAsLong();
        Optional<String> end = Optional.empty();
        while (end.isEmpty()) {
            publishDue();
            health.next().ifPresent(session::tell);
            Optional<LinkEvent> event = mailbox.await(POLL);
            if (event.isEmpty() && nanos.getAsLong() - opened >= PROVEN.toNanos()) {
                backoff.reset();
            }
            end = event.flatMap(this::take).or(this::stuck);
            underway.unanswered().forEach(outbox::republish);
        }
        return end.get();
    }

    private Optional<String> stuck() {
        return underway.stuck()
                ? Optional.of("it has acknowledged nothing for " + Underway.ACKNOWLEDGED_WITHIN.toMinutes()
                        + " min: check the line and the broker")
                : Optional.empty();
    }

    private void publishDue() {
        Set<UUID> unacknowledged = underway.unacknowledged();
        int free = session.window() - unacknowledged.size();
        if (free <= 0) {
            return;
        }
        List<SealedReport> due = outbox.due(unacknowledged, free, session.messageMax());
        for (SealedReport report : due) {
            underway.send(report.id());
            session.publish(report);
        }
        if (due.isEmpty()
                && unacknowledged.isEmpty()
                && !toldOfLength
                && outbox.next().filter(this::tooLong).isPresent()) {
            toldOfLength = true;
            LOG.log(
                    WARNING,
                    "a report is longer than the {0} bytes this broker takes and waits: raise the broker''s limit",
                    session.messageMax());
        }
    }

    /** Asked of the report itself: one may have been put since the due ones were looked up. */
    private boolean tooLong(SealedReport report) {
        return Codec.write(report).length() > session.messageMax();
    }

    /** Why the connection is over, if this event ends it. */
    private Optional<String> take(LinkEvent event) {
        return switch (event) {
            case LinkEvent.Rung rung -> Optional.empty();
            case LinkEvent.Taken taken -> taken(taken.report());
            case LinkEvent.NotTaken refusal -> Optional.of(notTaken(refusal.code()));
            case LinkEvent.Arrived arrived -> arrived(arrived.receipt());
            case LinkEvent.Said said -> Optional.empty();
            case LinkEvent.Noticed noticed -> noticed(noticed.notice());
            case LinkEvent.Unreadable unreadable -> unreadable(unreadable.reason());
            case LinkEvent.Lost lost -> Optional.of(lost.reason());
        };
    }

    private static String notTaken(int code) {
        return code == LinkEvent.NotTaken.NOBODY_LISTENS
                ? "no hub is connected to it: check the hub"
                : "it refuses a report (MQTT reason code " + code
                        + "): check its access list for this terminal and its limits";
    }

    private Optional<String> taken(UUID report) {
        underway.taken(report);
        outbox.published(report);
        return Optional.empty();
    }

    private Optional<String> arrived(SignedReceipt receipt) {
        switch (outbox.confirm(receipt)) {
            case Outbox.Confirmation.Confirmed confirmed -> {
                answered(confirmed.report());
                LOG.log(INFO, "report {0} is at the hub", confirmed.report());
            }
            case Outbox.Confirmation.Dead dead -> {
                answered(dead.report());
                LOG.log(WARNING, refused(dead.reason()), dead.report(), dead.reason());
            }
            case Outbox.Confirmation.Ignored ignored ->
                LOG.log(INFO, "a receipt for report {0} is not counted: {1}", receipt.report(), ignored.reason());
        }
        return Optional.empty();
    }

    private static String refused(Receipt.Reason reason) {
        return switch (reason) {
            case NO_SUCH_REPORT -> "the hub no longer holds the case that {0} amends ({1}): call the desk";
            case NOT_FOR_THIS_DESK, NOT_A_REPORT, CONFLICT ->
                "the hub refused report {0} ({1}): tell the desk and file it again";
        };
    }

    private Optional<String> noticed(SignedNotice signed) {
        switch (notices.take(signed)) {
            case Notices.Hearing.Kept kept -> {
                session.acknowledge(kept.acknowledgement());
                LOG.log(
                        kept.first() ? INFO : DEBUG,
                        "the desk says of report {0}: {1}",
                        signed.notice().report(),
                        signed.notice().progress());
            }
            case Notices.Hearing.Ignored ignored ->
                LOG.log(
                        INFO,
                        "a notice of report {0} is not counted: {1}",
                        signed.notice().report(),
                        ignored.reason());
        }
        return Optional.empty();
    }

    private void answered(UUID report) {
        underway.answered(report);
        backoff.reset();
    }

    private static Optional<String> unreadable(String reason) {
        LOG.log(
                WARNING,
                "something came that is no receipt and no notice ({0}): check who may publish to them",
                reason);
        return Optional.empty();
    }
}
