package org.waypost.trials;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.waypost.agent.report.OutboxSize;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.CaseReport;

/**
 * A terminal that files reports and gets receipts, and tells on its standard output, unbuffered, what it has promised
 * ({@link TrialOutbox}). The first half is only filed, which lets SQLite's log grow until it is emptied by itself; then
 * the store is opened again and every third report is confirmed, which empties the log each time.
 */
final class OutboxLife {
    /** The file in the directory. */
    static final String FILE = "terminal.db";

    private static final int CONFIRMED_EVERY = 3;

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final TrialKeys keys;
    private final Path file;
    private final Safety safety;

    private OutboxLife(Path directory, TrialKeys keys, Safety safety) {
        this.file = directory.resolve(FILE);
        this.keys = keys;
        this.safety = safety;
    }

    /** Takes the directory, that of the keys, how safe SQLite is to be, and how many reports are filed. */
    public static void main(String[] arguments) throws IOException {
        OutboxLife life = new OutboxLife(
                Path.of(arguments[0]), new TrialKeys(Path.of(arguments[1])), Safety.valueOf(arguments[2]));
        int reports = Integer.parseInt(arguments[3]);
        life.days(reports / 2, Integer.MAX_VALUE);
        life.days(reports - reports / 2, CONFIRMED_EVERY);
    }

    static List<String> command(Path directory, TrialKeys keys, Safety safety, int reports) {
        return Program.rehearsed(
                OutboxLife.class,
                List.of(),
                directory.toString(),
                keys.directory().toString(),
                safety.name(),
                Integer.toString(reports));
    }

    private void days(int reports, int confirmedEvery) throws IOException {
        try (TrialOutbox outbox = TrialOutbox.open(file, keys, new OutboxSize(OutboxSize.USUAL))) {
            safety.on(outbox.store());
            for (int report = 1; report <= reports; report++) {
                say(outbox.filed(CaseReport.Urgency.OTHER)
                        .orElseThrow(() -> new IllegalStateException("the outbox takes no more")));
                if (report % confirmedEvery == 0) {
                    say(outbox.confirmed());
                }
            }
        }
    }

    private void say(String line) throws IOException {
        out.write((line + "\n").getBytes(US_ASCII));
    }

    /** How careful SQLite is on the store's connection. */
    enum Safety {
        /** As the product opens it. */
        PRODUCT,
        /** Control: a commit is not forced to the disk. */
        NORMAL,
        /** Control: nothing is forced to the disk. */
        OFF;

        void on(TerminalStore store) {
            switch (this) {
                case PRODUCT -> {}
                case NORMAL, OFF -> store.transaction(this::weaken);
            }
        }

        /** The mode cannot be changed within a transaction, so this one is left for a moment. */
        private boolean weaken(Connection in) throws SQLException {
            in.setAutoCommit(true);
            try (Statement statement = in.createStatement()) {
                statement.execute("pragma synchronous=" + name());
            }
            in.setAutoCommit(false);
            return true;
        }
    }
}
