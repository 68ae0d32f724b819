package org.waypost.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.Codec;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.SealedReport;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.contract.Verifier;
import org.waypost.hub.fleet.Fleet;
import org.waypost.hub.intake.Conveyor;
import org.waypost.hub.intake.Incoming;
import org.waypost.hub.intake.Intake;
import org.waypost.hub.intake.Judged;
import org.waypost.hub.intake.Keeping;
import org.waypost.hub.intake.KeyDirectory;
import org.waypost.hub.intake.Tally;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlHealthStore;
import org.waypost.hub.store.SqlNoticeOutbox;
import org.waypost.hub.store.SqlQuarantines;
import org.waypost.hub.store.StoreAddress;

class ConveyorTest {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    @TempDir
    Path directory;

    private final AtomicInteger inspected = new AtomicInteger();
    private final List<UUID> settled = Collections.synchronizedList(new ArrayList<>());
    private final List<UUID> acknowledgeable = Collections.synchronizedList(new ArrayList<>());
    private TestSite site;
    private TerminalId counter;
    private Database database;

    @BeforeEach
    void open() throws Exception {
        site = new TestSite(directory);
        counter = site.enrol("counter-1");
        database = Database.open(new StoreAddress.Directory(directory.resolve("data")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void inspectsTheNextBatchWhileOneIsStored() throws Exception {
        CountDownLatch nextInspected = new CountDownLatch(1);
        SealedReport first = report();
        SealedReport second = report();
        Settling waiting = batch -> {
            if (idOf(batch.getFirst()).equals(first.id())) {
                assertTrue(await(nextInspected), "the second is inspected before the first is stored");
                assertEquals(List.of(), settled);
            }
            return stored(batch);
        };
        try (Conveyor conveyor = new Conveyor(intake(waiting, () -> {
            if (inspected.get() == 2) {
                nextInspected.countDown();
            }
        }))) {
            conveyor.give(incoming(first), this::note);
            conveyor.give(incoming(second), this::note);
        }
        assertEquals(List.of(first.id(), second.id()), settled);
        assertEquals(settled, acknowledgeable);
    }

    @Test
    void storesNothingAfterABatchThatFailedAndHasNoneOfBothAcknowledged() throws Exception {
        StoreIsFull full = new StoreIsFull();
        Settling failing = batch -> {
            throw full;
        };
        try (Conveyor conveyor = new Conveyor(intake(failing, () -> {}))) {
            conveyor.give(incoming(report()), this::note);
            List<Incoming> next = incoming(report());
            assertSame(full, assertThrows(StoreIsFull.class, () -> conveyor.give(next, this::note)));
        }
        assertEquals(List.of(), acknowledgeable);
    }

    @Test
    void saysAtTheEndThatTheLastBatchFailed() throws Exception {
        Conveyor conveyor = new Conveyor(intake(
                batch -> {
                    throw new StoreIsFull();
                },
                () -> {}));
        conveyor.give(incoming(report()), this::note);
        assertThrows(StoreIsFull.class, conveyor::close);
        assertEquals(List.of(), acknowledgeable);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Intake intake(Settling store, Runnable onInspection) {
        KeyDirectory keys = new KeyDirectory(directory.resolve("terminals"));
        Fleet fleet =
                new Fleet(new SqlHealthStore(database), new SqlQuarantines(database, () -> NOW), List::of, () -> NOW);
        return new Intake(
                terminal -> {
                    Optional<Verifier> key = keys.of(terminal);
                    inspected.incrementAndGet();
                    onInspection.run();
                    return key;
                },
                new ReportOpener(site.desk),
                new Keeping(store, fleet, new SqlNoticeOutbox(database, () -> NOW)),
                new Tally());
    }

    private List<Receipt> stored(List<Judged> batch) {
        batch.forEach(judged -> settled.add(idOf(judged)));
        return LongStream.rangeClosed(1, batch.size())
                .<Receipt>mapToObj(number -> new Receipt.Stored(number, NOW))
                .toList();
    }

    private static UUID idOf(Judged judged) {
        return judged.message().id();
    }

    private void note(List<Intake.Outcome> outcomes) {
        for (Intake.Outcome outcome : outcomes) {
            if (outcome instanceof Intake.Answered answered) {
                acknowledgeable.add(answered.message().id());
            }
        }
    }

    private SealedReport report() throws Exception {
        return site.seal(TestReports.report(counter));
    }

    private List<Incoming> incoming(SealedReport message) {
        byte[] payload = Codec.write(message).getBytes(UTF_8);
        String topic = Topic.report(counter).text();
        return List.of(new Incoming() {
            @Override
            public String topic() {
                return topic;
            }

            @Override
            public byte[] payload() {
                return payload;
            }
        });
    }

    private static final class StoreIsFull extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
