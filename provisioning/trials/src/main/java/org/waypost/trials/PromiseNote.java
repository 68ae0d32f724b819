package org.waypost.trials;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * What a terminal has promised, beside its store: each report's id, written when it was saved and before anything else
 * is done. Survives kill -9, since the system has it then. For one thread.
 */
final class PromiseNote implements AutoCloseable {
    private static final int LINE = 37;

    private final FileChannel file;
    private long count;

    /** Goes on with a note; half a line at its end promised nothing. */
    PromiseNote(Path path) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.count = file.size() / LINE;
        file.truncate(count * LINE);
        file.position(count * LINE);
    }

    static Path beside(Path settings) {
        return settings.resolveSibling("promised");
    }

    void note(UUID report) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((report + "\n").getBytes(US_ASCII));
        while (line.hasRemaining()) {
            file.write(line);
        }
        count++;
    }

    long count() {
        return count;
    }

    /** All ids, in the order in which they were promised. */
    static List<String> read(Path path) throws IOException {
        return Files.readAllLines(path).stream()
                .filter(line -> line.length() == LINE - 1)
                .toList();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
