package org.waypost.hub.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.Receipt;
import org.waypost.contract.SignedReceipt;
import org.waypost.hub.intake.Judged;
import org.waypost.servers.PostgresServer;

/** The store in PostgreSQL: the same contracts, and what only several hubs at once can show. */
class PostgresStoreTest {
    private static final String DATABASE = "hub";

    // as the hub has it: a connection that a server ended is told by whoever needed it
    private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari");

    private static @Nullable PostgresServer server;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(PostgresServer.installed(), "needs PostgreSQL 15: apt-get install postgresql");
        POOL.setLevel(Level.SEVERE);
        server = new PostgresServer();
        server().create(DATABASE);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private static PostgresServer server() {
        return Objects.requireNonNull(server);
    }

    /** An empty database: the same one with a new schema, which is sooner there than a new one. */
    private static StoreAddress.Server fresh() throws Exception {
        server().execute(DATABASE, "drop schema public cascade");
        server().execute(DATABASE, "create schema public");
        return address(DATABASE);
    }

    private static StoreAddress.Server address(String database) {
        return new StoreAddress.Server(server().url(database), server().user(), server().passwordFile());
    }

    private static String refusal(StoreAddress address) {
        return Objects.toString(
                assertThrows(StoreFailure.class, () -> Database.open(address)).getMessage());
    }

    @Test
    void refusesAPasswordFileThatOthersMayRead() throws Exception {
        Path open = Files.writeString(directory.resolve("password"), "secret");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r-----"));
        StoreAddress.Server address = fresh();
        assertTrue(refusal(new StoreAddress.Server(address.url(), address.user(), open))
                .endsWith("chmod 600 it"));
    }

    @Test
    void refusesAServerThatDoesNotSync() throws Exception {
        server().create("careless");
        server().execute("careless", "alter database careless set synchronous_commit = off");
        assertTrue(refusal(address("careless")).contains("set fsync = on and synchronous_commit = on"));
    }

    @Test
    void tellsInOneLineOfAWrongPasswordAndNotThePassword() throws Exception {
        StoreAddress.Server address = fresh();
        Path wrong = Files.writeString(directory.resolve("password"), "canary-secret");
        Files.setPosixFilePermissions(wrong, PosixFilePermissions.fromString("rw-------"));
        String refusal = refusal(new StoreAddress.Server(address.url(), address.user(), wrong));
        assertEquals(1, refusal.lines().count());
        assertFalse(refusal.contains("canary-secret"));
    }

    @Nested
    class Reports extends CaseStoreContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresStoreTest.fresh();
        }

        /** A broker that lost an acknowledgement gives the same messages to two hubs, in whatever order. */
        @Test
        void storesOnceWhatTwoHubsHoldAtTheSameTime() throws Exception {
            List<Judged> all = LongStream.rangeClosed(1, 400)
                    .mapToObj(StoreContract::accepted)
                    .toList();
            try (Database second = another()) {
                List<Receipt> receipts = both(() -> settled(database, all, 1), () -> settled(second, all, 2));
                assertEquals(400, count("select count(*) from report"));
                assertEquals(
                        400,
                        receipts.stream()
                                .filter(Receipt.Stored.class::isInstance)
                                .count());
                assertEquals(
                        400,
                        receipts.stream()
                                .filter(Receipt.AlreadyStored.class::isInstance)
                                .count());
                assertEquals(400, count("select count(*) from receipt"));
            }
        }

        private List<Receipt> settled(Database store, List<Judged> all, long seed) {
            List<Judged> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, new Random(seed));
            return IntStream.range(0, 20)
                    .mapToObj(i -> cases(store).settle(shuffled.subList(20 * i, 20 * (i + 1))))
                    .flatMap(List::stream)
                    .toList();
        }

        /**
         * A connection that died is replaced; what was committed is there. The pool believes for half a second that a
         * connection lives, and pauses up to five between its attempts, so calls may fail first, as the intake expects.
         */
        @Test
        void worksOnAfterTheServerWasAway() throws Exception {
            cases(database).settle(List.of(accepted(1)));
            server().stop();
            assertThrows(StoreFailure.class, () -> cases(database).settle(List.of(accepted(2))));
            server().start();
            Judged third = accepted(3);
            int failures = 0;
            while (failures < 8 && !settles(third)) {
                failures++;
            }
            assertEquals(2, count("select count(*) from report"));
        }

        private boolean settles(Judged report) {
            try {
                return !cases(database).settle(List.of(report)).isEmpty();
            } catch (StoreFailure dead) {
                return false;
            }
        }
    }

    @Nested
    class Uncovering extends UncoveringsContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresStoreTest.fresh();
        }
    }

    @Nested
    class Accounts extends OfficersContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresStoreTest.fresh();
        }
    }

    @Nested
    class Keys extends KeyUseContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresStoreTest.fresh();
        }
    }

    @Nested
    class Receipts extends ReceiptOutboxContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresStoreTest.fresh();
        }

        @Test
        void givesEachToOneOfTwoHubs() throws Exception {
            cases(database)
                    .settle(LongStream.rangeClosed(1, 1_000)
                            .mapToObj(StoreContract::accepted)
                            .toList());
            try (Database second = another()) {
                List<SignedReceipt> given = both(() -> claimed(database), () -> claimed(second));
                assertEquals(1_000, given.size());
                assertEquals(1_000, Set.copyOf(new HashSet<>(given)).size());
            }
        }

        private List<SignedReceipt> claimed(Database store) {
            SqlReceiptOutbox outbox = new SqlReceiptOutbox(store, () -> now);
            List<SignedReceipt> all = new ArrayList<>();
            for (List<SignedReceipt> some = List.of(); all.isEmpty() || !some.isEmpty(); all.addAll(some)) {
                some = outbox.claim(20, Duration.ofSeconds(15));
            }
            return all;
        }
    }

    @Nested
    class Auditing extends AuditContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresStoreTest.fresh();
        }

        @Override
        String[] disarm() {
            return new String[] {"drop trigger audit_keeps on audit", "drop trigger audit_stays on audit"};
        }

        @Test
        void staysAChainWhenTwoHubsWriteAtOnce() throws Exception {
            try (Database second = another()) {
                both(() -> numbers(database), () -> numbers(second));
                assertEquals(3 + 100, auditEntries());
                assertEquals(100, count("select max(number) from list_issue"));
            }
        }

        private List<Long> numbers(Database store) {
            return IntStream.range(0, 50)
                    .mapToObj(i -> SqlIssueNumbers.ofLists(store).take(now, i))
                    .toList();
        }
    }

    @Nested
    class Officers extends CasesContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresStoreTest.fresh();
        }
    }

    @Nested
    class Notices extends NoticeOutboxContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresStoreTest.fresh();
        }
    }

    @Nested
    class Quarantined extends QuarantinesContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresStoreTest.fresh();
        }
    }

    @Nested
    class Ageing extends RetentionContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresStoreTest.fresh();
        }
    }

    @Nested
    class Tips extends TipsContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresStoreTest.fresh();
        }
    }

    @Nested
    class Terminals extends HealthStoreContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresStoreTest.fresh();
        }
    }

    private static <T> List<T> both(Callable<List<T>> one, Callable<List<T>> other) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<T>> first = threads.submit(one);
            Future<List<T>> second = threads.submit(other);
            List<T> all = new ArrayList<>(first.get(60, SECONDS));
            all.addAll(second.get(60, SECONDS));
            return all;
        }
    }
}
