package org.waypost.hub.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.KeyFile;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.SealedReport;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.hub.intake.Judged;

/** A store of a kind, empty at each test; what all kinds must do stands in the classes below this one. */
abstract class StoreContract {
    static final Instant START = Instant.parse("2026-11-24T08:20:00Z");
    static final TerminalId COUNTER = new TerminalId("counter-1");

    /** A new, empty store. */
    abstract StoreAddress fresh() throws Exception;

    Instant now = START;
    private StoreAddress address;
    Database database;

    @BeforeEach
    void openFresh() throws Exception {
        address = fresh();
        database = Database.open(address);
    }

    @AfterEach
    void closeStore() {
        database.close();
    }

    void reopen() {
        database.close();
        database = Database.open(address);
    }

    /** A second hub's way into the same store. */
    Database another() {
        return Database.open(address);
    }

    /** What each of two hubs gets that work at the same time. */
    static <T> List<T> both(Callable<List<T>> one, Callable<List<T>> other) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<T>> first = threads.submit(one);
            Future<List<T>> second = threads.submit(other);
            List<T> all = new ArrayList<>(first.get(60, SECONDS));
            all.addAll(second.get(60, SECONDS));
            return all;
        }
    }

    SqlCaseStore cases(Database store) {
        return new SqlCaseStore(store, new ReceiptSigner(signer()), () -> now);
    }

    static Signer signer() {
        try {
            return new Signer(KeyFile.newSigningKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static SealedReport message(UUID id, long sequence) {
        return message(id, COUNTER, sequence, "sealed-" + sequence);
    }

    static SealedReport message(UUID id, TerminalId terminal, long sequence, String sealed) {
        return new SealedReport(SealedReport.VERSION, id, terminal, sequence, sealed, "signature");
    }

    static Judged accepted(long sequence) {
        return accepted(message(UUID.randomUUID(), sequence));
    }

    static Judged accepted(SealedReport message) {
        return new Judged.Accepted(message, Urgency.OTHER);
    }

    long count(String query) {
        return database.transaction(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    void execute(String change) {
        database.transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(change);
            }
        });
    }

    long auditEntries() {
        return assertInstanceOf(Audit.Check.Intact.class, new Audit(database).check())
                .entries();
    }
}
