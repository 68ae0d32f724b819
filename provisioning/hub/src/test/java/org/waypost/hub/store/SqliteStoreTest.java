package org.waypost.hub.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.SealedReport;

/** The store in a SQLite file. */
class SqliteStoreTest {
    @TempDir
    Path directory;

    private StoreAddress directory() throws Exception {
        return new StoreAddress.Directory(Files.createTempDirectory(directory, "data"));
    }

    @Test
    void runsSyncedAndOverwritesWhatItDeletes() {
        try (Database opened = Database.open(new StoreAddress.Directory(directory))) {
            SqliteDatabase database = assertInstanceOf(SqliteDatabase.class, opened);
            for (Map.Entry<String, String> pragma : SqliteDatabase.PRAGMAS.entrySet()) {
                assertEquals(pragma.getValue(), database.transaction(connection -> database.pragma(pragma.getKey())));
            }
        }
    }

    @Nested
    class Reports extends CaseStoreContract {
        @Override
        StoreAddress fresh() throws Exception {
            return directory();
        }
    }

    @Nested
    class Keys extends KeyUseContract {
        @Override
        StoreAddress fresh() throws Exception {
            return directory();
        }
    }

    @Nested
    class Receipts extends ReceiptOutboxContract {
        @Override
        StoreAddress fresh() throws Exception {
            return directory();
        }
    }

    @Nested
    class Auditing extends AuditContract {
        @Override
        StoreAddress fresh() throws Exception {
            return directory();
        }

        @Override
        String[] disarm() {
            return new String[] {"drop trigger audit_keeps", "drop trigger audit_stays"};
        }
    }

    @Nested
    class Uncovering extends UncoveringsContract {
        @Override
        StoreAddress fresh() throws Exception {
            return directory();
        }
    }

    @Nested
    class Accounts extends OfficersContract {
        @Override
        StoreAddress fresh() throws Exception {
            return directory();
        }
    }

    @Nested
    class Officers extends CasesContract {
        @Override
        StoreAddress fresh() throws Exception {
            return directory();
        }
    }

    @Nested
    class Notices extends NoticeOutboxContract {
        @Override
        StoreAddress fresh() throws Exception {
            return directory();
        }
    }

    @Nested
    class Quarantined extends QuarantinesContract {
        @Override
        StoreAddress fresh() throws Exception {
            return directory();
        }
    }

    @Nested
    class Tips extends TipsContract {
        @Override
        StoreAddress fresh() throws Exception {
            return directory();
        }
    }

    @Nested
    class Ageing extends RetentionContract {
        @Override
        StoreAddress fresh() throws Exception {
            return directory();
        }

        /** What the search is for is found as long as the log is not emptied, and not after that. */
        @Test
        void leavesNoTraceInTheFiles() throws Exception {
            List<String> marks = IntStream.rangeClosed(1, 30)
                    .mapToObj(i -> "sealed-" + i + "-canary")
                    .toList();
            for (int i = 0; i < marks.size(); i += 2) {
                SealedReport report = keep(marks.get(i));
                amend(report, marks.get(i + 1));
                take(report);
            }
            now = now.plus(RETENTION.audit()).plusMillis(1);
            assertEquals(marks, found(marks), "control: before the purge");
            retention().delete();
            assertEquals(marks, found(marks), "control: deleted, the log not emptied");
            retention().purge();
            assertEquals(List.of(), found(marks));
            assertEquals(List.of(), found(List.of(OFFICER, WORDS)));
        }

        private List<String> found(List<String> marks) throws IOException {
            StringBuilder all = new StringBuilder();
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.append(Files.readString(file, ISO_8859_1));
                }
            }
            return marks.stream().filter(mark -> all.indexOf(mark) >= 0).toList();
        }
    }

    @Nested
    class Terminals extends HealthStoreContract {
        @Override
        StoreAddress fresh() throws Exception {
            return directory();
        }
    }
}
