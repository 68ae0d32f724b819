package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport.Urgency;

/** Decision until the row is durable, and until the hub's verified receipt is here, over loopback. */
final class ReportTiming {
    private static final int ROWS = 200;
    private static final int REPORTS = 1_000;

    private ReportTiming() {}

    static void run(Site site, Consumer<Figure> figures) throws IOException, InterruptedException {
        try (Program hub = site.hub(Site.cached(site.hubJar()));
                Dispatch dispatch = new Dispatch(Settings.read(site.terminalSettings()))) {
            hub.readyLine();
            dispatch.warmUp();
            durable(dispatch, site.directory().resolve("bare.db"), figures);
            dispatch.start();
            receipts(dispatch, figures);
        }
    }

    private static void durable(Dispatch dispatch, Path bare, Consumer<Figure> figures) throws IOException {
        Timings timings = new Timings();
        for (int row = 0; row < ROWS; row++) {
            long start = System.nanoTime();
            dispatch.file(Urgency.OTHER);
            timings.add(System.nanoTime() - start);
        }
        double baseline = bareInsert(bare).median();
        figures.accept(Figure.noted("decision-to-durable-median", timings.median(), "ms")
                .beside("bare insert", baseline));
        figures.accept(Figure.atMost(20, "decision-to-durable-p99", timings.p99(), "ms"));
    }

    /** The same size of row in a file of its own, one commit a row, with the same durability. */
    private static Timings bareInsert(Path file) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (var statement = connection.createStatement()) {
                statement.execute("pragma journal_mode=WAL");
                statement.execute("pragma synchronous=FULL");
                statement.execute("create table bare (id text primary key, body text not null)");
            }
            return inserts(connection);
        } catch (SQLException e) {
            throw new IOException("the baseline failed", e);
        }
    }

    private static Timings inserts(Connection connection) throws SQLException {
        Timings timings = new Timings();
        String body = "x".repeat(1_500);
        try (PreparedStatement insert = connection.prepareStatement("insert into bare values (?, ?)")) {
            for (int row = 0; row < ROWS; row++) {
                long start = System.nanoTime();
                insert.setString(1, UUID.randomUUID().toString());
                insert.setString(2, body);
                insert.executeUpdate();
                timings.add(System.nanoTime() - start);
            }
        }
        return timings;
    }

    private static void receipts(Dispatch dispatch, Consumer<Figure> figures) throws InterruptedException {
        Timings timings = new Timings();
        // the reports of the step before are drained first, so that each of these travels alone
        await(dispatch, dispatch.file(Urgency.OTHER));
        for (int report = 0; report < REPORTS; report++) {
            long start = System.nanoTime();
            await(dispatch, dispatch.file(Urgency.OTHER));
            timings.add(System.nanoTime() - start);
        }
        figures.accept(Figure.atMost(60, "decision-to-receipt-median", timings.median(), "ms"));
        figures.accept(Figure.atMost(250, "decision-to-receipt-p99", timings.p99(), "ms"));
    }

    private static void await(Dispatch dispatch, UUID report) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!dispatch.confirmed(report)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no receipt within a minute");
            }
            Thread.sleep(1);
        }
    }
}
