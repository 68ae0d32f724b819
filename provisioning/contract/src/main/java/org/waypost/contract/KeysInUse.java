package org.waypost.contract;

import static java.lang.System.Logger.Level.WARNING;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the keys of a file do, as the file is now: one that is laid anew counts from the next use on, and one that is
 * gone or broken leaves those before it in use. Safe for use by several threads.
 *
 * @param <P> what they do
 */
final class KeysInUse<P> implements Supplier<P> {
    private static final System.Logger LOG = System.getLogger(KeysInUse.class.getName());

    private final KeyFile file;
    private final Function<KeysetHandle, P> use;
    private volatile Held<P> held;

    /** @throws KeyFailure if the file cannot be used now */
    KeysInUse(KeyFile file, Function<KeysetHandle, P> use) {
        this.file = file;
        this.use = use;
        Optional<Stamp> stamp = Stamp.of(file.path());
        this.held = new Held<>(stamp, use.apply(file.read()));
    }

    @Override
    public P get() {
        Held<P> now = held;
        Optional<Stamp> stamp = Stamp.of(file.path());
        return stamp.isEmpty() || stamp.equals(now.stamp) ? now.primitive : renewed(stamp);
    }

    private synchronized P renewed(Optional<Stamp> stamp) {
        if (!stamp.equals(held.stamp)) {
            held = new Held<>(stamp, read().orElse(held.primitive));
        }
        return held.primitive;
    }

    private Optional<P> read() {
        try {
            return Optional.of(use.apply(file.read()));
        } catch (KeyFailure unusable) {
            LOG.log(WARNING, "the keys before stay in use: {0}", unusable.getMessage());
            return Optional.empty();
        }
    }

    /** No record: those of the contract are messages, and hold no value of just any type. */
    private static final class Held<P> {
        private final Optional<Stamp> stamp;
        private final P primitive;

        Held(Optional<Stamp> stamp, P primitive) {
            this.stamp = stamp;
            this.primitive = primitive;
        }
    }

    /** What tells one file from the next without reading it. */
    private record Stamp(FileTime modified, long size, String inode) {
        static Optional<Stamp> of(Path file) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return Optional.of(new Stamp(now.lastModifiedTime(), now.size(), Objects.toString(now.fileKey())));
            } catch (IOException gone) {
                return Optional.empty();
            }
        }
    }
}
