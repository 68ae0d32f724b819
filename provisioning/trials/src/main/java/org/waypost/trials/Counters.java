package org.waypost.trials;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Some terminals in one process, until all of them have their receipts. A line {@code 2 -3600} on its standard input
 * sets the clock of the third an hour back; the end of the input ends the process.
 */
final class Counters {
    private static final System.Logger LOG = System.getLogger(Counters.class.getName());

    private static final Logger ROOT = Logger.getLogger("");

    private Counters() {}

    /** Takes how many reports each files, the milliseconds between two of them, and the settings files. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        // a line for each report would be half the work
        ROOT.setLevel(java.util.logging.Level.WARNING);
        long share = Long.parseLong(arguments[0]);
        Duration pause = Duration.ofMillis(Long.parseLong(arguments[1]));
        List<Counter> counters = new ArrayList<>();
        for (Path settings : Stream.of(arguments).skip(2).map(Path::of).toList()) {
            counters.add(new Counter(settings));
        }
        Thread.ofPlatform().daemon().name("waypost-clocks").start(() -> obey(counters));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            counters.forEach(counter -> threads.execute(() -> file(counter, share, pause)));
        }
        for (Counter counter : counters) {
            counter.close();
        }
        System.exit(0);
    }

    private static void file(Counter counter, long share, Duration pause) {
        try {
            counter.file(share, pause);
        } catch (IOException | InterruptedException | RuntimeException e) {
            // at once: the others may wait for long
            LOG.log(Level.ERROR, "a terminal ended", e);
            Runtime.getRuntime().halt(1);
        }
    }

    private static void obey(List<Counter> counters) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", 2);
                counters.get(Integer.parseInt(words[0])).set(Duration.ofSeconds(Long.parseLong(words[1])));
            }
        } catch (IOException gone) {
            // as its end
        }
        Runtime.getRuntime().halt(1);
    }
}
