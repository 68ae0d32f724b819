package org.waypost.hub.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.waypost.contract.Codec;
import org.waypost.contract.SignedAcknowledgement;
import org.waypost.contract.SignedNotice;
import org.waypost.hub.intake.NoticeOutbox;

/** Notices that are not yet on their terminal's disk. Safe for use by several threads, and by several hubs. */
public final class SqlNoticeOutbox implements NoticeOutbox {
    /** From the first sending to the second; each further pause is twice as long, up to the sixth doubling: 64 min. */
    static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    /** A notice this old is of no use to anybody at the counter and is no longer sent. */
    static final Duration KEPT_UP = Duration.ofDays(90);

    /** Whoever changes several does it in this order, so that two hubs never wait in a circle. */
    private static final Comparator<SignedNotice> ORDER = Comparator.comparing(
                    (SignedNotice signed) -> signed.notice().report().toString())
            .thenComparingLong(signed -> signed.notice().number());

    private final Database database;
    private final InstantSource clock;
    private final String claim;

    /** The outbox of one store. */
    public SqlNoticeOutbox(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.claim = """
                with due as materialized (
                    select report, number from notice where stored_at is null and due_at <= ? and said_at > ?
                    order by due_at limit ? %s)
                update notice set due_at = ? where (report, number) in (select report, number from due)
                returning signed""".formatted(database.passingOverWhatOthersChange());
    }

    @Override
    public List<SignedNotice> claim(int most, Duration lease) {
        long now = clock.millis();
        return database.transaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(claim)) {
                update.setLong(1, now);
                update.setLong(2, now - KEPT_UP.toMillis());
                update.setInt(3, most);
                update.setLong(4, now + lease.toMillis());
                try (ResultSet row = update.executeQuery()) {
                    List<SignedNotice> claimed = new ArrayList<>();
                    while (row.next()) {
                        claimed.add(read(row.getString(1)));
                    }
                    return claimed;
                }
            }
        });
    }

    private static SignedNotice read(String json) {
        return switch (Codec.read(json.getBytes(UTF_8), SignedNotice.class)) {
            case Codec.Decoded<SignedNotice> decoded -> decoded.value();
            case Codec.Malformed<SignedNotice> malformed ->
                throw new IllegalStateException("a stored notice is damaged: " + malformed.reason());
        };
    }

    /** Due again after a pause that grows with each time, until its terminal has it. */
    @Override
    public void sent(List<SignedNotice> notices) {
        String pause = " + " + FIRST_PAUSE.toMillis() + " * (1 << case when tries < 6 then tries else 6 end)";
        change("due_at = ?" + pause + ", tries = tries + 1", clock.millis(), notices);
    }

    @Override
    public void postpone(List<SignedNotice> notices, Duration pause) {
        change("due_at = ?", clock.instant().plus(pause).toEpochMilli(), notices);
    }

    private void change(String what, long millis, List<SignedNotice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        List<SignedNotice> ordered = notices.stream().sorted(ORDER).toList();
        database.transaction(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update notice set " + what + " where report = ? and number = ?")) {
                for (SignedNotice signed : ordered) {
                    update.setLong(1, millis);
                    update.setString(2, signed.notice().report().toString());
                    update.setLong(3, signed.notice().number());
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
    }

    @Override
    public List<Boolean> stored(List<SignedAcknowledgement> batch) {
        long now = clock.millis();
        return database.transaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    update notice set stored_at = ?
                    where report = ? and number = ? and terminal = ? and stored_at is null""")) {
                Boolean[] stored = new Boolean[batch.size()];
                for (int i : ordered(batch)) {
                    SignedAcknowledgement message = batch.get(i);
                    update.setLong(1, now);
                    update.setString(2, message.report().toString());
                    update.setLong(3, message.number());
                    update.setString(4, message.terminal().value());
                    stored[i] = update.executeUpdate() == 1;
                }
                return List.of(stored);
            }
        });
    }

    /** Places in the batch, in the order in which rows are changed. */
    private static List<Integer> ordered(List<SignedAcknowledgement> batch) {
        Comparator<Integer> order = Comparator.comparing(
                        (Integer i) -> batch.get(i).report().toString())
                .thenComparingLong(i -> batch.get(i).number());
        return IntStream.range(0, batch.size()).boxed().sorted(order).toList();
    }
}
