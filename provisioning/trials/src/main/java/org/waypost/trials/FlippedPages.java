package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.waypost.agent.audit.AuditChain;
import org.waypost.agent.report.OutboxSize;
import org.waypost.agent.store.StoreFailure;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Codec;
import org.waypost.contract.Digest;
import org.waypost.contract.SealedReport;

/**
 * One byte of the store turns into another, anywhere, and the product opens it and looks for what is to be sent.
 *
 * @param directory of its own
 * @param reports how many are in the store, a third of them confirmed
 */
record FlippedPages(Path directory, int reports) {
    private static final long SEED = 20261124;

    /** What came of one flipped byte; the first that is true. */
    enum Outcome {
        /** What would be sent is no report that was filed. */
        WRONG_REPORT,
        /** Something was thrown that no operator can act on. */
        DEFECT,
        /** The start or the reading said that the file is damaged. */
        REFUSED,
        /** Nothing could be read; moved aside with an alarm. */
        MOVED_ASIDE,
        /** A report is set aside and accounted for. */
        SET_ASIDE,
        /** The audit's chain shows it. */
        AUDIT_BROKEN,
        /** A report that waits is not due, and nothing says so. */
        MISSING_UNNOTICED,
        /** Every report is there and the audit is intact. */
        HARMLESS
    }

    void run(int flips, Consumer<Figure> figures) throws IOException {
        TrialKeys keys = TrialKeys.make(directory.resolve("keys"));
        Path file = directory.resolve(OutboxLife.FILE);
        Map<String, String> waiting = fill(file, keys);
        byte[] sound = Files.readAllBytes(file);
        Map<Outcome, Integer> found = new EnumMap<>(Outcome.class);
        for (int flip = 0; flip < flips; flip++) {
            RandomGenerator random = new SplittableRandom(SEED + flip);
            byte[] bytes = sound.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            found.merge(outcome(bytes, keys, waiting), 1, Integer::sum);
        }
        tell(flips, found, figures);
    }

    private static void tell(int flips, Map<Outcome, Integer> found, Consumer<Figure> figures) {
        figures.accept(Figure.noted("flipped-bytes", flips, ""));
        for (Outcome outcome : Outcome.values()) {
            String name = "flipped-" + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
            int count = found.getOrDefault(outcome, 0);
            figures.accept(
                    switch (outcome) {
                        case WRONG_REPORT, DEFECT, MISSING_UNNOTICED -> Figure.atMost(0, name, count, "");
                        case REFUSED, MOVED_ASIDE, SET_ASIDE, AUDIT_BROKEN, HARMLESS -> Figure.noted(name, count, "");
                    });
        }
    }

    /** Reports with the digests of those that wait. */
    private Map<String, String> fill(Path file, TrialKeys keys) {
        Map<String, String> waiting = new HashMap<>();
        try (TrialOutbox outbox = TrialOutbox.open(file, keys, new OutboxSize(OutboxSize.USUAL))) {
            for (int report = 0; report < reports; report++) {
                List<String> filed = words(outbox.filed(Urgency.OTHER).orElseThrow());
                waiting.put(filed.get(1), filed.get(2));
                if (report % 3 == 0) {
                    waiting.remove(words(outbox.confirmed()).get(1));
                }
            }
        }
        return waiting;
    }

    private static List<String> words(String line) {
        return List.of(line.split(" ", -1));
    }

    /** The top of one look at a file: whatever is thrown is an outcome here. */
    private static Outcome outcome(byte[] bytes, TrialKeys keys, Map<String, String> waiting) throws IOException {
        try (Scratch scratch = Scratch.inMemory()) {
            Path file = Files.write(scratch.path().resolve(OutboxLife.FILE), bytes);
            try (TrialOutbox outbox = TrialOutbox.open(file, keys, new OutboxSize(OutboxSize.USUAL))) {
                return aside(scratch.path()) ? Outcome.MOVED_ASIDE : read(outbox, waiting);
            } catch (StoreFailure told) {
                return Outcome.REFUSED;
            } catch (RuntimeException defect) {
                System.getLogger(FlippedPages.class.getName()).log(System.Logger.Level.WARNING, defect.toString());
                return Outcome.DEFECT;
            }
        }
    }

    private static boolean aside(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().contains(".damaged-"));
        }
    }

    private static Outcome read(TrialOutbox outbox, Map<String, String> waiting) {
        Map<String, String> due = new HashMap<>();
        for (SealedReport report : outbox.outbox().due(Set.of(), Integer.MAX_VALUE, Codec.MESSAGE_MAX)) {
            due.put(report.id().toString(), Digest.of(report));
        }
        if (!waiting.entrySet().containsAll(due.entrySet())) {
            return Outcome.WRONG_REPORT;
        }
        // what screens and health ask for must not fail either
        outbox.outbox().rows();
        outbox.outbox().backlog();
        int setAside = outbox.store().transaction(FlippedPages::setAside);
        boolean intact = new AuditChain(outbox.store()).verify() instanceof AuditChain.Verdict.Intact;
        if (setAside > 0) {
            return Outcome.SET_ASIDE;
        }
        if (!intact) {
            return Outcome.AUDIT_BROKEN;
        }
        return due.size() == waiting.size() ? Outcome.HARMLESS : Outcome.MISSING_UNNOTICED;
    }

    private static int setAside(Connection in) throws SQLException {
        try (Statement statement = in.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from audit where action = 'REPORT_REFUSED' and detail like '% DAMAGED_ON_DISK'")) {
            return row.getInt(1);
        }
    }
}
