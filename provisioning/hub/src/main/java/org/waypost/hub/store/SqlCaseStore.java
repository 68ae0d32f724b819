package org.waypost.hub.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Codec;
import org.waypost.contract.Digest;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.SealedReport;
import org.waypost.hub.intake.CaseStore;

/** Reports and their receipts in SQLite: one transaction for both. Safe for use by several threads. */
public final class SqliteCaseStore implements CaseStore {
    private final Database database;
    private final ReceiptSigner signer;
    private final InstantSource clock;

    /** Keeps reports in one store. */
    public SqliteCaseStore(Database database, ReceiptSigner signer, InstantSource clock) {
        this.database = database;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public Receipt keep(SealedReport message, Urgency urgency) {
        Instant now = clock.instant().truncatedTo(MILLIS);
        return database.transaction(connection -> {
            Receipt receipt = decide(connection, new Arrival(message, Digest.of(message), urgency, now));
            queue(connection, message, receipt, now);
            return receipt;
        });
    }

    @Override
    public Receipt refuse(SealedReport message, Receipt.Reason reason) {
        Instant now = clock.instant().truncatedTo(MILLIS);
        return database.transaction(connection -> {
            Receipt receipt = new Receipt.Refused(reason);
            queue(connection, message, receipt, now);
            return receipt;
        });
    }

    private static Receipt decide(Connection connection, Arrival arrival) throws SQLException {
        Optional<Receipt> before = stored(connection, arrival);
        if (before.isPresent()) {
            return before.get();
        }
        if (!taken(connection, arrival)) {
            return new Receipt.Stored(insert(connection, arrival), arrival.at);
        }
        String terminal = arrival.message.terminal().value();
        String id = arrival.message.id().toString();
        Audit.append(connection, new Audit.Entry(arrival.at, terminal, Audit.Action.CONFLICT, id, ""));
        return new Receipt.Refused(Receipt.Reason.CONFLICT);
    }

    /** Asked before inserting, since a failed insert would use up a number; the unique keys still stand behind it. */
    private static boolean taken(Connection connection, Arrival arrival) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from report where id = ? or (terminal = ? and sequence = ?)")) {
            select.setString(1, arrival.message.id().toString());
            select.setString(2, arrival.message.terminal().value());
            select.setLong(3, arrival.message.sequence());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static long insert(Connection connection, Arrival arrival) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into report (id, terminal, sequence, digest, lane, received_at, envelope)
                values (?, ?, ?, ?, ?, ?, ?) returning number""")) {
            insert.setString(1, arrival.message.id().toString());
            insert.setString(2, arrival.message.terminal().value());
            insert.setLong(3, arrival.message.sequence());
            insert.setString(4, arrival.digest);
            insert.setInt(5, Lane.of(arrival.urgency));
            insert.setLong(6, arrival.at.toEpochMilli());
            insert.setString(7, Codec.write(arrival.message));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Optional<Receipt> stored(Connection connection, Arrival arrival) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select number, received_at from report where id = ? and digest = ?")) {
            select.setString(1, arrival.message.id().toString());
            select.setString(2, arrival.digest);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Receipt.AlreadyStored(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))))
                        : Optional.empty();
            }
        }
    }

    private void queue(Connection connection, SealedReport message, Receipt receipt, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into receipt (report, digest, terminal, signed, due_at) values (?, ?, ?, ?, ?)
                on conflict (report, digest)
                do update set signed = excluded.signed, due_at = excluded.due_at, sent_at = null""")) {
            insert.setString(1, message.id().toString());
            insert.setString(2, Digest.of(message));
            insert.setString(3, message.terminal().value());
            insert.setString(4, Codec.write(signer.sign(message, receipt)));
            insert.setLong(5, now.toEpochMilli());
            insert.executeUpdate();
        }
    }

    private record Arrival(SealedReport message, String digest, Urgency urgency, Instant at) {}
}
