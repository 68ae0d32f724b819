package org.waypost.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.officer.Account;
import org.waypost.hub.officer.Deed;
import org.waypost.hub.officer.Password;
import org.waypost.hub.officer.Role;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlOfficers;
import org.waypost.hub.store.StoreAddress;
import picocli.CommandLine;

/** The commands by which officers come and go, as an administrator calls them. */
class EnrolOfficerTest {
    private static final Officer LI = new Officer("Officer Li");

    @TempDir
    Path directory;

    private final StringWriter said = new StringWriter();
    private String settings = "";

    @BeforeEach
    void install() throws Exception {
        settings = new TestSite(directory).write(TestSite.settings()).toString();
    }

    private int enrol(String password, String... arguments) {
        return run(new EnrolOfficer(Instant::now, () -> new Password(password)), arguments);
    }

    private int run(Object command, String... arguments) {
        CommandLine line = new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true));
        return line.execute(arguments);
    }

    private Optional<Account> found() {
        try (Database store = Database.open(new StoreAddress.Directory(directory.resolve("data")))) {
            return new SqlOfficers(store, Instant::now).find(LI);
        }
    }

    private List<String> deeds() {
        try (Database store = Database.open(new StoreAddress.Directory(directory.resolve("data")))) {
            return new SqlOfficers(store, Instant::now)
                    .deeds(9).stream().map(Deed::action).toList();
        }
    }

    @Test
    void enrolsReplacesAndRetires() {
        String[] clerk = {"--officer", "Officer Li", "--role", "case_officer", "--settings", settings};
        assertEquals(0, enrol("nine bees in the lime tree", clerk));
        Account first = found().orElseThrow();
        assertEquals(Role.CASE_OFFICER, first.role());
        assertTrue(first.password().matches(new Password("nine bees in the lime tree")));
        assertEquals(2, enrol("too short", clerk));
        assertEquals(first, found().orElseThrow(), "nothing was changed");
        assertEquals(
                2,
                enrol(
                        "nine bees in the lime tree",
                        "--officer",
                        "unknown",
                        "--role",
                        "auditor",
                        "--settings",
                        settings));
        assertEquals(
                2,
                enrol(
                        "nine bees in the lime tree",
                        "--officer",
                        "Officer Li",
                        "--role",
                        "king",
                        "--settings",
                        settings));
        assertEquals(
                0,
                enrol(
                        "ten bees in the lime tree",
                        "--officer",
                        "Officer Li",
                        "--role",
                        "supervisor",
                        "--settings",
                        settings));
        assertEquals(Role.SUPERVISOR, found().orElseThrow().role());
        String[] leaving = {"--officer", "Officer Li", "--settings", settings};
        assertEquals(0, run(new RetireOfficer(Instant::now), leaving));
        assertEquals(1, run(new RetireOfficer(Instant::now), leaving));
        assertEquals(Optional.empty(), found());
        assertEquals(List.of("OFFICER_RETIRED", "OFFICER_ENROLLED", "OFFICER_ENROLLED"), deeds());
        assertFalse(said.toString().contains("bees"), "no password is printed");
    }

    @Test
    void takesNoPasswordFromAnArgument() {
        String[] asked = {"--officer", "Officer Li", "--role", "auditor", "--settings", settings, "--password", "x"};
        assertEquals(2, enrol("nine bees in the lime tree", asked));
        assertEquals(Optional.empty(), found());
    }
}
