package org.waypost.hub.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.waypost.contract.Codec;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.TerminalId;
import org.waypost.hub.intake.CaseStore;
import org.waypost.hub.intake.Filed;
import org.waypost.hub.intake.Judged;

/** Reports and their receipts: one transaction for a batch of both. Safe for use by several threads. */
public final class SqlCaseStore implements CaseStore {
    private static final ManyRows QUEUE = new ManyRows(
            "insert into receipt (report, digest, terminal, signed, due_at)",
            5,
            " on conflict (report, digest)"
                    + " do update set signed = excluded.signed, due_at = excluded.due_at, sent_at = null");

    private final Database database;
    private final ReceiptSigner signer;
    private final InstantSource clock;
    private final Audit audit;

    /** Keeps reports in one store. */
    public SqlCaseStore(Database database, ReceiptSigner signer, InstantSource clock) {
        this.database = database;
        this.signer = signer;
        this.clock = clock;
        this.audit = new Audit(database);
    }

    @Override
    public List<Receipt> settle(List<Judged> batch) {
        Instant now = clock.instant().truncatedTo(MILLIS);
        List<Arrival> arrivals = batch.parallelStream().map(Arrival::of).toList();
        return database.transaction(connection -> {
            List<Receipt> receipts = decide(connection, arrivals, now);
            queue(connection, answers(arrivals, receipts), now);
            return receipts;
        });
    }

    private List<Receipt> decide(Connection connection, List<Arrival> arrivals, Instant now) throws SQLException {
        ReportRows reports = new ReportRows(connection, now);
        Map<Arrival.Key, Long> inserted = reports.insert(acceptable(arrivals));
        // after the reports, which may be of the same batch
        inserted.putAll(reports.insert(amending(reports, arrivals)));
        List<Receipt> receipts = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            // removed, so that the same message further on in the batch counts as come again
            Long number = inserted.remove(arrival.key());
            receipts.add(
                    number != null
                            ? new Receipt.Stored(number, now)
                            : switch (arrival.judged()) {
                                case Judged.Rejected rejected -> new Receipt.Refused(rejected.reason());
                                case Judged.Accepted accepted ->
                                    notInserted(connection, arrival, now, Refusal.CONFLICT);
                                case Judged.Amending amending ->
                                    notInserted(connection, arrival, now, Refusal.of(filed(reports, amending)));
                            });
        }
        return receipts;
    }

    private static List<ReportRows.Row> acceptable(List<Arrival> arrivals) {
        List<ReportRows.Row> rows = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            if (arrival.judged() instanceof Judged.Accepted accepted) {
                rows.add(ReportRows.Row.report(arrival, accepted.urgency()));
            }
        }
        return rows;
    }

    private static List<ReportRows.Row> amending(ReportRows reports, List<Arrival> arrivals) throws SQLException {
        List<ReportRows.Row> rows = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            if (arrival.judged() instanceof Judged.Amending amending
                    && filed(reports, amending).filter(Filed::held).isPresent()) {
                rows.add(ReportRows.Row.amendment(arrival, amending.report()));
            }
        }
        return rows;
    }

    private static Optional<Filed> filed(ReportRows reports, Judged.Amending amending) throws SQLException {
        return reports.filed(amending.message().terminal(), amending.report());
    }

    @Override
    public Optional<Filed> filed(TerminalId terminal, UUID report) {
        return database.transaction(connection -> new ReportRows(connection, clock.instant()).filed(terminal, report));
    }

    private Receipt notInserted(Connection connection, Arrival arrival, Instant now, Refusal refusal)
            throws SQLException {
        Optional<Receipt> before = new ReportRows(connection, now).stored(arrival);
        if (before.isPresent()) {
            return before.get();
        }
        String terminal = arrival.message().terminal().value();
        audit.append(connection, new Audit.Entry(now, terminal, refusal.action, arrival.id(), ""));
        return new Receipt.Refused(refusal.reason);
    }

    /** One answer for each message, by their keys; of two to the same, the later. */
    private List<Answer> answers(List<Arrival> arrivals, List<Receipt> receipts) {
        Map<Arrival.Key, Integer> last = new TreeMap<>();
        IntStream.range(0, arrivals.size())
                .forEach(i -> last.put(arrivals.get(i).key(), i));
        return last.values().parallelStream()
                .map(i -> new Answer(arrivals.get(i), signed(arrivals.get(i), receipts.get(i))))
                .toList();
    }

    private String signed(Arrival arrival, Receipt receipt) {
        return Codec.write(signer.sign(arrival.message(), receipt));
    }

    private static void queue(Connection connection, List<Answer> answers, Instant now) throws SQLException {
        try (PreparedStatement insert = QUEUE.of(connection, answers, (statement, offset, answer) -> {
            statement.setString(offset + 1, answer.arrival.id());
            statement.setString(offset + 2, answer.arrival.digest());
            statement.setString(offset + 3, answer.arrival.message().terminal().value());
            statement.setString(offset + 4, answer.signed);
            statement.setLong(offset + 5, now.toEpochMilli());
        })) {
            insert.executeUpdate();
        }
    }

    private record Answer(Arrival arrival, String signed) {}

    /** Why a message is not stored, as its terminal and as the audit are told. */
    private enum Refusal {
        CONFLICT(Receipt.Reason.CONFLICT, Audit.Action.CONFLICT),
        NO_SUCH_REPORT(Receipt.Reason.NO_SUCH_REPORT, Audit.Action.NO_SUCH_REPORT),
        TOO_LATE(Receipt.Reason.NO_SUCH_REPORT, Audit.Action.AMENDED_TOO_LATE);

        private final Receipt.Reason reason;
        private final Audit.Action action;

        Refusal(Receipt.Reason reason, Audit.Action action) {
            this.reason = reason;
            this.action = action;
        }

        /** Of an amendment, by what is known of its report. */
        static Refusal of(Optional<Filed> filed) {
            return filed.map(known -> known.held() ? CONFLICT : TOO_LATE).orElse(NO_SUCH_REPORT);
        }
    }
}
