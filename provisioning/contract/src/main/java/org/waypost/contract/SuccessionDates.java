package org.waypost.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When each former key of a private file was followed by the next one: lines of {@code id=time} in a file beside it,
 * {@code desk.json.followed}. No secret. A line that is no such line counts as lost.
 *
 * @param keys the private file
 */
record SuccessionDates(KeyFile keys) {

    Optional<Instant> of(int key) throws IOException {
        return Optional.ofNullable(read().get(name(key)));
    }

    void note(int key, Instant followed) throws IOException {
        Map<String, Instant> dates = read();
        dates.put(name(key), followed);
        write(dates);
    }

    void forget(int key) throws IOException {
        Map<String, Instant> dates = read();
        dates.remove(name(key));
        write(dates);
    }

    private Path path() {
        return keys.path().resolveSibling(keys.path().getFileName() + ".followed");
    }

    private Map<String, Instant> read() throws IOException {
        Map<String, Instant> dates = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(path())) {
                int equals = line.indexOf('=');
                time(line.substring(equals + 1))
                        .ifPresent(time -> dates.put(line.substring(0, Math.max(equals, 0)), time));
            }
        } catch (NoSuchFileException none) {
            return dates;
        }
        return dates;
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException lost) {
            return Optional.empty();
        }
    }

    private void write(Map<String, Instant> dates) throws IOException {
        String text = dates.entrySet().stream()
                .map(date -> date.getKey() + "=" + date.getValue() + "\n")
                .collect(Collectors.joining());
        new WholeFile(path(), keys.path()).write(text, "rw-r--r--");
    }

    private static String name(int key) {
        return "%08x".formatted(key);
    }
}
