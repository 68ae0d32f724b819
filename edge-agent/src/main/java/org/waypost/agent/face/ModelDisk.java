package org.waypost.agent.face;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an import of models does to a disk, step by step; each may be the last one that happens. */
interface ModelDisk {
    /** Writes a file from its start and forces it to disk; may stop anywhere within. */
    void write(Path file, ByteBuffer content) throws IOException;

    /** Renames in one step, over what is there. */
    void rename(Path from, Path to) throws IOException;

    /** Forces to disk which files are in a directory. */
    void sync(Path directory) throws IOException;

    void remove(Path file) throws IOException;

    /** The terminal's. */
    record Local() implements ModelDisk {
        @Override
        public void write(Path file, ByteBuffer content) throws IOException {
            boolean whole = false;
            try (FileChannel out = FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING)) {
                ByteBuffer left = content.duplicate();
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
                whole = true;
            } finally {
                if (!whole) {
                    Files.deleteIfExists(file);
                }
            }
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            Files.move(from, to, ATOMIC_MOVE, REPLACE_EXISTING);
        }

        @Override
        public void sync(Path directory) throws IOException {
            try (FileChannel entries = FileChannel.open(directory, READ)) {
                entries.force(true);
            }
        }

        @Override
        public void remove(Path file) throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
