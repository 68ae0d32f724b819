package org.waypost.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.KeyFile;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.hub.fleet.Quarantines;
import org.waypost.hub.store.Audit;
import org.waypost.hub.store.AuditEnd;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlQuarantines;
import org.waypost.hub.store.StoreAddress;
import picocli.CommandLine;

/** The operator's command over an audit of five entries, the fourth of which was the end when the hub signed last. */
class VerifyAuditTest {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    @TempDir
    Path directory;

    private Path settings;
    private StringWriter said = new StringWriter();

    @BeforeEach
    void fill() throws Exception {
        TestSite site = new TestSite(directory);
        settings = site.write(TestSite.settings());
        try (Database store = Database.open(new StoreAddress.Directory(directory.resolve("data")))) {
            for (int i = 1; i <= 5; i++) {
                new SqlQuarantines(store, () -> NOW)
                        .begin(List.of(new Quarantines.Quarantine(
                                new TerminalId("counter-" + i), NOW, Quarantines.Cause.FLOOD)));
                if (i == 4) {
                    new AuditEnd(store).sign(new Signer(site.receipts), () -> NOW);
                }
            }
        }
    }

    private int verify() {
        said = new StringWriter();
        return new CommandLine(new VerifyAudit())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute("--settings", settings.toString());
    }

    private void tamper(String... statements) throws Exception {
        try (Connection plain = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("data/hub.db"));
                Statement statement = plain.createStatement()) {
            statement.execute("drop trigger if exists audit_keeps");
            statement.execute("drop trigger if exists audit_stays");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void says(int code, String... words) {
        assertEquals(code, verify(), () -> "" + said);
        for (String word : words) {
            assertTrue(said.toString().contains(word), () -> word + " is not in: " + said);
        }
    }

    private String head() {
        try (Database store = Database.open(new StoreAddress.Directory(directory.resolve("data")))) {
            return new Audit(store).check() instanceof Audit.Check.Intact intact ? intact.head() : "";
        }
    }

    @Test
    void tellsTheRangeThatIsWholeAndTheHashToKeep() {
        says(0, "audit whole: entries 1 to 5", "entry 5 has the hash " + head());
    }

    @Test
    void namesAnAlteredEntryAndWhatIsWholeBeforeIt() throws Exception {
        tamper("update audit set actor = 'somebody else' where entry = 3");
        says(1, "whole up to the break: entries 1 to 2", "AUDIT BROKEN: entry 3", "last backup");
    }

    @Test
    void namesTheFirstEntryOfATailThatIsGone() throws Exception {
        tamper("delete from audit where entry >= 4");
        says(1, "entries 1 to 3", "AUDIT BROKEN: entry 4");
    }

    /** What came after the last signed end can go unnoticed: at most a minute's. */
    @Test
    void doesNotMissWhatWasNotSignedYet() throws Exception {
        tamper("delete from audit where entry = 5");
        says(0, "entries 1 to 4");
    }

    @Test
    void believesNoEndThatSomebodyElseSignedOrRemoved() throws Exception {
        Signer forger = new Signer(KeyFile.newSigningKey());
        tamper("delete from audit where entry >= 3", "update audit_end set entry = 0");
        try (Database store = Database.open(new StoreAddress.Directory(directory.resolve("data")))) {
            new AuditEnd(store).sign(forger, () -> NOW);
        }
        says(1, "AUDIT BROKEN: the signed end is not this hub's");
        tamper("delete from audit_end");
        says(1, "AUDIT BROKEN: the signed end is not this hub's");
    }
}
