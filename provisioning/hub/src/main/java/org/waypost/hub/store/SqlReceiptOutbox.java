package org.waypost.hub.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.waypost.contract.Codec;
import org.waypost.contract.SignedReceipt;
import org.waypost.hub.intake.ReceiptOutbox;

/** Receipts in the store that have yet to leave. Safe for use by several threads. */
public final class SqliteReceiptOutbox implements ReceiptOutbox {
    private final Database database;
    private final InstantSource clock;

    /** The outbox of one store. */
    public SqliteReceiptOutbox(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<SignedReceipt> next() {
        long now = clock.millis();
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select signed from receipt where sent_at is null and due_at <= ? order by due_at limit 1")) {
                select.setLong(1, now);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(read(row.getString(1))) : Optional.empty();
                }
            }
        });
    }

    private static SignedReceipt read(String json) {
        return switch (Codec.read(json.getBytes(UTF_8), SignedReceipt.class)) {
            case Codec.Decoded<SignedReceipt> decoded -> decoded.value();
            case Codec.Malformed<SignedReceipt> malformed ->
                throw new IllegalStateException("a stored receipt is damaged: " + malformed.reason());
        };
    }

    /** Marks this very receipt; one that was renewed meanwhile stays due. */
    @Override
    public void sent(SignedReceipt receipt) {
        set("sent_at", clock.millis(), receipt);
    }

    @Override
    public void postpone(SignedReceipt receipt, Duration pause) {
        set("due_at", clock.instant().plus(pause).toEpochMilli(), receipt);
    }

    private void set(String column, long millis, SignedReceipt receipt) {
        String sql = "update receipt set " + column + " = ? where report = ? and digest = ? and signed = ?";
        database.transaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setLong(1, millis);
                update.setString(2, receipt.report().toString());
                update.setString(3, receipt.digest());
                update.setString(4, Codec.write(receipt));
                return update.executeUpdate();
            }
        });
    }
}
