package org.waypost.agent.face;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The content of a model file in memory. What was hashed is what is loaded: the file is read once, and whoever changes
 * it afterwards changes nothing here.
 */
final class LoadedFile {
    private final ModelFile pinned;
    private final String sha256;
    private final byte[] content;

    private LoadedFile(ModelFile pinned, String sha256, byte[] content) {
        this.pinned = pinned;
        this.sha256 = sha256;
        this.content = content;
    }

    /** Reads a file; empty if there is none. Never more than one byte beyond the pinned length. */
    static Optional<LoadedFile> read(Path directory, ModelFile pinned) {
        return at(directory.resolve(pinned.file()), pinned);
    }

    /** The same of a file under another name. */
    static Optional<LoadedFile> at(Path file, ModelFile pinned) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes((int) pinned.bytes() + 1);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return Optional.of(new LoadedFile(pinned, HexFormat.of().formatHex(digest), content));
        } catch (IOException absent) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Whether it is the file the manifest pins. */
    boolean isAsPinned() {
        return content.length == pinned.bytes() && sha256.equals(pinned.sha256());
    }

    /** Of what was read, lower case hex. */
    String sha256() {
        return sha256;
    }

    /** Not a copy: a model is too large for two. */
    byte[] content() {
        return content;
    }
}
