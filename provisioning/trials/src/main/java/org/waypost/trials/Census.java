package org.waypost.trials;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process holds at a moment when it should hold nothing in particular.
 *
 * @param descriptors open files of any kind
 * @param threads platform and virtual threads whose name begins with {@code waypost-}
 * @param mebibytes heap in use after a collection
 */
record Census(int descriptors, int threads, double mebibytes) {

    static Census take(Path directory) throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        Runtime runtime = Runtime.getRuntime();
        double used = (runtime.totalMemory() - runtime.freeMemory()) / 1024.0 / 1024.0;
        return new Census(openFiles(), ourThreads(directory.resolve("threads.txt")), used);
    }

    private static int openFiles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return (int) open.count();
        }
    }

    /** Only the virtual machine's own dump names virtual threads too. */
    private static int ourThreads(Path dump) throws IOException {
        Files.deleteIfExists(dump);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toAbsolutePath().toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        try (Stream<String> lines = Files.lines(dump)) {
            return (int) lines.filter(line -> line.startsWith("#") && line.contains("\"waypost-"))
                    .count();
        }
    }
}
