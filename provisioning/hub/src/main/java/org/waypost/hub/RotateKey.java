package org.waypost.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.waypost.contract.KeyFile;
import org.waypost.contract.KeyLock;
import org.waypost.contract.KeySuccession;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlKeyChanges;
import org.waypost.hub.store.SqlKeyUse;
import org.waypost.hub.store.StoreAddress;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Changes a key of the hub in three steps, so that nothing which is queued or stored is lost: adds one that waits,
 * makes it the one in use, retires the former ones. The hub may be running: it reads its key files anew.
 */
@Command(
        name = "rotate-key",
        description = "Adds a key that waits; --activate puts it in use; --retire takes former ones away.")
final class RotateKey implements Callable<Integer> {
    /** An outbox is allowed to wait for days, and a list to live for seven. */
    private static final int SHORTEST = 7;

    private static final int LONGEST = 3_653;

    private final InstantSource clock;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--settings", required = true, paramLabel = "FILE", description = "Settings of this hub.")
    private Path settings = Path.of("");

    @Option(names = "--key", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
    private RotatedKey key = RotatedKey.DESK;

    @Option(names = "--officer", required = true, description = "Who does it, for the audit: 2 to 40 characters.")
    private String officer = "";

    @ArgGroup
    private Further further = new Further();

    @Option(
            names = "--overlap-days",
            defaultValue = "30",
            description = "How long a former key stays at least: 7 to 3653 (${DEFAULT-VALUE}).")
    private int overlap = 30;

    RotateKey(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws GeneralSecurityException {
        OperatorLog.quiet();
        if (overlap < SHORTEST || overlap > LONGEST) {
            throw misuse("--overlap-days must be from " + SHORTEST + " to " + LONGEST);
        }
        HubSettings read = HubSettings.read(settings);
        KeyFile file = new KeyFile(key.file(read.keys()));
        file.read();
        try {
            return locked(file, read.store(), by());
        } catch (IOException | UncheckedIOException notWritten) {
            return say(
                    false,
                    notWritten.getMessage() + ": the key files cannot be written; check owner and disk, do this again");
        }
    }

    private Officer by() {
        try {
            return new Officer(officer);
        } catch (IllegalArgumentException malformed) {
            throw misuse("--officer: " + malformed.getMessage());
        }
    }

    private ParameterException misuse(String why) {
        return new ParameterException(command.commandLine(), why);
    }

    private int locked(KeyFile file, StoreAddress store, Officer by) throws GeneralSecurityException, IOException {
        Optional<KeyLock> lock = KeyLock.take(file);
        if (lock.isEmpty()) {
            return say(false, "another rotate-key is at work on " + file.path() + ": do this again when it has ended");
        }
        KeyLock held = lock.get();
        try (Database database = Database.open(store)) {
            return step(new KeyRotation(
                    key,
                    new KeySuccession(file),
                    new SqlKeyUse(database),
                    new SqlKeyChanges(database, clock, by),
                    clock.instant()));
        } finally {
            held.close();
        }
    }

    private int step(KeyRotation rotation) throws GeneralSecurityException, IOException {
        if (further.retire) {
            return rotation.retire(Duration.ofDays(overlap)).stream()
                    .mapToInt(this::say)
                    .max()
                    .orElse(0);
        }
        return say(further.activate ? rotation.activate() : rotation.add());
    }

    private int say(KeyRotation.Said said) {
        return say(said.done(), said.line());
    }

    private int say(boolean done, String line) {
        var to = done ? command.commandLine().getOut() : command.commandLine().getErr();
        to.println(line);
        return done ? 0 : 1;
    }

    /** The later steps; none of them is the first one. */
    private static final class Further {
        @Option(names = "--activate", description = "Puts the waiting key in use.")
        private boolean activate;

        @Option(names = "--retire", description = "Takes away former keys that nothing needs any more.")
        private boolean retire;
    }
}
