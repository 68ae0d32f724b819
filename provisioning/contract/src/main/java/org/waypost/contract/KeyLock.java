package org.waypost.contract;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The right to change the keys of one file, for one process at a time: a lock of the operating system on an empty file
 * beside it, {@code desk.json.lock}, which stays. It ends when it is closed, and with the process.
 */
public final class KeyLock implements AutoCloseable {
    private final FileChannel channel;

    private KeyLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The right to change this file; empty while somebody else has it. */
    public static Optional<KeyLock> take(KeyFile keys) throws IOException {
        FileChannel channel = FileChannel.open(beside(keys.path()), StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock();
            taken = lock != null;
            return taken ? Optional.of(new KeyLock(channel)) : Optional.empty();
        } catch (OverlappingFileLockException inThisProcess) {
            return Optional.empty();
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    /** Made with the owner of the key file, so that the service may do next time what root did first. */
    private static Path beside(Path keys) throws IOException {
        Path lock = keys.resolveSibling(keys.getFileName() + ".lock");
        try {
            Files.createFile(lock, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.setOwner(lock, Files.getOwner(keys));
        } catch (FileAlreadyExistsException before) {
            return lock;
        }
        return lock;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
