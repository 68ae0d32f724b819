package org.waypost.agent.report;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.SqliteAudit;
import org.waypost.agent.panel.Technician;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.Receipt;

/**
 * What the hub refused, or the disk damaged: not sent again, and kept until a named technician has seen it. No content.
 *
 * @param store the terminal's file; every method throws its failure
 */
public record DeadLetters(TerminalStore store) {
    /** Letters of one sheet. */
    public static final int SHEET = 50;

    private static final UUID NO_ENCOUNTER = new UUID(0, 0);

    /** How many there are. */
    public Count count() {
        return store.transaction(in -> {
            String sql = "select count(*), count(*) - count(looked) from outbox where refused is not null";
            try (PreparedStatement query = in.prepareStatement(sql);
                    ResultSet row = query.executeQuery()) {
                return new Count(row.getInt(1), row.getInt(2));
            }
        });
    }

    /**
     * One sheet of them, newest first.
     *
     * @param number from 0; beyond the last one it is empty
     */
    public List<Letter> sheet(int number) {
        String sql = "select report, amends, created, refused, receipt, looked from outbox where refused is not null"
                + " order by refused desc, rowid desc limit ? offset ?";
        return store.transaction(in -> {
            try (PreparedStatement query = in.prepareStatement(sql)) {
                query.setInt(1, SHEET);
                query.setLong(2, (long) number * SHEET);
                return letters(query);
            }
        });
    }

    private static List<Letter> letters(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            List<Letter> letters = new ArrayList<>();
            while (row.next()) {
                letters.add(new Letter(
                        OutboxTable.id(row.getString(1)),
                        Optional.ofNullable(row.getString(2)).map(OutboxTable::id),
                        OutboxTable.instant(row.getString(3)),
                        OutboxTable.instant(row.getString(4)),
                        Optional.ofNullable(row.getString(5))
                                .map(KeptReceipt::new)
                                .flatMap(KeptReceipt::refusal),
                        Optional.ofNullable(row.getString(6)).map(OutboxTable::instant)));
            }
            return letters;
        }
    }

    /**
     * A technician has seen all that were refused within these two moments, both included; accounted for by name.
     *
     * @return how many nobody had seen before
     */
    public int looked(Technician by, Instant from, Instant until, Instant now) {
        String sql = "update outbox set looked = ? where refused between ? and ? and looked is null";
        return store.transaction(in -> {
            try (PreparedStatement update = in.prepareStatement(sql)) {
                update.setString(1, now.toString());
                update.setString(2, from.toString());
                update.setString(3, until.toString());
                int seen = update.executeUpdate();
                if (seen > 0) {
                    SqliteAudit.append(
                            in,
                            new AuditEvent(now, by.name(), AuditEvent.Action.REFUSED_SEEN, NO_ENCOUNTER, "" + seen));
                }
                return seen;
            }
        });
    }

    /**
     * How many letters are dead.
     *
     * @param unseen those that no technician has seen yet; they have no age
     */
    public record Count(int all, int unseen) {
        /** Sheets that hold them, at least one. */
        public int sheets() {
            return Math.max(1, (all + SHEET - 1) / SHEET);
        }
    }

    /**
     * One that is not sent again.
     *
     * @param amends the report it corrects or withdraws; empty for a report
     * @param reason the hub's; empty if the disk damaged the letter, or the receipt
     * @param looked since when a technician has seen it
     */
    public record Letter(
            UUID report,
            Optional<UUID> amends,
            Instant created,
            Instant refused,
            Optional<Receipt.Reason> reason,
            Optional<Instant> looked) {}
}
