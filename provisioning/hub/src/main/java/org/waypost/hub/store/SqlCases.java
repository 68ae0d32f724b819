package org.waypost.hub.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.waypost.contract.Progress;
import org.waypost.contract.SealedReport;
import org.waypost.contract.Signer;
import org.waypost.hub.casebook.CaseFile;
import org.waypost.hub.casebook.CaseLine;
import org.waypost.hub.casebook.Cases;
import org.waypost.hub.casebook.Decision;
import org.waypost.hub.casebook.DutyWindows;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.casebook.Telling;

/** Cases in the store. Safe for use by several threads. */
public final class SqlCases implements Cases {
    private final Database database;
    private final Signer signer;
    private final InstantSource clock;

    /**
     * The cases of one store.
     *
     * @param signer with the hub's receipt key: signs what terminals are told
     */
    public SqlCases(Database database, Signer signer, InstantSource clock) {
        this.database = database;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public List<CaseLine> inbox(int limit) {
        return database.transaction(connection -> new CaseRows(connection).inbox(limit));
    }

    @Override
    public List<CaseLine> late(DutyWindows windows, int limit) {
        return database.transaction(connection -> new CaseRows(connection).late(windows, now(), limit));
    }

    @Override
    public long lateCount(DutyWindows windows) {
        return database.transaction(connection -> new CaseRows(connection).lateCount(windows, now()));
    }

    @Override
    public Optional<CaseLine> line(long number) {
        return database.transaction(connection -> new CaseRows(connection).line(number)).stream()
                .findFirst();
    }

    @Override
    public String version() {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "select (select max(number) from report), (select max(entry) from audit)");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) + "." + row.getLong(2);
            }
        });
    }

    @Override
    public Optional<CaseFile> look(long number, Officer officer, Reason purpose) {
        return database.transaction(connection -> {
            CaseRows rows = new CaseRows(connection);
            Optional<SealedReport> found = rows.envelope(number);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            record(connection, Audit.Action.LOOKED, number, officer, purpose.words());
            return Optional.of(new CaseFile(found.get(), rows.amendments(number), NoticeRows.of(connection, number)));
        });
    }

    @Override
    public boolean acknowledge(long number, Officer officer, Reason reason) {
        return database.transaction(connection -> {
            boolean taken = new CaseRows(connection).take(number, officer, reason, now());
            if (taken) {
                record(connection, Audit.Action.ACKNOWLEDGED, number, officer, reason.words());
                notices(connection).add(number, Progress.TAKEN_ON, officer, reason, now());
            }
            return taken;
        });
    }

    @Override
    public Telling tell(long number, Decision decision) {
        return database.transaction(connection -> {
            database.holdAudit(connection);
            if (!new CaseRows(connection).taken(number)) {
                return Telling.NOT_TAKEN_ON;
            }
            Telling told =
                    notices(connection).add(number, decision.progress(), decision.by(), decision.reason(), now());
            if (told == Telling.TOLD) {
                String note = decision.progress() + ": " + decision.reason().words();
                record(connection, Audit.Action.TOLD, number, decision.by(), note);
            }
            return told;
        });
    }

    private NoticeRows notices(Connection connection) {
        return new NoticeRows(connection, signer);
    }

    private Instant now() {
        return clock.instant().truncatedTo(MILLIS);
    }

    private void record(Connection connection, Audit.Action action, long number, Officer officer, String note)
            throws SQLException {
        new Audit(database).append(connection, new Audit.Entry(now(), officer.name(), action, "" + number, note));
    }
}
