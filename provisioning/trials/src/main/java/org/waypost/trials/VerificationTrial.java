package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.waypost.agent.face.FaceBench;

/** How long a verification takes and what memory it needs, in processes of their own on one thread and on two. */
final class VerificationTrial implements Trial {
    private static final int MINUTES = 60;
    /** The heap of a site may grow by itself; native memory must not. */
    private static final double FLAT_MEBIBYTES = 16;

    private final int rounds;
    private final int soak;

    /** Of 10,000 verifications. */
    VerificationTrial() {
        this(60, 10_000);
    }

    VerificationTrial(int rounds, int soak) {
        this.rounds = rounds;
        this.soak = soak;
    }

    @Override
    public String name() {
        return "verification";
    }

    @Override
    public String purpose() {
        return "time of a face comparison whole and in parts, first one after a start, memory over many";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        Path models = FaceStock.laid(Files.createDirectory(directory.resolve("models")), List.of());
        // the libraries are unpacked once for all, as on an installed terminal
        measured(directory, models, 1, 0, 0);
        speed(measured(directory, models, 1, rounds, 0), measured(directory, models, 2, rounds, 0), figures);
        memory(measured(directory, models, 1, 0, soak), figures);
    }

    private static void speed(Bench one, Bench two, Consumer<Figure> figures) {
        figures.accept(Figure.atMost(90, "verification-median-one-thread", one.get("whole"), "ms")
                .beside("sum of its parts", one.get("parts")));
        figures.accept(Figure.noted("verification-p95-one-thread", one.get("whole-p95"), "ms"));
        figures.accept(Figure.atMost(1.15, "verification-whole-over-parts", one.get("whole") / one.get("parts"), "x"));
        figures.accept(Figure.noted(
                "verification-share-in-opencv", 100 * Math.min(1, one.get("parts") / one.get("whole")), "%"));
        figures.accept(Figure.noted("verification-median-two-threads", two.get("whole"), "ms")
                .beside("one thread", one.get("whole")));
        figures.accept(Figure.noted("verification-forgetting", one.get("forget"), "ms"));
        figures.accept(Figure.noted("verification-load", one.get("load"), "ms"));
        figures.accept(Figure.atMost(1_200, "verification-first-with-load", one.get("load") + one.get("first"), "ms"));
    }

    private void memory(Bench many, Consumer<Figure> figures) {
        figures.accept(Figure.atMost(220, "verification-resident-peak", many.get("resident-peak"), "MiB"));
        figures.accept(Figure.atMost(
                        many.get("resident-before") + FLAT_MEBIBYTES,
                        "verification-resident-after",
                        many.get("resident-after"),
                        "MiB")
                .beside("before " + soak + " verifications", many.get("resident-before")));
    }

    private static Bench measured(Path directory, Path models, int threads, int rounds, int soak)
            throws IOException, InterruptedException {
        Path faces = FaceStock.place().orElseThrow().resolve("data/faces/london");
        FacePair pair = FacePair.in(faces).getFirst();
        List<String> command = Program.java(
                FaceBench.class,
                List.of("-Dorg.bytedeco.javacpp.cachedir=" + directory.resolve("javacpp")),
                models.toString(),
                pair.document().toString(),
                pair.live().toString(),
                Integer.toString(rounds),
                Integer.toString(soak));
        Path said = directory.resolve("bench.log");
        Path errors = directory.resolve("bench-errors.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(said.toFile()).redirectError(errors.toFile());
        builder.environment().put("OPENCV_FOR_THREADS_NUM", Integer.toString(threads));
        builder.environment().put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("the bench failed: " + Files.readString(errors));
        }
        return Bench.of(Files.readAllLines(said));
    }

    /** What a bench said. */
    private record Bench(Map<String, Double> values) {
        static Bench of(List<String> lines) {
            return new Bench(lines.stream()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(words -> words[0], words -> Double.valueOf(words[1]))));
        }

        double get(String name) {
            return Optional.ofNullable(values.get(name)).orElseThrow(() -> new IllegalStateException("no " + name));
        }
    }
}
