package org.waypost.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.SignedHeads;
import org.waypost.agent.audit.SqliteAudit;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.Signer;
import picocli.CommandLine;

/** The technician's command over an audit of five rows, the fourth of which was the end when a head was signed. */
class VerifyAuditTest {
    private static final String HEAD_OF_ANOTHER =
            "update audit_signed_head set signature = (select signature from audit_signed_head) || 'A'";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Installation installation;
    private Settings settings;

    @BeforeEach
    void fill() throws Exception {
        installation = Installation.in(directory.resolve("terminal"));
        settings = Settings.read(installation.settings());
        Signer own = new Signer(settings.keys().signing().read());
        try (TerminalStore store = TerminalStore.open(settings.files().store(), InstantSource.system())) {
            SignedHeads heads = new SignedHeads(store, settings.office().terminal(), () -> own, InstantSource.system());
            for (int i = 1; i <= 5; i++) {
                new SqliteAudit(store)
                        .append(new AuditEvent(
                                Instant.now(),
                                "registrar-1",
                                AuditEvent.Action.CASE_OPENED,
                                UUID.randomUUID(),
                                "" + i));
                if (i == 4) {
                    heads.look();
                }
            }
        }
    }

    private int verify() {
        said.reset();
        PrintStream out = new PrintStream(said, true, UTF_8);
        return new CommandLine(new VerifyAudit(InstantSource.system(), out, out))
                .execute("--settings", installation.settings().toString());
    }

    private void says(int code, String... words) {
        assertEquals(code, verify(), () -> said.toString(UTF_8));
        for (String word : words) {
            assertTrue(said.toString(UTF_8).contains(word), () -> word + " is not in: " + said.toString(UTF_8));
        }
    }

    private void tamper(String... statements) throws Exception {
        try (Connection plain = DriverManager.getConnection(
                        "jdbc:sqlite:" + settings.files().store());
                Statement statement = plain.createStatement()) {
            for (String trigger : new String[] {
                "audit_is_not_changed",
                "audit_is_not_deleted",
                "audit_head_only_advances",
                "audit_signed_head_is_not_changed",
                "audit_signed_head_is_not_deleted"
            }) {
                statement.execute("drop trigger if exists " + trigger);
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void tellsTheRangeThatIsWhole() {
        says(0, "audit whole: rows 1 to 5", "row 5 has the hash ");
    }

    @Test
    void namesAnAlteredRow() throws Exception {
        tamper("update audit set actor = 'somebody' where number = 3");
        says(1, "AUDIT BROKEN: row 3 is not what was written", "reports that wait are in that file");
    }

    /** Who cuts the end off and sets the count to fit is found by the head that was signed. */
    @Test
    void namesTheFirstRowOfATailThatIsGone() throws Exception {
        tamper(
                "delete from audit where number >= 3",
                "update audit_head set count = 2, hash = (select hash from audit where number = 2)");
        says(1, "AUDIT BROKEN: row 3 and all after it are gone");
    }

    @Test
    void believesNoHeadThatTheTerminalDidNotSign() throws Exception {
        tamper(HEAD_OF_ANOTHER);
        says(1, "AUDIT BROKEN: row 4 has a head or anchor that this terminal did not sign");
    }

    @Test
    void beginsNoFileWhereThereIsNone() throws Exception {
        installation.set("store.file", "elsewhere.db");
        says(2, "audit not checked: there is no file", "store.file");
        assertFalse(Files.exists(installation.file("elsewhere.db")));
    }
}
