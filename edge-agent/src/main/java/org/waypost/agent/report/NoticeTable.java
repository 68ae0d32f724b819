package org.waypost.agent.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waypost.contract.Codec;
import org.waypost.contract.Notice;
import org.waypost.contract.SignedNotice;

/**
 * Notices as SQL, within one transaction.
 *
 * @param in the transaction
 */
record NoticeTable(Connection in) {
    /** As many as the screens list. */
    static final int REPORTS_MAX = 50;

    /** The encounter of the report it is about, if this terminal filed that. */
    Optional<UUID> encounter(SignedNotice signed) throws SQLException {
        try (PreparedStatement query =
                in.prepareStatement("select encounter from outbox where report = ? and terminal = ?")) {
            query.setString(1, signed.notice().report().toString());
            query.setString(2, signed.terminal().value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(UUID.fromString(row.getString(1))) : Optional.empty();
            }
        }
    }

    /** False if one of that number is here. */
    boolean insert(SignedNotice signed, Instant heard) throws SQLException {
        try (PreparedStatement insert = in.prepareStatement("insert or ignore into notice values (?, ?, ?, ?)")) {
            insert.setString(1, signed.notice().report().toString());
            insert.setLong(2, signed.notice().number());
            insert.setString(3, heard.toString());
            insert.setString(4, Codec.write(signed));
            return insert.executeUpdate() == 1;
        }
    }

    Map<UUID, Notice> latest() throws SQLException {
        String sql = "select signed from notice one where report in (select report from outbox order by rowid desc"
                + " limit " + REPORTS_MAX + ") and number = (select max(number) from notice where report = one.report)";
        try (PreparedStatement query = in.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            Map<UUID, Notice> latest = new HashMap<>();
            while (row.next()) {
                notice(row.getString(1)).ifPresent(notice -> latest.put(notice.report(), notice));
            }
            return Map.copyOf(latest);
        }
    }

    /** Empty for a text that the disk damaged: one row must not hide the others. */
    private static Optional<Notice> notice(String signed) {
        return switch (Codec.read(signed.getBytes(UTF_8), SignedNotice.class)) {
            case Codec.Decoded<SignedNotice> decoded ->
                Optional.of(decoded.value().notice());
            case Codec.Malformed<SignedNotice> malformed -> Optional.empty();
        };
    }
}
