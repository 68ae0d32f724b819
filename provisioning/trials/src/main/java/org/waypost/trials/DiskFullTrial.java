package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.SqliteAudit;
import org.waypost.agent.report.OutboxSize;
import org.waypost.agent.store.StoreFailure;
import org.waypost.contract.CaseReport.Urgency;

/** The disk is full, emptied and filled again; the outbox is full; what was promised is there all the same. */
final class DiskFullTrial implements Trial {
    private static final long SEED = 20261124;
    private static final int TRIES = 2_000;

    @Override
    public String name() {
        return "disk-full";
    }

    @Override
    public String purpose() {
        return "a full disk, filled 100 times, and a full outbox: refusals, the reserve, everything promised (needs root)";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        run(directory, 100, figures);
    }

    static void run(Path directory, int fillings, Consumer<Figure> figures) throws IOException, InterruptedException {
        TrialKeys keys = TrialKeys.make(directory.resolve("keys"));
        // what is promised stays: some 40 reports, a tenth of a mebibyte, for each filling
        try (Tmpfs disk = new Tmpfs(directory.resolve("small"), 8 + fillings / 4)) {
            filled(disk, keys, directory.resolve("copy"), fillings, figures);
        }
        try (Tmpfs disk = new Tmpfs(directory.resolve("roomy"), 64)) {
            reserve(disk, keys, figures);
        }
    }

    private static void filled(Tmpfs disk, TrialKeys keys, Path copy, int fillings, Consumer<Figure> figures)
            throws IOException {
        Path file = disk.path().resolve(OutboxLife.FILE);
        List<String> said = new ArrayList<>();
        AtomicInteger accounted = new AtomicInteger();
        Random random = new Random(SEED);
        int told = 0;
        int stuck = 0;
        try (TrialOutbox outbox = TrialOutbox.open(file, keys, new OutboxSize(OutboxSize.USUAL))) {
            for (int filling = 0; filling < fillings; filling++) {
                disk.fill(random.nextInt(60_000));
                told += refused(() -> said.add(outbox.filed(Urgency.OTHER).orElseThrow()));
                told += refused(() -> accounted.addAndGet(account(outbox)));
                disk.empty();
                stuck += taken(() -> said.add(outbox.filed(Urgency.OTHER).orElseThrow())) ? 0 : 1;
            }
            figures.accept(Figure.noted("disk-full-fillings", fillings, ""));
            figures.accept(Figure.noted("disk-full-saved", said.size(), ""));
            figures.accept(Figure.atLeast(2.0 * fillings, "disk-full-told-by-outbox-and-audit", told, ""));
            figures.accept(Figure.atMost(0, "disk-full-refused-with-room-again", stuck, ""));
            figures.accept(Figure.atMost(0, "disk-full-audit-lines-lost", accounted.get() - lines(outbox), ""));
        }
        figures.accept(Figure.atMost(0, "disk-full-lost-or-damaged", judged(disk, copy, said), ""));
    }

    /**
     * 1 if it was said within some tries that nothing was stored; room that the log has already may be used up first.
     */
    private static int refused(Runnable writing) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (!taken(writing)) {
                return 1;
            }
        }
        return 0;
    }

    private static boolean taken(Runnable writing) {
        try {
            writing.run();
            return true;
        } catch (StoreFailure told) {
            return false;
        }
    }

    private static int account(TrialOutbox outbox) {
        new SqliteAudit(outbox.store())
                .append(new AuditEvent(
                        Instant.now(), "terminal", AuditEvent.Action.LIST_REFUSED, UUID.randomUUID(), "ABSENT"));
        return 1;
    }

    private static int lines(TrialOutbox outbox) {
        return outbox.store().transaction(in -> {
            try (Statement statement = in.createStatement();
                    ResultSet row =
                            statement.executeQuery("select count(*) from audit where action = 'LIST_REFUSED'")) {
                return row.getInt(1);
            }
        });
    }

    private static int judged(Tmpfs disk, Path copy, List<String> said) throws IOException {
        Files.createDirectories(copy);
        // the log too, if it could not be put into the file at the end
        for (String name : List.of(OutboxLife.FILE, OutboxLife.FILE + "-wal")) {
            if (Files.exists(disk.path().resolve(name))) {
                Files.copy(disk.path().resolve(name), copy.resolve(name));
            }
        }
        return new OutboxVerdict().of(copy, said) instanceof Verdict.Whole ? 0 : 1;
    }

    private static void reserve(Tmpfs disk, TrialKeys keys, Consumer<Figure> figures) {
        Path file = disk.path().resolve(OutboxLife.FILE);
        try (TrialOutbox outbox = TrialOutbox.open(file, keys, new OutboxSize(OutboxSize.SMALLEST))) {
            figures.accept(Figure.noted("outbox-full-usual-reports", untilFull(outbox, Urgency.OTHER), ""));
            int urgent = untilFull(outbox, Urgency.DANGER_NOW);
            figures.accept(Figure.atLeast(1_000, "outbox-full-danger-still-taken", urgent, ""));
            double beyond = untilFull(outbox, Urgency.CHILD) + untilFull(outbox, Urgency.OTHER);
            figures.accept(Figure.atMost(0, "outbox-full-taken-beyond-the-reserve", beyond, ""));
            double bytes = outbox.outbox().backlog().bytes() / 1048576.0;
            figures.accept(Figure.atMost(6, "outbox-full-bytes", bytes, "MiB"));
        }
    }

    private static int untilFull(TrialOutbox outbox, Urgency urgency) {
        int taken = 0;
        while (outbox.filed(urgency).isPresent()) {
            taken++;
        }
        return taken;
    }
}
