package org.waypost.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.officer.Account;
import org.waypost.hub.officer.HashedPassword;
import org.waypost.hub.officer.Password;
import org.waypost.hub.officer.Role;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlOfficers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Lets an officer sign in at the desk. Again for one who is enrolled: another role or password, from the next page on.
 */
@Command(
        name = "enrol-officer",
        description = "Enrols an officer of the desk; the password is asked for, or is one line of standard input.")
final class EnrolOfficer implements Callable<Integer> {
    private final InstantSource clock;
    private final PasswordSource passwords;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--settings", required = true, paramLabel = "FILE", description = "Settings of this hub.")
    private Path settings = Path.of("");

    @Option(names = "--officer", required = true, description = "Their name, for the audit: 2 to 40 characters.")
    private String officer = "";

    @Option(names = "--role", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
    private Role role = Role.CASE_OFFICER;

    EnrolOfficer(InstantSource clock, PasswordSource passwords) {
        this.clock = clock;
        this.passwords = passwords;
    }

    @Override
    public Integer call() throws IOException {
        OperatorLog.quiet();
        HubSettings hub = HubSettings.read(settings);
        try (Database store = Database.open(hub.store())) {
            Officer name = new Officer(officer);
            Account account = new Account(name, role, HashedPassword.of(passwords.read()));
            new SqlOfficers(store, clock).enrol(account, Administrator.here());
            command.commandLine().getOut().println(name.name() + " is enrolled as " + role);
            return 0;
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(command.commandLine(), String.valueOf(malformed.getMessage()), malformed);
        }
    }

    /** Where a password comes from; never from an argument, which others on the machine can read. */
    @FunctionalInterface
    interface PasswordSource {
        /** A password, or {@link IllegalArgumentException} that says what is wrong with what was given. */
        Password read() throws IOException;

        /** Twice at a terminal, unseen; else a line of a pipe. */
        @SuppressWarnings("SystemConsoleNull") // JDK 25 answers null again where nobody types
        static Password typed() throws IOException {
            var console = System.console();
            if (console == null || !console.isTerminal()) {
                return line(new BufferedReader(new InputStreamReader(System.in, UTF_8)));
            }
            String first = String.valueOf(console.readPassword("Password, 12 to 128 characters: "));
            if (!first.equals(String.valueOf(console.readPassword("Again: ")))) {
                throw new IllegalArgumentException("the two passwords differ: nothing was changed");
            }
            return new Password(first);
        }

        private static Password line(BufferedReader in) throws IOException {
            String line = in.readLine();
            return new Password(line == null ? "" : line);
        }
    }
}
