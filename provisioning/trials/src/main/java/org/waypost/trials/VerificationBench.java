package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.waypost.agent.face.FaceBench;
import org.waypost.agent.finger.FingerBench;

/** What a bench said that ran as a process of its own with a site's flags: a name and a value a line. */
record VerificationBench(Map<String, Double> values) {
    private static final int MINUTES = 60;

    /** A process that compares the faces of one person. */
    record Faces(Path directory, Path models) {

        /** Lays the models and has the libraries unpacked once for all, as on an installed terminal. */
        static Faces in(Path directory) throws IOException, InterruptedException {
            Faces faces =
                    new Faces(directory, FaceStock.laid(Files.createDirectory(directory.resolve("models")), List.of()));
            faces.run(1, 0, 0);
            return faces;
        }

        /**
         * Runs it.
         *
         * @param threads of OpenCV
         * @param rounds for the times, 0 for none
         * @param soak verifications for the memory
         */
        VerificationBench run(int threads, int rounds, int soak) throws IOException, InterruptedException {
            Path stock = FaceStock.place().orElseThrow().resolve("data/faces/london");
            FacePair pair = FacePair.in(stock).getFirst();
            ProcessBuilder builder = new ProcessBuilder(Program.java(
                    FaceBench.class,
                    List.of("-Dorg.bytedeco.javacpp.cachedir=" + directory.resolve("javacpp")),
                    models.toString(),
                    pair.document().toString(),
                    pair.live().toString(),
                    Integer.toString(rounds),
                    Integer.toString(soak)));
            builder.environment().put("OPENCV_FOR_THREADS_NUM", Integer.toString(threads));
            builder.environment().put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
            return said(builder, directory);
        }
    }

    /** Compares two drawn prints of one finger. */
    static VerificationBench fingers(Path directory, int rounds) throws IOException, InterruptedException {
        List<String> command = Program.java(FingerBench.class, List.of(), Integer.toString(rounds));
        return said(new ProcessBuilder(command), directory);
    }

    private static VerificationBench said(ProcessBuilder builder, Path directory)
            throws IOException, InterruptedException {
        Path said = directory.resolve("bench.log");
        Path errors = directory.resolve("bench-errors.log");
        Process process = builder.redirectOutput(said.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("the bench failed: " + Files.readString(errors));
        }
        return new VerificationBench(Files.readAllLines(said).stream()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(words -> words[0], words -> Double.valueOf(words[1]))));
    }

    double get(String name) {
        return Optional.ofNullable(values.get(name)).orElseThrow(() -> new IllegalStateException("no " + name));
    }
}
