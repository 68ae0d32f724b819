package org.waypost.hub.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.officer.Account;
import org.waypost.hub.officer.Deed;
import org.waypost.hub.officer.HashedPassword;
import org.waypost.hub.officer.Officers;
import org.waypost.hub.officer.Role;

/** Officers in the store. Safe for use by several threads, and by several hubs. */
public final class SqlOfficers implements Officers {
    private static final String DOOR = "desk";

    private final Database database;
    private final InstantSource clock;

    /** The officers of one store. */
    public SqlOfficers(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void enrol(Account account, Officer by) {
        database.transaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into officer (name, role, password) values (?, ?, ?)
                    on conflict (name) do update set role = excluded.role, password = excluded.password""")) {
                insert.setString(1, account.officer().name());
                insert.setString(2, account.role().name());
                insert.setString(3, account.password().text());
                insert.executeUpdate();
            }
            String name = account.officer().name();
            record(
                    connection,
                    by,
                    Audit.Action.OFFICER_ENROLLED,
                    name,
                    account.role().name());
            return account;
        });
    }

    @Override
    public boolean retire(Officer officer, Officer by) {
        return database.transaction(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from officer where name = ?")) {
                delete.setString(1, officer.name());
                boolean retired = delete.executeUpdate() == 1;
                if (retired) {
                    record(connection, by, Audit.Action.OFFICER_RETIRED, officer.name(), "");
                }
                return retired;
            }
        });
    }

    @Override
    public Optional<Account> find(Officer officer) {
        return database.transaction(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select role, password from officer where name = ?")) {
                select.setString(1, officer.name());
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Account(
                                    officer, Role.valueOf(row.getString(1)), new HashedPassword(row.getString(2))))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public boolean none() {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select 1 from officer limit 1");
                    ResultSet row = select.executeQuery()) {
                return !row.next();
            }
        });
    }

    @Override
    public void record(Passage passage, Officer officer) {
        Audit.Action action = switch (passage) {
            case SIGNED_IN -> Audit.Action.SIGNED_IN;
            case SIGN_IN_REFUSED -> Audit.Action.SIGN_IN_REFUSED;
            case SIGNED_OUT -> Audit.Action.SIGNED_OUT;
        };
        database.transaction(connection -> {
            record(connection, officer, action, DOOR, "");
            return action;
        });
    }

    @Override
    public List<Deed> deeds(int limit) {
        return database.transaction(connection -> Audit.latest(connection, limit)).stream()
                .map(entry -> new Deed(entry.at(), entry.actor(), entry.action().name(), entry.subject(), entry.note()))
                .toList();
    }

    private void record(Connection connection, Officer actor, Audit.Action action, String subject, String note)
            throws SQLException {
        var now = clock.instant().truncatedTo(MILLIS);
        new Audit(database).append(connection, new Audit.Entry(now, actor.name(), action, subject, note));
    }
}
