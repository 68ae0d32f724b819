package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    class Terminals extends HealthStoreContract {
        @Override
        StoreAddress fresh() throws Exception {
            return directory();
        }
    }
}
