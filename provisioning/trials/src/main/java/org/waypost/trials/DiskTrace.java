package org.waypost.trials;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What strace wrote down ({@code -f -y -xx}) as operations on one directory, in the order in which the calls ended.
 * SQLite's shared memory is left out: it is mapped, and made anew at each opening. For one thread.
 */
final class DiskTrace {
    private static final Pattern LINE = Pattern.compile("(\\d+) +(.*)");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)\\) += (-?\\d+).*");
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. \\w+ resumed>(.*)");
    private static final String UNFINISHED = " <unfinished ...>";
    private static final Pattern DESCRIPTOR = Pattern.compile("(\\d+)<([^>]*)>");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"(\\.\\.\\.)?");
    private static final Pattern LAST_NUMBER = Pattern.compile(".*, (\\d+)");

    private final Path directory;
    private final Path said;
    private final List<DiskOp> operations = new ArrayList<>();
    private final Map<String, String> halves = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final Set<String> names;

    private DiskTrace(Path directory, Path said, Set<String> names) {
        this.directory = directory;
        this.said = said;
        this.names = new HashSet<>(names);
    }

    /**
     * Reads a recording.
     *
     * @param said the file that was the program's standard output
     * @param names of the files that were in the directory before
     * @throws IOException if it cannot be read or does something that this does not know
     */
    static List<DiskOp> read(Path file, Path directory, Path said, Set<String> names) throws IOException {
        DiskTrace trace = new DiskTrace(directory, said, names);
        try (BufferedReader lines = Files.newBufferedReader(file, ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                trace.line(line);
            }
        }
        return trace.operations;
    }

    private void line(String line) throws IOException {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return;
        }
        String thread = parts.group(1);
        String text = parts.group(2);
        if (text.endsWith(UNFINISHED)) {
            halves.put(thread, text.substring(0, text.length() - UNFINISHED.length()));
            return;
        }
        Matcher rest = RESUMED.matcher(text);
        Matcher call = CALL.matcher(rest.matches() ? halves.remove(thread) + rest.group(1) : text);
        if (call.matches() && Long.parseLong(call.group(3)) >= 0) {
            call(call.group(1), call.group(2), Long.parseLong(call.group(3)));
        }
    }

    private void call(String name, String arguments, long result) throws IOException {
        switch (name) {
            case "openat" -> opened(arguments, result);
            case "write" -> written(arguments, result);
            case "pwrite64" -> writtenAt(arguments, result);
            case "ftruncate" -> open(arguments).ifPresent(file -> add(new DiskOp.Truncate(file, number(arguments))));
            case "fsync", "fdatasync" -> synced(arguments);
            case "rename", "renameat", "renameat2" -> renamed(arguments);
            case "unlink", "unlinkat" -> unlinked(arguments);
            default -> throw new IOException("the recording holds a call that is not known: " + name);
        }
    }

    private void opened(String arguments, long descriptor) throws IOException {
        Optional<String> file = file(text(arguments, 0));
        positions.put(Long.toString(descriptor), 0L);
        if (file.isEmpty()) {
            return;
        }
        if (arguments.contains("O_CREAT") && names.add(file.get())) {
            add(new DiskOp.Create(file.get()));
        } else if (arguments.contains("O_TRUNC")) {
            add(new DiskOp.Truncate(file.get(), 0));
        }
    }

    private void written(String arguments, long count) throws IOException {
        if (path(arguments).filter(said::equals).isPresent()) {
            new String(bytes(arguments, count), UTF_8).lines().forEach(line -> add(new DiskOp.Said(line)));
            return;
        }
        Optional<String> file = open(arguments);
        if (file.isPresent()) {
            String descriptor = arguments.substring(0, arguments.indexOf('<'));
            long position = positions.getOrDefault(descriptor, 0L);
            add(new DiskOp.Write(file.get(), position, bytes(arguments, count)));
            positions.put(descriptor, position + count);
        }
    }

    private void writtenAt(String arguments, long count) throws IOException {
        Optional<String> file = open(arguments);
        if (file.isPresent()) {
            add(new DiskOp.Write(file.get(), number(arguments), bytes(arguments, count)));
        }
    }

    private void synced(String arguments) {
        if (path(arguments).filter(directory::equals).isPresent()) {
            add(new DiskOp.SyncFolder());
        } else {
            open(arguments).ifPresent(file -> add(new DiskOp.Sync(file)));
        }
    }

    private void renamed(String arguments) throws IOException {
        Optional<String> from = file(text(arguments, 0));
        Optional<String> to = file(text(arguments, 1));
        if (from.isPresent() && to.isPresent()) {
            names.remove(from.get());
            names.add(to.get());
            add(new DiskOp.Rename(from.get(), to.get()));
        } else if (from.isPresent() || to.isPresent()) {
            throw new IOException("a file was moved across the edge of the directory: " + from + " to " + to);
        }
    }

    private void unlinked(String arguments) throws IOException {
        Optional<String> file = file(text(arguments, 0));
        if (file.isPresent() && names.remove(file.get())) {
            add(new DiskOp.Unlink(file.get()));
        }
    }

    private void add(DiskOp operation) {
        operations.add(operation);
    }

    /** The file of the directory that the first argument, a descriptor, is open on. */
    private Optional<String> open(String arguments) {
        return path(arguments).map(Path::toString).flatMap(this::file);
    }

    private static Optional<Path> path(String arguments) {
        Matcher descriptor = DESCRIPTOR.matcher(arguments);
        return descriptor.lookingAt() ? Optional.of(Path.of(decode(descriptor.group(2)))) : Optional.empty();
    }

    private Optional<String> file(String path) {
        Path file = Path.of(path);
        boolean inside = directory.equals(file.getParent()) && !path.endsWith("-shm") && !path.endsWith(" (deleted)");
        return inside ? Optional.of(file.getFileName() + "") : Optional.empty();
    }

    private static String text(String arguments, int which) throws IOException {
        Matcher text = TEXT.matcher(arguments);
        for (int skipped = 0; skipped <= which; skipped++) {
            if (!text.find()) {
                throw new IOException("the recording lacks a path");
            }
        }
        return decode(text.group(1));
    }

    private static byte[] bytes(String arguments, long count) throws IOException {
        Matcher text = TEXT.matcher(arguments);
        if (!text.find() || text.group(2) != null) {
            throw new IOException("the recording cut a write short");
        }
        byte[] all = HexFormat.of().parseHex(text.group(1).replace("\\x", ""));
        return Arrays.copyOf(all, (int) count);
    }

    private static long number(String arguments) {
        Matcher last = LAST_NUMBER.matcher(arguments);
        if (!last.matches()) {
            throw new IllegalArgumentException("the recording lacks a number");
        }
        return Long.parseLong(last.group(1));
    }

    private static String decode(String hex) {
        return new String(HexFormat.of().parseHex(hex.replace("\\x", "")), UTF_8);
    }
}
