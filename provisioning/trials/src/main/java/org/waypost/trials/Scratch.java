package org.waypost.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory of its owner alone that is gone afterwards. */
final class Scratch implements AutoCloseable {
    private final Path path;

    Scratch() throws IOException {
        this(Files.createTempDirectory("waypost-"));
    }

    private Scratch(Path path) {
        this.path = path;
    }

    /** In memory where the system has a place for that: for files that no power cut is to survive. */
    static Scratch inMemory() throws IOException {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) ? new Scratch(Files.createTempDirectory(memory, "waypost-")) : new Scratch();
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(Scratch::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("could not clear " + path, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete " + file, e);
        }
    }
}
