package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.report.Outbox;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Codec;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedReceipt;

/**
 * The product's outbox without one of its rules.
 *
 * @param rule what is left out
 * @param words what lies in the place of a seal that is left out
 */
record AlteredOutbox(Outbox outbox, Rule rule, String words) implements Outbox {
    AlteredOutbox(Outbox outbox, Rule rule) {
        this(outbox, rule, "");
    }

    /** What the product holds to and a control does not. */
    enum Rule {
        /** Only the hub's receipt ends the sending: without it, what the broker acknowledged is never sent again. */
        RECEIPT,
        /** What is too long for the broker is not sent: without it, it is sent again and again. */
        LENGTH,
        /** What leaves is sealed: without it, everybody reads it. */
        SEAL
    }

    @Override
    public Put put(CaseReport report, AuditEvent event) {
        return outbox.put(report, event);
    }

    @Override
    public Amending amend(Amendment amendment) {
        return outbox.amend(amendment);
    }

    @Override
    public Optional<SealedReport> next() {
        return outbox.next();
    }

    @Override
    public List<SealedReport> due(Set<UUID> underway, int count, int bytes) {
        return outbox.due(underway, count, rule == Rule.LENGTH ? Codec.MESSAGE_MAX : bytes).stream()
                .map(report -> rule == Rule.SEAL ? unsealed(report) : report)
                .toList();
    }

    private SealedReport unsealed(SealedReport report) {
        String clear = Base64.getUrlEncoder().withoutPadding().encodeToString(words.getBytes(UTF_8));
        return new SealedReport(
                report.version(), report.id(), report.terminal(), report.sequence(), clear, report.signature());
    }

    @Override
    public void published(UUID report) {
        outbox.published(report);
    }

    @Override
    public void republish() {
        if (rule != Rule.RECEIPT) {
            outbox.republish();
        }
    }

    @Override
    public void republish(UUID report) {
        if (rule != Rule.RECEIPT) {
            outbox.republish(report);
        }
    }

    @Override
    public Confirmation confirm(SignedReceipt receipt) {
        return outbox.confirm(receipt);
    }

    @Override
    public List<Row> rows() {
        return outbox.rows();
    }

    @Override
    public Backlog backlog() {
        return outbox.backlog();
    }

    @Override
    public List<Outstanding> outstanding() {
        return outbox.outstanding();
    }

    @Override
    public void overdue(UUID report) {
        outbox.overdue(report);
    }

    @Override
    public Optional<Proof> proof(UUID report) {
        return outbox.proof(report);
    }
}
