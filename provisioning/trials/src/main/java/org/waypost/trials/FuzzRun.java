package org.waypost.trials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Coverage-guided fuzzing of one target in a process of its own: Jazzer, libFuzzer inside. The product's classes are
 * those of the class path, unless a directory with planted ones stands before it.
 */
final class FuzzRun {
    private static final Duration TO_START_AND_END = Duration.ofMinutes(2);
    private static final Duration WORTH_COMPILING_WELL = Duration.ofSeconds(10);
    private static final String OURS = "org.waypost.drivers.**:org.waypost.hub.trust.**:org.waypost.contract.**";
    /** Of libFuzzer: an exception, and an input that took too long. */
    private static final List<Integer> FINDING = List.of(77, 70, 71);

    private final FuzzTarget target;
    private final Path directory;
    private final Path corpus;
    private final List<byte[]> seeds;

    /** @param directory of this run alone */
    FuzzRun(FuzzTarget target, Path directory) throws IOException {
        this.target = target;
        this.directory = Files.createDirectories(directory);
        this.corpus = Files.createDirectories(directory.resolve("corpus"));
        this.seeds = target.seeds();
        Files.createDirectories(seeds());
        int number = 0;
        for (byte[] seed : seeds) {
            Files.write(seeds().resolve("seed-" + number++), seed);
        }
        Files.write(directory.resolve("dictionary"), target.dictionary());
    }

    /** What came of a run. */
    sealed interface Outcome {
        /** Nothing was found in the time given. */
        record Clean() implements Outcome {}

        /**
         * Something was thrown, took too long or took too much memory.
         *
         * @param input file with the bytes that did it
         * @param seconds from the start of the process
         * @param bySeed whether the input was one to begin with
         */
        record Found(Path input, double seconds, boolean bySeed) implements Outcome {}
    }

    /** Where the inputs are that reached something new. */
    Path corpus() {
        return corpus;
    }

    /** The inputs to begin with. */
    Path seeds() {
        return directory.resolve("seeds");
    }

    /**
     * Fuzzes.
     *
     * @param planted directory of changed classes, empty for the product as it is
     * @throws IOException if the fuzzer did not run
     */
    Outcome run(Optional<Path> planted, Duration budget) throws IOException, InterruptedException {
        Path log = directory.resolve("log");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command(planted, budget))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(budget.plus(TO_START_AND_END).toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the fuzzer of " + target.label() + " did not end: " + log);
            }
        } finally {
            process.destroyForcibly();
        }
        return outcome(process.exitValue(), (System.nanoTime() - begin) / 1e9, log);
    }

    private Outcome outcome(int exit, double seconds, Path log) throws IOException {
        if (exit == 0) {
            return new Outcome.Clean();
        }
        Optional<Path> input = artifact();
        if (!FINDING.contains(exit) || input.isEmpty()) {
            throw new IOException("the fuzzer of " + target.label() + " did not run, exit " + exit + ": " + end(log));
        }
        byte[] bytes = Files.readAllBytes(input.get());
        boolean bySeed = bytes.length == 0 || seeds.stream().anyMatch(seed -> Arrays.equals(seed, bytes));
        return new Outcome.Found(input.get(), seconds, bySeed);
    }

    private Optional<Path> artifact() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("(crash|timeout|oom)-.*"))
                    .findFirst();
        }
    }

    private static String end(Path log) throws IOException {
        String all = Files.readString(log, StandardCharsets.ISO_8859_1);
        return all.substring(Math.max(0, all.length() - 2_000));
    }

    private List<String> command(Optional<Path> planted, Duration budget) {
        String classes = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(
                "-Xmx1g",
                "-XX:TieredStopAtLevel=" + (budget.compareTo(WORTH_COMPILING_WELL) < 0 ? 1 : 4),
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                planted.map(first -> first + ":" + classes).orElse(classes),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--instrumentation_includes=" + OURS,
                // by preset each class that is loaded, a library's too, is made over
                "--custom_hook_includes=" + OURS,
                "--reproducer_path=" + directory,
                corpus.toString(),
                seeds().toString(),
                "-artifact_prefix=" + directory + "/",
                "-dict=" + directory.resolve("dictionary"),
                "-max_total_time=" + budget.toSeconds(),
                "-timeout=20",
                "-rss_limit_mb=2500",
                "-print_final_stats=1"));
        return command;
    }

    /** The Java of this process with the flags that a site uses. */
    static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC");
    }
}
