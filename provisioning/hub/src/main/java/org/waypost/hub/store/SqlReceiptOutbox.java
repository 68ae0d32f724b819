package org.waypost.hub.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.waypost.contract.Codec;
import org.waypost.contract.SignedReceipt;
import org.waypost.hub.intake.ReceiptOutbox;

/** Receipts in the store that have yet to leave. Safe for use by several threads, and by several hubs. */
public final class SqlReceiptOutbox implements ReceiptOutbox {
    private final Database database;
    private final InstantSource clock;
    private final String claim;

    /** The outbox of one store. */
    public SqlReceiptOutbox(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.claim = """
                with due as materialized (
                    select report, digest from receipt where sent_at is null and due_at <= ?
                    order by due_at limit ? %s)
                update receipt set due_at = ? where (report, digest) in (select report, digest from due)
                returning signed""".formatted(database.passingOverWhatOthersChange());
    }

    @Override
    public List<SignedReceipt> claim(int most, Duration lease) {
        long now = clock.millis();
        return database.transaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(claim)) {
                update.setLong(1, now);
                update.setInt(2, most);
                update.setLong(3, now + lease.toMillis());
                try (ResultSet row = update.executeQuery()) {
                    List<SignedReceipt> claimed = new ArrayList<>();
                    while (row.next()) {
                        claimed.add(read(row.getString(1)));
                    }
                    return claimed;
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

    /** Marks these very receipts; one that was renewed meanwhile stays due. */
    @Override
    public void sent(List<SignedReceipt> receipts) {
        set("sent_at", clock.millis(), receipts);
    }

    @Override
    public void postpone(List<SignedReceipt> receipts, Duration pause) {
        set("due_at", clock.instant().plus(pause).toEpochMilli(), receipts);
    }

    private void set(String column, long millis, List<SignedReceipt> receipts) {
        if (receipts.isEmpty()) {
            return;
        }
        String sql = "update receipt set " + column + " = ? where report = ? and digest = ? and signed = ?";
        List<SignedReceipt> ordered =
                receipts.stream().sorted(Comparator.comparing(Arrival.Key::of)).toList();
        database.transaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (SignedReceipt receipt : ordered) {
                    update.setLong(1, millis);
                    update.setString(2, receipt.report().toString());
                    update.setString(3, receipt.digest());
                    update.setString(4, Codec.write(receipt));
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
    }
}
