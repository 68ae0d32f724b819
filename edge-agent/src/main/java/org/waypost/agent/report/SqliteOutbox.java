package org.waypost.agent.report;

import static java.lang.System.Logger.Level.WARNING;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.audit.SqliteAudit;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Codec;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedReceipt;

/** The outbox in the terminal's file. */
public final class SqliteOutbox implements Outbox {
    /**
     * Longest report as UTF-8 JSON, in bytes. Packing and seal add at most {@value #SEAL_BYTES} bytes (what cannot be
     * compressed and is filled up 304, Tink prefix 5, RFC 9180 key 32, GCM tag 16), base64 a third and the envelope at
     * most {@value #ENVELOPE_BYTES}, which stays below {@link Codec#MESSAGE_MAX}.
     */
    static final int REPORT_MAX = 48_000;

    /** Most amendments of one report. */
    static final int AMENDMENTS_MAX = 20;

    private static final int SEAL_BYTES = 357;
    private static final int ENVELOPE_BYTES = 500;
    private static final System.Logger LOG = System.getLogger(SqliteOutbox.class.getName());
    private static final String TERMINAL = "terminal";
    private static final int ROWS_MAX = 50;

    private final TerminalStore store;
    private final OutboxKeys keys;
    private final OutboxSize size;
    private final Mailbox mailbox;
    private final InstantSource clock;

    /** Keeps its rows in the store and rings at the mailbox when a report was put. */
    public SqliteOutbox(TerminalStore store, OutboxKeys keys, OutboxSize size, Mailbox mailbox, InstantSource clock) {
        this.store = store;
        this.keys = keys;
        this.size = size;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Override
    public Put put(CaseReport report, AuditEvent event) {
        Draft draft = Draft.of(report, keys.sealer());
        return rung(tooLong(draft).orElseGet(() -> store.transaction(in -> put(in, draft, event))));
    }

    /** Does all of a put but the keeping: no row, no number used, nothing sent. */
    void rehearse(CaseReport report, AuditEvent event) {
        store.rehearse(in -> put(in, Draft.of(report, keys.sealer()), event));
    }

    @Override
    public Amending amend(Amendment amendment) {
        Draft draft = Draft.of(amendment, keys.sealer());
        return tooLong(draft).isPresent()
                ? Amending.TOO_LONG
                : rung(store.transaction(in -> amend(in, amendment, draft)));
    }

    private Amending amend(Connection in, Amendment amendment, Draft draft) throws SQLException {
        AmendmentTable table = new AmendmentTable(in);
        Optional<UUID> encounter =
                table.encounter(amendment.report(), amendment.by().terminal());
        if (encounter.isEmpty()) {
            return Amending.NOT_HELD;
        }
        if (table.put(amendment.id(), amendment.report())) {
            return Amending.SAVED;
        }
        if (table.count(amendment.report()) >= AMENDMENTS_MAX) {
            return Amending.TOO_OFTEN;
        }
        return switch (put(in, draft, event(amendment, encounter.get()))) {
            case Put.Saved saved -> {
                table.join(amendment.id(), amendment.report());
                yield Amending.SAVED;
            }
            case Put.Full full -> Amending.FULL;
            case Put.TooLong tooLong -> Amending.TOO_LONG;
        };
    }

    private static AuditEvent event(Amendment amendment, UUID encounter) {
        Amendment.Author by = amendment.by();
        String what = amendment.report() + " " + amendment.id();
        return switch (amendment.change()) {
            case Amendment.Correction correction ->
                new AuditEvent(by.at(), by.operator(), Action.REPORT_CORRECTED, encounter, what);
            case Amendment.Withdrawal withdrawal ->
                new AuditEvent(
                        by.at(), by.operator(), Action.REPORT_WITHDRAWN, encounter, what + " " + withdrawal.cause());
        };
    }

    private static Optional<Put> tooLong(Draft draft) {
        return draft.length() > REPORT_MAX
                ? Optional.of(new Put.TooLong(draft.length(), REPORT_MAX))
                : Optional.empty();
    }

    private <T> T rung(T outcome) {
        mailbox.ring();
        return outcome;
    }

    private Put put(Connection in, Draft draft, AuditEvent event) throws SQLException {
        OutboxTable table = new OutboxTable(in);
        // asked before sealing, since a report that is turned away must not use up a number
        if (!size.takes(draft.priority().urgency(), table.held(), sealedLength(draft.length()))) {
            return new Put.Full();
        }
        Instant now = clock.instant();
        SealedReport sealed = draft.sealing().apply(table.nextSequence(draft.terminal()));
        table.insert(Letter.of(sealed, event.encounter()), sealed, draft.priority(), now);
        SqliteAudit.append(in, event);
        return new Put.Saved(draft.id(), now);
    }

    private static int sealedLength(int length) {
        return (length + SEAL_BYTES + 2) / 3 * 4 + ENVELOPE_BYTES;
    }

    @Override
    public Optional<SealedReport> next() {
        return due(Set.of(), 1, Codec.MESSAGE_MAX).stream().findFirst();
    }

    @Override
    public List<SealedReport> due(Set<UUID> underway, int count, int bytes) {
        Set<String> left = underway.stream().map(UUID::toString).collect(Collectors.toUnmodifiableSet());
        return store.transaction(in -> open(in, new OutboxTable(in).due(left, count, bytes)));
    }

    private List<SealedReport> open(Connection in, List<Letter> letters) throws SQLException {
        List<SealedReport> due = new ArrayList<>();
        for (Letter letter : letters) {
            Optional<SealedReport> report = letter.open();
            report.ifPresent(due::add);
            if (report.isEmpty()) {
                setAside(in, letter);
            }
        }
        return due;
    }

    private void setAside(Connection in, Letter letter) throws SQLException {
        Instant now = clock.instant();
        new OutboxTable(in).refused(letter.report(), now, null);
        account(in, letter, now, Action.REPORT_REFUSED, "DAMAGED_ON_DISK");
        LOG.log(
                WARNING,
                "ALARM: report {0} was damaged on disk and is not sent: check the disk, file it again",
                letter.report());
    }

    @Override
    public void published(UUID report) {
        store.transaction(in -> new OutboxTable(in).published(report, clock.instant()));
    }

    @Override
    public void republish() {
        store.transaction(in -> new OutboxTable(in).republish());
    }

    @Override
    public void republish(UUID report) {
        store.transaction(in -> new OutboxTable(in).republish(report));
    }

    @Override
    public Confirmation confirm(SignedReceipt receipt) {
        Confirmation outcome = store.transaction(in -> confirm(in, receipt));
        if (outcome instanceof Confirmation.Confirmed) {
            store.scrub();
        }
        return outcome;
    }

    private Confirmation confirm(Connection in, SignedReceipt receipt) throws SQLException {
        Optional<Letter> letter = new OutboxTable(in).waiting(receipt.report(), receipt.terminal());
        if (letter.isEmpty()) {
            return new Confirmation.Ignored("no report waits for it");
        }
        Optional<SealedReport> sent = letter.get().open();
        if (sent.isEmpty() || !keys.hub().answers(receipt, sent.get())) {
            return new Confirmation.Ignored("not signed by the hub for the message sent");
        }
        return switch (receipt.receipt()) {
            case Receipt.Stored stored -> confirmed(in, letter.get(), receipt, stored.number());
            case Receipt.AlreadyStored stored -> confirmed(in, letter.get(), receipt, stored.number());
            case Receipt.Refused refused -> dead(in, letter.get(), receipt, refused.reason());
        };
    }

    private Confirmation confirmed(Connection in, Letter letter, SignedReceipt receipt, long number)
            throws SQLException {
        Instant now = clock.instant();
        new OutboxTable(in).confirmed(letter.report(), now, Codec.write(receipt));
        account(in, letter, now, Action.REPORT_CONFIRMED, receipt.digest());
        return new Confirmation.Confirmed(receipt.report(), number);
    }

    private Confirmation dead(Connection in, Letter letter, SignedReceipt receipt, Receipt.Reason reason)
            throws SQLException {
        Instant now = clock.instant();
        new OutboxTable(in).refused(letter.report(), now, Codec.write(receipt));
        account(in, letter, now, Action.REPORT_REFUSED, reason.name());
        return new Confirmation.Dead(receipt.report(), reason);
    }

    private static void account(Connection in, Letter letter, Instant at, Action action, String what)
            throws SQLException {
        SqliteAudit.append(in, new AuditEvent(at, TERMINAL, action, letter.encounter(), letter.report() + " " + what));
    }

    @Override
    public List<Row> rows() {
        return store.transaction(in -> new OutboxTable(in).newest(ROWS_MAX));
    }

    @Override
    public Backlog backlog() {
        return store.transaction(in -> new OutboxTable(in).backlog());
    }

    @Override
    public List<Outstanding> outstanding() {
        return store.transaction(in -> new OutboxTable(in).outstanding());
    }

    @Override
    public void overdue(UUID report) {
        Instant now = clock.instant();
        store.transaction(in -> {
            Optional<UUID> encounter = new OutboxTable(in).overdue(report, now);
            if (encounter.isPresent()) {
                SqliteAudit.append(
                        in, new AuditEvent(now, TERMINAL, Action.REPORT_OVERDUE, encounter.get(), report.toString()));
            }
            return encounter;
        });
    }

    @Override
    public Optional<Proof> proof(UUID report) {
        return store.transaction(in -> new OutboxTable(in).proof(report));
    }
}
