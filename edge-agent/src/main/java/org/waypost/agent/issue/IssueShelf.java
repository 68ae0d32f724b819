package org.waypost.agent.issue;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where an issue of the hub lies on disk, and beside it the highest number that was ever in use ({@code .number}): a
 * terminal whose file was damaged or deleted does not go back either. Each file is replaced whole or not at all.
 */
public final class IssueShelf {
    /** Digits of the largest long, and no more of a hostile file. */
    private static final int DIGITS_MAX = 19;

    private final Path file;
    private final Path number;

    /** @param file need not exist; its folder does */
    public IssueShelf(Path file) {
        this.file = file.toAbsolutePath();
        this.number = beside(this.file, ".number");
    }

    /** The lowest number that may be put; 1 if nothing is known. */
    public long lowest() {
        if (!Files.isRegularFile(number)) {
            return 1;
        }
        try (InputStream in = Files.newInputStream(number)) {
            return Long.parseLong(new String(in.readNBytes(DIGITS_MAX), US_ASCII));
        } catch (IOException | NumberFormatException unknown) {
            return 1;
        }
    }

    /**
     * Puts an issue: the number first, so that a power cut in between never allows a step back.
     *
     * @param content the file as the hub signed it
     * @throws IOException if the disk does not take it; what lay there before lies there still
     */
    public void put(long issue, byte[] content) throws IOException {
        replace(number, Long.toString(issue).getBytes(US_ASCII));
        replace(file, content);
    }

    private static void replace(Path target, byte[] content) throws IOException {
        Path fresh = beside(target, ".new");
        try (FileChannel out = FileChannel.open(fresh, CREATE, WRITE, TRUNCATE_EXISTING)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
        Files.move(fresh, target, ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(folder(target), READ)) {
            folder.force(true);
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static Path folder(Path file) {
        Path folder = file.getParent();
        return folder == null ? file : folder;
    }
}
