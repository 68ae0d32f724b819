package org.waypost.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.waypost.contract.KeyFile;
import org.waypost.contract.KeySuccession;
import org.waypost.contract.KeySuccession.Former;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlKeyUse;
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
            throw new ParameterException(
                    command.commandLine(), "--overlap-days must be from " + SHORTEST + " to " + LONGEST);
        }
        HubSettings read = HubSettings.read(settings);
        KeySuccession keys = new KeySuccession(new KeyFile(key.file(read.keys())));
        try {
            return step(keys, read);
        } catch (IOException notWritten) {
            return say(1, notWritten + ": the key files cannot be written; check owner and disk, do this again");
        }
    }

    private int step(KeySuccession keys, HubSettings read) throws GeneralSecurityException, IOException {
        if (further.retire) {
            return retire(keys, read);
        }
        return further.activate
                ? told(keys.activate(clock.instant()), keys, "the waiting key is in use", key.activated())
                : told(keys.add(), keys, "a key waits", key.added());
    }

    private int told(KeySuccession.Step step, KeySuccession keys, String done, String next) {
        return switch (step) {
            case DONE ->
                say(
                        0,
                        done + " in " + keys.keys().path() + ", public in "
                                + keys.publicKeys().path() + ": " + next);
            case ONE_WAITS -> say(1, "a key waits already: " + key.added());
            case NONE_WAITS -> say(1, "no key waits: add one without --activate first");
            case FULL -> say(1, "there are " + KeySuccession.KEYS_MAX + " keys: --retire former ones first");
        };
    }

    private int retire(KeySuccession keys, HubSettings read) throws GeneralSecurityException, IOException {
        List<Former> former = keys.former();
        if (former.isEmpty()) {
            return say(1, "there is no former key");
        }
        int left = 0;
        try (Database database = Database.open(read.store())) {
            for (Former one : former) {
                Optional<String> need = need(keys, one, new SqlKeyUse(database));
                left += need.isPresent() ? 1 : 0;
                retire(keys, one, need);
            }
        }
        return left == 0 ? 0 : 1;
    }

    private void retire(KeySuccession keys, Former one, Optional<String> need)
            throws GeneralSecurityException, IOException {
        if (need.isPresent()) {
            say(1, "key " + one.name() + " stays: " + need.get());
            return;
        }
        keys.remove(one);
        say(
                0,
                "key " + one.name() + " is gone from " + keys.keys().path() + ", public in "
                        + keys.publicKeys().path() + ": take both to wherever they are used");
    }

    private Optional<String> need(KeySuccession keys, Former one, SqlKeyUse store)
            throws GeneralSecurityException, IOException {
        Instant now = clock.instant();
        if (one.followed().isEmpty()) {
            keys.note(one, now);
        }
        Instant followed = one.followed().orElse(now);
        Instant end = followed.plus(Duration.ofDays(overlap));
        return now.isBefore(end)
                ? Optional.of("terminals may still use it; do this again after " + day(end))
                : key.need(keys, one, followed, store);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private int say(int code, String line) {
        var to = code == 0
                ? command.commandLine().getOut()
                : command.commandLine().getErr();
        to.println(line);
        return code;
    }

    /** The later steps; none of them is the first one. */
    private static final class Further {
        @Option(names = "--activate", description = "Puts the waiting key in use.")
        private boolean activate;

        @Option(names = "--retire", description = "Takes away former keys that nothing needs any more.")
        private boolean retire;
    }
}
