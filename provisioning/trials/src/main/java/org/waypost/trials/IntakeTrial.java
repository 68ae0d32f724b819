package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.waypost.contract.Receipt;
import org.waypost.hub.NativeCurves;
import org.waypost.hub.fleet.Fleet;
import org.waypost.hub.intake.Conveyor;
import org.waypost.hub.intake.Incoming;
import org.waypost.hub.intake.Intake;
import org.waypost.hub.intake.Keeping;
import org.waypost.hub.intake.Tally;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlCaseStore;
import org.waypost.hub.store.SqlHealthStore;
import org.waypost.hub.store.SqlNoticeOutbox;
import org.waypost.hub.store.SqlQuarantines;
import org.waypost.hub.store.StoreAddress;
import org.waypost.servers.PostgresServer;

/**
 * How many reports a second one hub takes in: sealed and signed beforehand, read, verified, opened, stored with signed
 * receipts, synced. Held against bare inserts of the same rows into the same kind of store in the same run.
 */
final class IntakeTrial implements Trial {
    private static final int BATCH = 200;
    private static final int REPORTS = 20_000;
    private static final int WARM_UP = 4_000;

    private final int reports;
    private final int warmUp;

    IntakeTrial() {
        this(REPORTS, WARM_UP);
    }

    /** With fewer, for a test. */
    IntakeTrial(int reports, int warmUp) {
        this.reports = reports;
        this.warmUp = warmUp;
    }

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public String purpose() {
        return "reports a second that one hub stores and answers, in SQLite and PostgreSQL, and what bounds them";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException {
        figures.accept(Figure.noted("intake-native-curves", NativeCurves.install() ? 1 : 0, ""));
        SealedStock stock = new SealedStock(TrialKeys.make(directory.resolve("keys")), warmUp + reports);
        double micros = IntakeParts.run(stock, figures);
        int cores = Runtime.getRuntime().availableProcessors();
        figures.accept(Figure.noted("intake-cores", cores, ""));
        figures.accept(Figure.noted("intake-bound-by-parts", cores * 1e6 / micros, "/s"));
        try {
            sqlite(stock, directory, figures);
            if (PostgresServer.installed()) {
                postgres(stock, figures);
            } else {
                figures.accept(Figure.skipped("intake-postgresql", "needs PostgreSQL: apt-get install postgresql"));
            }
        } catch (SQLException e) {
            throw new IOException("the stores of this trial cannot be compared", e);
        }
    }

    private void sqlite(SealedStock stock, Path directory, Consumer<Figure> figures) throws SQLException {
        Path taken = directory.resolve("taken");
        Path bare = directory.resolve("bare");
        double rate = rate(stock, new StoreAddress.Directory(taken));
        Database.open(new StoreAddress.Directory(bare)).close();
        try (Connection from = DriverManager.getConnection("jdbc:sqlite:" + taken.resolve("hub.db"));
                Connection into = DriverManager.getConnection("jdbc:sqlite:" + bare.resolve("hub.db"));
                Statement statement = into.createStatement()) {
            statement.execute("pragma synchronous = full");
            told("sqlite", 3_000, rate, BareInserts.rate(from, into, BATCH), figures);
        }
    }

    private void postgres(SealedStock stock, Consumer<Figure> figures) throws IOException, SQLException {
        try (PostgresServer server = new PostgresServer()) {
            server.create("taken");
            server.create("bare");
            double rate = rate(stock, address(server, "taken"));
            Database.open(address(server, "bare")).close();
            try (Connection from = server.connect("taken");
                    Connection into = server.connect("bare?reWriteBatchedInserts=true")) {
                told("postgresql", 8_000, rate, BareInserts.rate(from, into, BATCH), figures);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static StoreAddress.Server address(PostgresServer server, String database) {
        return new StoreAddress.Server(server.url(database), server.user(), server.passwordFile());
    }

    private static void told(String store, double wanted, double rate, double bare, Consumer<Figure> figures) {
        figures.accept(Figure.atLeast(wanted, "intake-" + store, rate, "/s").beside("bare inserts", bare));
        figures.accept(Figure.atLeast(0.5, "intake-" + store + "-to-bare", rate / bare, ""));
    }

    /** Reports a second after the warm-up, each of them answered as stored. */
    private double rate(SealedStock stock, StoreAddress address) {
        InstantSource clock = InstantSource.system();
        try (Database database = Database.open(address)) {
            Intake intake = new Intake(
                    stock::key,
                    stock.opener(),
                    new Keeping(
                            new SqlCaseStore(database, stock.signer(), clock),
                            new Fleet(
                                    new SqlHealthStore(database), new SqlQuarantines(database, clock), List::of, clock),
                            new SqlNoticeOutbox(database, clock)),
                    new Tally());
            List<List<Incoming>> batches = stock.batches(BATCH);
            int first = warmUp / BATCH;
            take(intake, batches.subList(0, first));
            long begun = System.nanoTime();
            take(intake, batches.subList(first, batches.size()));
            return reports / ((System.nanoTime() - begun) / 1e9);
        }
    }

    private static void take(Intake intake, List<List<Incoming>> batches) {
        try (Conveyor conveyor = new Conveyor(intake)) {
            batches.forEach(batch -> conveyor.give(batch, IntakeTrial::allStored));
        }
    }

    private static void allStored(List<Intake.Outcome> outcomes) {
        for (Intake.Outcome outcome : outcomes) {
            if (!(outcome instanceof Intake.Answered answered && answered.receipt() instanceof Receipt.Stored)) {
                throw new IllegalStateException("a good report became " + outcome);
            }
        }
    }
}
