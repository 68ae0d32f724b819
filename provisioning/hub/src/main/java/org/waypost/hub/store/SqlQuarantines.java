package org.waypost.hub.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.waypost.contract.TerminalId;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.fleet.Quarantines;

/** Quarantines in the store. Safe for use by several threads, and by several hubs. */
public final class SqlQuarantines implements Quarantines {
    private final Database database;
    private final InstantSource clock;

    /** The quarantines of one store. */
    public SqlQuarantines(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Quarantine> all() {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "select terminal, since, cause from quarantine order by terminal");
                    ResultSet row = select.executeQuery()) {
                List<Quarantine> all = new ArrayList<>();
                while (row.next()) {
                    all.add(new Quarantine(
                            new TerminalId(row.getString(1)),
                            Instant.ofEpochMilli(row.getLong(2)),
                            Cause.valueOf(row.getString(3))));
                }
                return all;
            }
        });
    }

    @Override
    public void begin(List<Quarantine> begun) {
        database.transaction(connection -> {
            for (Quarantine quarantine : begun) {
                begin(connection, quarantine);
            }
            return begun;
        });
    }

    private void begin(Connection connection, Quarantine quarantine) throws SQLException {
        String terminal = quarantine.terminal().value();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into quarantine (terminal, since, cause) values (?, ?, ?) on conflict do nothing")) {
            insert.setString(1, terminal);
            insert.setLong(2, quarantine.since().toEpochMilli());
            insert.setString(3, quarantine.cause().name());
            if (insert.executeUpdate() == 1) {
                record(
                        connection,
                        "hub",
                        Audit.Action.QUARANTINED,
                        terminal,
                        quarantine.cause().name());
            }
        }
    }

    @Override
    public boolean end(TerminalId terminal, Officer officer, Reason reason) {
        return database.transaction(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from quarantine where terminal = ?")) {
                delete.setString(1, terminal.value());
                boolean ended = delete.executeUpdate() == 1;
                if (ended) {
                    record(connection, officer.name(), Audit.Action.RELEASED, terminal.value(), reason.words());
                }
                return ended;
            }
        });
    }

    private void record(Connection connection, String actor, Audit.Action action, String terminal, String note)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(MILLIS);
        new Audit(database).append(connection, new Audit.Entry(now, actor, action, terminal, note));
    }
}
