package org.waypost.agent.encounter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waypost.testing.HeapNeedle;

/** A row of a picture as it may turn up where it must not: raw, in base 64 at any alignment, in hex. */
final class FaceTrace {
    private static final int MASK = 0x2A;
    private static final long LONGEST_FILE = 64 << 20;

    private final Instant from;
    private final byte[] masked;
    private final List<HeapNeedle> needles = new ArrayList<>();

    /** @param from when its picture came; older files are not searched */
    FaceTrace(byte[] row, Instant from) {
        this.from = from;
        this.masked = mask(row);
        needles.add(new HeapNeedle(row));
        for (int shift = 0; shift < 3; shift++) {
            byte[] part = Arrays.copyOfRange(row, shift, row.length - 3 + shift);
            needles.add(new HeapNeedle(Base64.getEncoder().encode(part)));
        }
        needles.add(new HeapNeedle(HexFormat.of().formatHex(row).getBytes(US_ASCII)));
        needles.add(new HeapNeedle(HexFormat.of().withUpperCase().formatHex(row).getBytes(US_ASCII)));
    }

    private static byte[] mask(byte[] bytes) {
        byte[] other = bytes.clone();
        for (int i = 0; i < other.length; i++) {
            other[i] ^= MASK;
        }
        return other;
    }

    /** Of the row, lower case. */
    String hex() {
        return HexFormat.of().formatHex(mask(masked));
    }

    boolean isIn(byte[] bytes) {
        return needles.stream().anyMatch(needle -> needle.isIn(bytes));
    }

    /** The first file of a directory and those below that holds the row. */
    Optional<Path> fileBelow(Path directory) throws IOException {
        return first(directory, Integer.MAX_VALUE);
    }

    /** As {@link #fileBelow}, of the directory itself. */
    Optional<Path> fileIn(Path directory) throws IOException {
        return first(directory, 1);
    }

    private Optional<Path> first(Path directory, int depth) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(directory, Set.of(), depth, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }

            // Another process cleans up after itself meanwhile.
            @Override
            public FileVisitResult visitFileFailed(Path gone, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files.stream()
                .filter(this::isWritten)
                .filter(file -> isIn(content(file)))
                .findFirst();
    }

    /** Since the picture came. */
    private boolean isWritten(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) < LONGEST_FILE
                    && !Files.getLastModifiedTime(file).toInstant().isBefore(from);
        } catch (IOException gone) {
            return false;
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
