package org.waypost.hub.intake;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.waypost.contract.KeyFailure;
import org.waypost.contract.KeyFile;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Verifier;

/**
 * One public key file {@code <terminal-id>.json} per enrolled terminal. A file that is added, replaced or removed
 * counts from the next message on. Safe for use by several threads.
 */
public final class KeyDirectory implements TerminalKeys {
    private static final System.Logger LOG = System.getLogger(KeyDirectory.class.getName());

    private static final String SUFFIX = ".json";
    private static final int MOST = 20_000;

    private final Path directory;
    private final Map<TerminalId, Loaded> loaded = new ConcurrentHashMap<>();

    /** Reads from one directory. */
    public KeyDirectory(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Verifier> of(TerminalId terminal) {
        Path file = directory.resolve(terminal + SUFFIX);
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            return Optional.of(loaded.compute(
                            terminal,
                            (id, known) -> known != null && known.changed.equals(changed)
                                    ? known
                                    : new Loaded(changed, new Verifier(new KeyFile(file).read())))
                    .key);
        } catch (NoSuchFileException notEnrolled) {
            loaded.remove(terminal);
            return Optional.empty();
        } catch (IOException | KeyFailure e) {
            LOG.log(Level.WARNING, "terminal {0}: its key file cannot be used, enrol it again", terminal);
            return Optional.empty();
        }
    }

    /** Those who may report now, at most {@value #MOST}. */
    public List<TerminalId> enrolled() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> terminal(name.substring(0, name.length() - SUFFIX.length())))
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(TerminalId::value))
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the directory of terminal keys cannot be read: {0}", directory);
            return List.of();
        }
    }

    private static Optional<TerminalId> terminal(String name) {
        try {
            return Optional.of(new TerminalId(name));
        } catch (IllegalArgumentException somethingElse) {
            return Optional.empty();
        }
    }

    private record Loaded(FileTime changed, Verifier key) {}
}
