package org.waypost.kiosk;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waypost.agent.report.SigningKeys;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.settings.SettingsFailure;
import org.waypost.agent.store.StoreFailure;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.KeyFailure;
import org.waypost.contract.KeyLock;
import org.waypost.contract.KeySuccession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Changes the key a terminal signs with, in three steps; the hub is told by a file that a person carries. */
@Command(
        name = "rotate-key",
        description = "Adds a signing key that waits; --activate signs with it; --retire takes former ones away."
                + " End the terminal first.")
final class RotateKey implements Callable<Integer> {
    private static final int BROKEN = 2;
    private static final int REFUSED = 1;
    private static final int NAME_LONGEST = 40;

    @Option(names = "--settings", required = true, paramLabel = "FILE", description = "The terminal's settings.")
    private Path settings = Path.of("");

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who does it, for the audit.")
    private String by = "";

    @ArgGroup
    private Further further = new Further();

    private final InstantSource clock;
    private final PrintStream out;
    private final PrintStream err;

    RotateKey(InstantSource clock, PrintStream out, PrintStream err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        if (by.isBlank() || by.length() > NAME_LONGEST) {
            return say(REFUSED, "--by is a name of 1 to " + NAME_LONGEST + " characters");
        }
        try {
            return locked(Settings.read(settings));
        } catch (SettingsFailure | StoreFailure | KeyFailure broken) {
            return say(BROKEN, broken.getMessage() + "");
        } catch (IOException | UncheckedIOException | GeneralSecurityException notWritten) {
            return say(
                    BROKEN,
                    notWritten.getMessage() + ": the key files cannot be written; check owner and disk, do this again");
        }
    }

    private int locked(Settings read) throws GeneralSecurityException, IOException {
        read.keys().signing().read();
        Optional<KeyLock> lock = KeyLock.take(read.keys().signing());
        if (lock.isEmpty()) {
            return say(REFUSED, "another rotate-key is at work: do this again when it has ended");
        }
        KeyLock held = lock.get();
        try (TerminalStore store = TerminalStore.open(read.files().store(), clock)) {
            KeySuccession keys = new KeySuccession(read.keys().signing());
            return step(new SigningKeyRotation(
                    read.office().terminal(), new SigningKeys(store, keys, clock, by.strip()), keys, clock));
        } finally {
            held.close();
        }
    }

    private int step(SigningKeyRotation rotation) throws GeneralSecurityException, IOException {
        String code = further.taken;
        SigningKeyRotation.Said said =
                further.retire ? rotation.retire() : code == null ? rotation.add() : rotation.activate(code);
        return say(said.done() ? 0 : REFUSED, said.line());
    }

    private int say(int code, String line) {
        (code == 0 ? out : err).println(line);
        return code;
    }

    /** The later steps; none of them is the first one. */
    private static final class Further {
        @Option(
                names = "--activate",
                paramLabel = "CODE",
                description = "Signs with the key that waits; the hub says the code.")
        private @Nullable String taken;

        @Option(names = "--retire", description = "Takes away former keys that nothing queued needs.")
        private boolean retire;
    }
}
