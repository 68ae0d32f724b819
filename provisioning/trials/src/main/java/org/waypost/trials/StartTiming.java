package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;

/** Start of the process until it serves, with the package step's cache and without, and memory once it has served. */
final class StartTiming {
    private static final int STARTS = 5;

    private StartTiming() {}

    static void run(Site site, Consumer<Figure> figures) throws IOException, InterruptedException {
        if (!Files.exists(Site.cacheOf(site.hubJar())) || !Files.exists(Site.cacheOf(site.terminalJar()))) {
            throw new IOException("there is no ahead-of-time cache: build with mvn package first");
        }
        Timings hubBare = starts(() -> site.hub());
        Timings hub = starts(() -> site.hub(Site.cached(site.hubJar())));
        figures.accept(
                Figure.atMost(2_500, "hub-start-median", hub.median(), "ms").beside("no cache", hubBare.median()));
        Timings bare = starts(() -> site.terminal());
        Timings terminal = starts(() -> site.terminal(Site.cached(site.terminalJar())));
        figures.accept(Figure.atMost(1_500, "terminal-start-median", terminal.median(), "ms")
                .beside("no cache", bare.median()));
    }

    private static Timings starts(Start start) throws IOException, InterruptedException {
        Timings timings = new Timings();
        for (int run = 0; run < STARTS; run++) {
            try (Program program = start.begin()) {
                timings.add(program.startTime().toNanos());
            }
        }
        return timings;
    }

    /** Begins a process. */
    private interface Start {
        Program begin() throws IOException;
    }
}
