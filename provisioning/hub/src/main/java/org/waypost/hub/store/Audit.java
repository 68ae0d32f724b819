package org.waypost.hub.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.waypost.contract.Codec;
import org.waypost.contract.Digest;
import org.waypost.contract.Signer;
import org.waypost.contract.Verifier;

/**
 * The record of looks and decisions. Each entry's hash covers the entry and the hash before it (SHA-256), so that a
 * changed, removed or moved entry is found by {@link #check}. Cutting off the end is found by {@link AuditEnd}. Holds
 * names of staff and their reasons, never content of a report.
 */
public final class Audit {
    private static final String START = "waypost-audit-1";

    /** Rows held in memory while the chain is read; PostgreSQL would send all at once. */
    private static final int PORTION = 1_000;

    private final Database database;

    /** The audit of one store. */
    public Audit(Database database) {
        this.database = database;
    }

    /** Adds an entry to the transaction that does what it records. */
    void append(Connection connection, Entry entry) throws SQLException {
        database.holdAudit(connection);
        Head head = head(connection);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit (entry, at, actor, action, subject, note, hash) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, head.number + 1);
            insert.setLong(2, entry.at.toEpochMilli());
            insert.setString(3, entry.actor);
            insert.setString(4, entry.action.name());
            insert.setString(5, entry.subject);
            insert.setString(6, entry.note);
            insert.setString(7, hash(head, entry));
            insert.executeUpdate();
        }
    }

    static Head head(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select entry, hash from audit order by entry desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Head(row.getLong(1), row.getString(2)) : anchor(connection).head;
        }
    }

    private static Anchor anchor(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select entry, hash, signature from audit_anchor");
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getLong(1) > 0
                    ? new Anchor(new Head(row.getLong(1), row.getString(2)), row.getString(3))
                    : new Anchor(new Head(0, START), "");
        }
    }

    /**
     * Deletes the entries before the first one that is not older, and leaves an anchor, from which the chain goes on.
     *
     * @return how many
     */
    long purge(Connection connection, Instant before, Signer signer) throws SQLException {
        Head last = lastBefore(connection, before);
        if (last.number <= anchor(connection).head.number) {
            return 0;
        }
        try (PreparedStatement update =
                connection.prepareStatement("update audit_anchor set entry = ?, hash = ?, signature = ?")) {
            update.setLong(1, last.number);
            update.setString(2, last.hash);
            update.setString(3, signer.sign(Anchor.text(last)));
            update.executeUpdate();
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from audit where entry <= ?")) {
            delete.setLong(1, last.number);
            return delete.executeUpdate();
        }
    }

    private static Head lastBefore(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select entry, hash from audit
                where entry < coalesce((select min(entry) from audit where at >= ?), %d)
                order by entry desc limit 1""".formatted(Long.MAX_VALUE))) {
            select.setLong(1, before.toEpochMilli());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Head(row.getLong(1), row.getString(2)) : new Head(0, START);
            }
        }
    }

    /** Whether the anchor of what was purged, if anything was, is signed by the hub. */
    public boolean isAnchoredBy(Verifier hub) {
        Anchor anchor = database.transaction(Audit::anchor);
        return anchor.head.number == 0 || hub.signed(Anchor.text(anchor.head), anchor.signature);
    }

    /** Recomputes the whole chain. */
    public Check check() {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "select at, actor, action, subject, note, hash, entry from audit order by entry");
                    ResultSet row = inPortions(select)) {
                Head head = anchor(connection).head;
                while (row.next()) {
                    Head next = new Head(head.number + 1, hash(head, entry(row)));
                    if (!row.getString(6).equals(next.hash) || row.getLong(7) != next.number) {
                        return new Check.Broken(next.number);
                    }
                    head = next;
                }
                return new Check.Intact(head.number, head.hash);
            }
        });
    }

    /** The last entries, the latest first. */
    static List<Entry> latest(Connection connection, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select at, actor, action, subject, note from audit order by entry desc limit ?")) {
            select.setInt(1, limit);
            try (ResultSet row = select.executeQuery()) {
                List<Entry> latest = new ArrayList<>();
                while (row.next()) {
                    latest.add(entry(row));
                }
                return latest;
            }
        }
    }

    private static ResultSet inPortions(PreparedStatement select) throws SQLException {
        select.setFetchSize(PORTION);
        return select.executeQuery();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                Instant.ofEpochMilli(row.getLong(1)),
                row.getString(2),
                Action.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5));
    }

    private static String hash(Head before, Entry entry) {
        return Digest.of(before.hash + "\n" + (before.number + 1) + "\n" + Codec.write(entry));
    }

    /** What is recorded. */
    enum Action {
        LOOKED,
        ACKNOWLEDGED,
        TOLD,
        CONFLICT,
        NO_SUCH_REPORT,
        AMENDED_TOO_LATE,
        TIP_LOOKED,
        TIP_ANSWERED,
        LIST_ISSUED,
        TRUST_STORE_ISSUED,
        QUARANTINED,
        RELEASED,
        HELD,
        HOLD_ENDED,
        PURGED,
        KEY_ADDED,
        KEY_ACTIVATED,
        KEY_RETIRED,
        TERMINAL_KEYS_TAKEN,
        OFFICER_ENROLLED,
        OFFICER_RETIRED,
        SIGNED_IN,
        SIGN_IN_REFUSED,
        SIGNED_OUT,
        UNCOVERING_ASKED,
        UNCOVERING_CONSENTED,
        GLASS_BROKEN,
        GLASS_REVIEWED,
        UNCOVERED
    }

    /**
     * One thing done.
     *
     * @param at when, in whole milliseconds
     * @param actor named person, or terminal
     * @param subject number of the case or the list issue, id of a message, a terminal, an officer, the desk, or a key
     *     of the hub
     * @param note purpose or reason as the person gave it; may be empty
     */
    record Entry(Instant at, String actor, Action action, String subject, String note) {}

    /** The last entry. */
    record Head(long number, String hash) {}

    /** The last of the purged entries. */
    private record Anchor(Head head, String signature) {
        static String text(Head head) {
            return "waypost-hub-audit-anchor-1\n" + head.number + "\n" + head.hash;
        }
    }

    /** What a check of the chain found. */
    public sealed interface Check {
        /** All entries since the purged ones are as written; {@code entries} counts those too. */
        record Intact(long entries, String head) implements Check {}

        /** The first entry, counted from 1, that is not what was written there. */
        record Broken(long entry) implements Check {}
    }
}
