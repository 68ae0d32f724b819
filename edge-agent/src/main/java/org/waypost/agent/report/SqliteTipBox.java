package org.waypost.agent.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.Codec;
import org.waypost.contract.PublicReport;
import org.waypost.contract.SealedTip;
import org.waypost.contract.SignedTipReceipt;
import org.waypost.contract.TipSealer;
import org.waypost.contract.Verifier;

/** The tip box in the terminal's file. After each change its log is emptied, which would have the order of changes. */
public final class SqliteTipBox implements TipBox {
    private final TerminalStore store;
    private final TipSealer desk;
    private final Verifier hub;
    private final InstantSource clock;

    /**
     * A box in one file.
     *
     * @param desk to whom tips are sealed
     * @param hub whose receipts count
     */
    public SqliteTipBox(TerminalStore store, TipSealer desk, Verifier hub, InstantSource clock) {
        this.store = store;
        this.desk = desk;
        this.hub = hub;
        this.clock = clock;
    }

    @Override
    public Put put(PublicReport report) {
        SealedTip tip = desk.seal(report);
        Put outcome = store.transaction(in -> {
            boolean full = count(
                                    in,
                                    "select count(*) from tip where hour = ?",
                                    report.hour().toString())
                            >= HOUR_MAX
                    || count(in, "select count(*) from tip") >= WAITING_MAX;
            return full ? Put.FULL : insert(in, tip, report);
        });
        store.scrub();
        return outcome;
    }

    private static Put insert(Connection in, SealedTip tip, PublicReport report) throws SQLException {
        change(
                in,
                "insert into tip (id, hour, message, digest, refused) values (?, ?, ?, ?, 0)",
                tip.id().toString(),
                report.hour().toString(),
                Codec.write(tip),
                tip.digest());
        return Put.SAVED;
    }

    /** Not only of hours before this one: a clock that was set back must not hold them for ever. */
    @Override
    public List<SealedTip> due() {
        String hour = PublicReport.hourOf(clock.instant()).toString();
        return store.transaction(in -> {
            try (PreparedStatement query =
                    prepare(in, "select message from tip where hour <> ? and refused = 0 order by id", hour)) {
                List<SealedTip> due = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        read(row.getString(1), due);
                    }
                }
                return due;
            }
        });
    }

    /** What the disk damaged stays, and holds nothing up. */
    private static void read(String message, List<SealedTip> into) {
        switch (Codec.read(message.getBytes(UTF_8), SealedTip.class)) {
            case Codec.Decoded<SealedTip> decoded -> into.add(decoded.value());
            case Codec.Malformed<SealedTip> malformed -> {}
        }
    }

    @Override
    public boolean confirm(SignedTipReceipt receipt) {
        String id = receipt.tip().toString();
        boolean ours = receipt.answers(receipt.tip(), receipt.digest(), hub);
        boolean counted = ours && store.transaction(in -> settle(in, id, receipt) == 1);
        store.scrub();
        return counted;
    }

    private int settle(Connection in, String id, SignedTipReceipt receipt) throws SQLException {
        String digest = receipt.digest();
        return switch (receipt.outcome()) {
            case STORED -> change(in, "delete from tip where id = ? and digest = ?", id, digest);
            case LATER ->
                change(
                        in,
                        "update tip set hour = ? where id = ? and digest = ?",
                        PublicReport.hourOf(clock.instant()).toString(),
                        id,
                        digest);
            case REFUSED -> change(in, "update tip set refused = 1 where id = ? and digest = ?", id, digest);
        };
    }

    @Override
    public int waiting() {
        return store.transaction(in -> count(in, "select count(*) from tip where refused = 0"));
    }

    @Override
    public int refused() {
        return store.transaction(in -> count(in, "select count(*) from tip where refused = 1"));
    }

    private static int count(Connection in, String sql, String... parameters) throws SQLException {
        try (PreparedStatement query = prepare(in, sql, parameters);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static int change(Connection in, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(in, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection in, String sql, String... parameters) throws SQLException {
        PreparedStatement statement = in.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
        return statement;
    }
}
