package org.waypost.agent.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.SignedAnswer;
import org.waypost.contract.Verifier;

/** The shelf in the terminal's file. */
public final class SqliteAnswerShelf implements AnswerShelf {
    private final TerminalStore store;
    private final Verifier hub;
    private final InstantSource clock;

    /** @param hub whose answers are taken */
    public SqliteAnswerShelf(TerminalStore store, Verifier hub, InstantSource clock) {
        this.store = store;
        this.hub = hub;
        this.clock = clock;
    }

    @Override
    public long last() {
        return store.transaction(SqliteAnswerShelf::last);
    }

    private static long last(Connection in) throws SQLException {
        try (PreparedStatement query = in.prepareStatement("select last from desk_answer_last");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public boolean put(SignedAnswer answer) {
        return answer.signed(hub)
                && store.transaction(in -> {
                    long last = last(in);
                    return answer.previous() <= last && answer.number() > last && insert(in, answer);
                });
    }

    private static boolean insert(Connection in, SignedAnswer answer) throws SQLException {
        try (PreparedStatement insert = in.prepareStatement("insert into desk_answer values (?, ?, ?, ?)");
                PreparedStatement last = in.prepareStatement("update desk_answer_last set last = ?")) {
            insert.setString(1, answer.handle());
            insert.setLong(2, answer.number());
            insert.setString(3, answer.hour().toString());
            insert.setString(4, answer.sealed());
            last.setLong(1, answer.number());
            return insert.executeUpdate() + last.executeUpdate() == 2;
        }
    }

    @Override
    public List<Kept> of(String handle) {
        return store.transaction(in -> {
            try (PreparedStatement query =
                    in.prepareStatement("select hour, sealed from desk_answer where handle = ? order by number")) {
                query.setString(1, handle);
                List<Kept> kept = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        kept.add(new Kept(Instant.parse(row.getString(1)), row.getString(2)));
                    }
                }
                return List.copyOf(kept);
            }
        });
    }

    @Override
    public void tidy() {
        String oldest = clock.instant().minus(KEPT).toString();
        store.transaction(in -> {
            try (PreparedStatement delete = in.prepareStatement("delete from desk_answer where hour < ?")) {
                delete.setString(1, oldest);
                return delete.executeUpdate();
            }
        });
    }
}
