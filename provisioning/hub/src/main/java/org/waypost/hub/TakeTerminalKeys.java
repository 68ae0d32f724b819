package org.waypost.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.waypost.contract.Codec;
import org.waypost.contract.KeyAnnouncement;
import org.waypost.contract.KeyFile;
import org.waypost.contract.KeyLock;
import org.waypost.contract.KeySuccession;
import org.waypost.contract.Verifier;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlKeyChanges;
import org.waypost.hub.store.StoreAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes the keys by which a terminal will be known, out of the file that its own {@code rotate-key} wrote. */
@Command(
        name = "take-terminal-keys",
        description = "Takes the keys that a terminal announces, if one that the hub knows signed them.")
final class TakeTerminalKeys implements Callable<Integer> {
    private final InstantSource clock;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--settings", required = true, paramLabel = "FILE", description = "Settings of this hub.")
    private Path settings = Path.of("");

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "What the terminal wrote.")
    private Path file = Path.of("");

    @Option(names = "--officer", required = true, description = "Who does it, for the audit: 2 to 40 characters.")
    private String officer = "";

    TakeTerminalKeys(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        OperatorLog.quiet();
        HubSettings read = HubSettings.read(settings);
        try {
            return switch (KeyAnnouncement.read(Files.readString(file))) {
                case Codec.Malformed<KeyAnnouncement> malformed ->
                    say(false, file + " is no announcement of keys: carry what rotate-key wrote at the terminal");
                case Codec.Decoded<KeyAnnouncement> decoded -> take(decoded.value(), read);
            };
        } catch (IOException | UncheckedIOException failed) {
            return say(false, failed.getMessage() + ": check that the file is there and who may write the keys");
        }
    }

    private int take(KeyAnnouncement announced, HubSettings read) throws IOException {
        KeyFile known = new KeyFile(read.keys().terminals().resolve(announced.terminal() + ".json"));
        if (!Files.exists(known.path())) {
            return say(false, "terminal " + announced.terminal() + " is not enrolled here: enrol it first");
        }
        if (!announced.signedBy(new Verifier(known.read()))) {
            return say(
                    false,
                    "none of the keys known here of terminal " + announced.terminal()
                            + " signed this: carry the file again from that terminal, or enrol it again");
        }
        return locked(announced, known, read.store(), by());
    }

    private Officer by() {
        try {
            return new Officer(officer);
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(command.commandLine(), "--officer: " + malformed.getMessage(), malformed);
        }
    }

    private int locked(KeyAnnouncement announced, KeyFile known, StoreAddress store, Officer by) throws IOException {
        Optional<KeyLock> lock = KeyLock.take(known);
        if (lock.isEmpty()) {
            return say(false, "another command is at work on " + known.path() + ": do this again when it has ended");
        }
        KeyLock held = lock.get();
        try (Database database = Database.open(store)) {
            String terminal = announced.terminal().value();
            new SqlKeyChanges(database, clock, by).make(SqlKeyChanges.Change.TAKEN, terminal, announced.taken(), () -> {
                announced.into(known);
                return KeySuccession.Step.DONE;
            });
        } finally {
            held.close();
        }
        return say(
                true,
                "keys of terminal " + announced.terminal() + " are in " + known.path()
                        + ": copy it to every other hub of this site; then at the terminal, if it has a key that waits,"
                        + " rotate-key --activate " + announced.taken());
    }

    private int say(boolean done, String line) {
        var to = done ? command.commandLine().getOut() : command.commandLine().getErr();
        to.println(line);
        return done ? 0 : 1;
    }
}
