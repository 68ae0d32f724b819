package org.waypost.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.Codec;
import org.waypost.contract.KeyFile;
import org.waypost.contract.KeyLock;
import org.waypost.contract.KeySuccession;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.SealedReport;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.contract.Verifier;
import org.waypost.hub.casebook.CaseRetention;
import org.waypost.hub.casebook.Casebook;
import org.waypost.hub.casebook.DutyWindows;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.fleet.Fleet;
import org.waypost.hub.intake.Intake;
import org.waypost.hub.intake.Keeping;
import org.waypost.hub.intake.KeyDirectory;
import org.waypost.hub.intake.Tally;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlCaseStore;
import org.waypost.hub.store.SqlCases;
import org.waypost.hub.store.SqlHealthStore;
import org.waypost.hub.store.SqlIssueNumbers;
import org.waypost.hub.store.SqlNoticeOutbox;
import org.waypost.hub.store.SqlQuarantines;
import org.waypost.hub.store.SqlRetention;
import org.waypost.hub.store.SqlUncoverings;
import org.waypost.hub.store.StoreAddress;
import picocli.CommandLine;

/** The command as an operator calls it, beside a hub that reads the same files and is never restarted. */
class RotateKeyTest {
    private static final Officer LI = new Officer("Officer Li");
    private static final Reason REASON = new Reason("taken on");
    private static final Duration MONTH = Duration.ofDays(30);

    @TempDir
    Path directory;

    private TestSite site;
    private Path settings;
    private TerminalId counter;
    private Instant now = Instant.parse("2026-11-29T08:00:00Z");
    private StringWriter said = new StringWriter();

    @BeforeEach
    void site() throws Exception {
        site = new TestSite(directory);
        counter = site.enrol("counter-1");
        settings = site.write(TestSite.settings());
    }

    private int rotate(String key, String... more) {
        said = new StringWriter();
        List<String> all =
                new ArrayList<>(List.of("--settings", settings.toString(), "--key", key, "--officer", "Technician Wu"));
        all.addAll(List.of(more));
        return new CommandLine(new RotateKey(() -> now))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(all.toArray(String[]::new));
    }

    private KeyFile file(String name) {
        return new KeyFile(directory.resolve(name));
    }

    private Database database() {
        return Database.open(new StoreAddress.Directory(directory.resolve("data")));
    }

    private void purge(Database database) {
        CaseRetention month = new CaseRetention(MONTH, MONTH, MONTH);
        new SqlRetention(database, month, new Signer(file("receipt.json")), () -> now).purge();
    }

    @Test
    void aDeskKeyGoesWhenTheOverlapIsOverAndNothingStoredIsSealedToIt() throws Exception {
        try (Database database = database()) {
            ReportOpener desk = new ReportOpener(file("desk.json"));
            Intake intake = intake(database, desk);
            Casebook casebook = new Casebook(
                    new SqlCases(database, new Signer(file("receipt.json")), () -> now),
                    desk,
                    new DutyWindows(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1)),
                    new SqlUncoverings(database, () -> now));
            SealedReport queued = site.seal(TestReports.report(counter));
            SealedReport late = site.seal(TestReports.report(counter));
            assertEquals(1, rotate("desk", "--activate"), "none waits");
            assertEquals(0, rotate("desk"));
            assertEquals(1, rotate("desk"), "one waits");
            assertEquals(0, rotate("desk", "--activate"));
            long number = assertInstanceOf(Receipt.Stored.class, receive(intake, queued))
                    .number();
            assertEquals(1, rotate("desk", "--retire"));
            assertTrue(said.toString().contains("do this again after 2026-12-29"), said.toString());
            now = now.plus(MONTH);
            assertEquals(1, rotate("desk", "--retire"));
            assertTrue(said.toString().contains("1 stored reports and tips are sealed to it"), said.toString());
            assertInstanceOf(
                    Casebook.Look.Shown.class, casebook.look(number, LI, REASON), "the officer still reads it");
            casebook.acknowledge(number, LI, REASON);
            now = now.plus(MONTH).plusMillis(1);
            purge(database);
            assertEquals(0, rotate("desk", "--retire"), said.toString());
            assertEquals(new Receipt.Refused(Receipt.Reason.NOT_FOR_THIS_DESK), receive(intake, late));
            assertEquals(1, file("desk.json").read().size());
            assertEquals(1, file("desk-public.json").read().size());
            assertEquals(1, rotate("desk", "--retire"), "there is none left");
        }
    }

    private Intake intake(Database database, ReportOpener desk) {
        Fleet fleet =
                new Fleet(new SqlHealthStore(database), new SqlQuarantines(database, () -> now), List::of, () -> now);
        ReceiptSigner receipts = new ReceiptSigner(new Signer(file("receipt.json")));
        return new Intake(
                new KeyDirectory(directory.resolve("terminals")),
                desk,
                new Keeping(
                        new SqlCaseStore(database, receipts, () -> now),
                        fleet,
                        new SqlNoticeOutbox(database, () -> now)),
                new Tally());
    }

    private static Receipt receive(Intake intake, SealedReport message) {
        var arrived = IntakeScene.message(
                Topic.report(message.terminal()).text(), Codec.write(message).getBytes(UTF_8));
        return assertInstanceOf(
                        Intake.Answered.class, intake.receive(List.of(arrived)).getFirst())
                .receipt();
    }

    @Test
    void aReceiptKeyWaitsWithoutSigningAndStaysWhileTheAuditIsAnchoredByIt() throws Exception {
        Signer hub = new Signer(file("receipt.json"));
        Verifier before = new Verifier(site.receipts.getPublicKeysetHandle());
        assertEquals(0, rotate("receipt"));
        assertTrue(said.toString().contains("take the public file to every terminal"), said.toString());
        Verifier laid = new Verifier(file("receipt-public.json"));
        assertTrue(before.signed("text", hub.sign("text")) && laid.signed("text", hub.sign("text")));
        try (Database database = database()) {
            SqlIssueNumbers.ofLists(database).take(now, 1);
            now = now.plus(MONTH).plusMillis(1);
            purge(database);
            assertEquals(0, rotate("receipt", "--activate"));
            assertFalse(before.signed("text", hub.sign("text")));
            assertTrue(laid.signed("text", hub.sign("text")));
            now = now.plus(MONTH);
            assertEquals(1, rotate("receipt", "--retire"));
            assertTrue(said.toString().contains("the audit's anchor"), said.toString());
            now = now.plusMillis(1);
            purge(database);
            assertEquals(0, rotate("receipt", "--retire"), said.toString());
            assertTrue(laid.signed("text", hub.sign("text")));
        }
    }

    @Test
    void aListKeyStaysUntilListsAreIssuedAnew() throws Exception {
        try (Database database = database()) {
            SqlIssueNumbers.ofLists(database).take(now, 1);
            now = now.plusSeconds(1);
            assertEquals(0, rotate("list"));
            assertEquals(0, rotate("LIST", "--activate"));
            now = now.plus(MONTH);
            assertEquals(1, rotate("list", "--retire"));
            assertTrue(said.toString().contains("issue both anew"), said.toString());
            SqlIssueNumbers.ofLists(database).take(now, 1);
            assertEquals(0, rotate("list", "--retire"), said.toString());
        }
    }

    @Test
    void aLostNoteOfTheDayLetsAKeyStayForAWholeOverlap() throws Exception {
        rotate("list");
        rotate("list", "--activate");
        Files.delete(directory.resolve("list.json.followed"));
        now = now.plus(MONTH.multipliedBy(2));
        assertEquals(1, rotate("list", "--retire"));
        now = now.plus(MONTH).minusMillis(1);
        assertEquals(1, rotate("list", "--retire"));
        now = now.plusMillis(1);
        assertEquals(0, rotate("list", "--retire"), said.toString());
    }

    @Test
    void tellsInALineWhatCannotBeWrittenAndGoesOnFromThere() throws Exception {
        Path inTheWay = Files.createDirectory(directory.resolve("list-public.json"));
        assertEquals(1, rotate("list"));
        assertEquals(1, said.toString().lines().count(), said.toString());
        assertTrue(said.toString().contains("check owner and disk"), said.toString());
        Files.delete(inTheWay);
        assertEquals(1, rotate("list"), "it waits already");
        assertEquals(2, file("list-public.json").read().size());
    }

    /** One row a step that was made, in the transaction of the step; what was refused or failed is no step. */
    @Test
    void accountsForEachStepWithWhoMadeItAndForNoOther() throws Exception {
        rotate("list", "--activate");
        rotate("list");
        rotate("list");
        Path inTheWay = Files.createDirectory(directory.resolve("desk-public.json"));
        assertEquals(1, rotate("desk"));
        Files.delete(inTheWay);
        rotate("list", "--activate");
        String former = new KeySuccession(file("list.json")).former().getFirst().name();
        now = now.plus(MONTH);
        assertEquals(0, rotate("list", "--retire"), said.toString());
        assertEquals(List.of("KEY_ADDED list ", "KEY_ACTIVATED list ", "KEY_RETIRED list " + former), audited());
        assertEquals(2, rotate("list", "--officer", "W"), "nobody's name");
    }

    private List<String> audited() throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("data/hub.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select action, subject, note from audit where actor = 'Technician Wu' order by entry")) {
            while (row.next()) {
                rows.add(String.join(" ", row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return rows;
    }

    @Test
    void twoChangesOfOneKeyDoNotRunAtOnce() throws Exception {
        KeyLock other = KeyLock.take(file("desk.json")).orElseThrow();
        assertEquals(1, rotate("desk"));
        assertTrue(said.toString().contains("another rotate-key is at work"), said.toString());
        assertEquals(1, file("desk.json").read().size());
        assertEquals(0, rotate("receipt"), "another key is another lock");
        other.close();
        assertEquals(0, rotate("desk"));
        assertEquals(List.of("KEY_ADDED receipt ", "KEY_ADDED desk "), audited());
    }

    @Test
    void refusesWhatIsNoStep() {
        assertEquals(2, rotate("blinding"));
        assertEquals(2, rotate("desk", "--activate", "--retire"));
        assertEquals(2, rotate("desk", "--retire", "--overlap-days", "6"));
        assertEquals(2, rotate("desk", "--retire", "--overlap-days", "3654"));
        assertFalse(Files.exists(directory.resolve("desk-public.json")));
        assertTrue(Hub.commandLine().getSubcommands().containsKey("rotate-key"));
    }
}
