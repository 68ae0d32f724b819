package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.hub.intake.Judged;

/** The store in PostgreSQL: the same contracts, and what only several hubs at once can show. */
class PostgresStoreTest extends PostgresScene {
    @TempDir
    Path directory;

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
            return PostgresScene.fresh();
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
            return PostgresScene.fresh();
        }
    }

    @Nested
    class Accounts extends OfficersContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresScene.fresh();
        }
    }

    @Nested
    class Keys extends KeyUseContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresScene.fresh();
        }
    }

    @Nested
    class Receipts extends ReceiptOutboxContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresScene.fresh();
        }
    }

    @Nested
    class Sharing extends SharedStoreContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresScene.fresh();
        }
    }

    @Nested
    class Auditing extends AuditContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresScene.fresh();
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
            return PostgresScene.fresh();
        }
    }

    @Nested
    class Notices extends NoticeOutboxContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresScene.fresh();
        }
    }

    @Nested
    class Quarantined extends QuarantinesContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresScene.fresh();
        }
    }

    @Nested
    class Ageing extends RetentionContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresScene.fresh();
        }
    }

    @Nested
    class Tips extends TipsContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresScene.fresh();
        }
    }

    @Nested
    class Terminals extends HealthStoreContract {
        @Override
        StoreAddress fresh() throws Exception {
            return PostgresScene.fresh();
        }
    }
}
