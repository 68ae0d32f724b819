package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lives on the heap of another Java process, looked at now and then; each look is a full collection there. */
final class HubHeap {
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

    /** Gaps that the collector leaves between objects in three of four collections; nothing lives there. */
    private static final Pattern GAPS =
            Pattern.compile("\\d+:\\s+\\d+\\s+(\\d+)\\s+\\[Ljdk\\.internal\\.vm\\.FillerElement");

    private static final double NANOS_A_MINUTE = 60e9;

    private final ProcessHandle process;
    private final List<double[]> looks = new ArrayList<>();

    HubHeap(ProcessHandle process) {
        this.process = process;
    }

    void look() throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), UTF_8);
        Matcher total = TOTAL.matcher(said);
        if (jcmd.waitFor() != 0 || !total.find()) {
            throw new IOException("jcmd does not tell the hub's heap: " + said.strip());
        }
        double living = Long.parseLong(total.group(1)) - gaps(said);
        looks.add(new double[] {System.nanoTime() / NANOS_A_MINUTE, living / 1048576});
    }

    private static long gaps(String histogram) {
        Matcher gaps = GAPS.matcher(histogram);
        return gaps.find() ? Long.parseLong(gaps.group(1)) : 0;
    }

    int looks() {
        return looks.size();
    }

    /** MiB at the last look. */
    double last() {
        return looks.getLast()[1];
    }

    /** MiB a minute, by least squares. */
    double slope() {
        double minutes = looks.stream().mapToDouble(look -> look[0]).average().orElseThrow();
        double level = looks.stream().mapToDouble(look -> look[1]).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (double[] look : looks) {
            above += (look[0] - minutes) * (look[1] - level);
            below += (look[0] - minutes) * (look[0] - minutes);
        }
        return above / below;
    }
}
