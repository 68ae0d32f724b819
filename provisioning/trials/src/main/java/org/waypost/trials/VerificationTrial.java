package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** How long comparisons of faces and of fingers take, each beside the libraries' own work in the same run. */
final class VerificationTrial implements Trial {
    private final int rounds;
    private final int soak;

    /** In under two minutes. */
    VerificationTrial() {
        this(60, 200);
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
        return "time of a comparison of faces and of fingers beside the libraries alone, first one after a start";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        VerificationBench.Faces faces = VerificationBench.Faces.in(directory);
        faces(faces.run(1, rounds, soak), faces.run(2, rounds, 0), figures);
        fingers(VerificationBench.fingers(directory, rounds), figures);
    }

    private static void faces(VerificationBench one, VerificationBench two, Consumer<Figure> figures) {
        figures.accept(Figure.atMost(90, "verification-median-one-thread", one.get("whole"), "ms")
                .beside("sum of its parts", one.get("parts")));
        figures.accept(Figure.noted("verification-p95-one-thread", one.get("whole-p95"), "ms"));
        figures.accept(Figure.atMost(1.15, "verification-whole-over-parts", one.get("whole") / one.get("parts"), "x"));
        figures.accept(Figure.noted("verification-share-in-opencv", one.get("in-opencv"), "%"));
        figures.accept(Figure.noted("verification-share-wiping-and-freeing", one.get("in-other-native"), "%"));
        figures.accept(Figure.noted("verification-share-looks", one.get("looks"), ""));
        figures.accept(
                Figure.atMost(0, "verification-share-of-java-alone-control", one.get("in-opencv-of-java-alone"), "%"));
        figures.accept(Figure.noted("verification-median-two-threads", two.get("whole"), "ms")
                .beside("one thread", one.get("whole")));
        figures.accept(Figure.noted("verification-forgetting", one.get("forget"), "ms"));
        figures.accept(Figure.noted("verification-load", one.get("load"), "ms"));
        figures.accept(Figure.atMost(1_200, "verification-first-with-load", one.get("load") + one.get("first"), "ms"));
        figures.accept(Figure.noted("verification-resident-with-parts-twice", one.get("resident-peak"), "MiB"));
    }

    private static void fingers(VerificationBench bench, Consumer<Figure> figures) {
        figures.accept(Figure.noted("finger-comparison-median", bench.get("comparison"), "ms")
                .beside("SourceAFIS alone", bench.get("alone")));
        figures.accept(
                Figure.atMost(1.05, "finger-over-sourceafis", bench.get("comparison") / bench.get("alone"), "x"));
        figures.accept(Figure.noted("finger-matching-alone", bench.get("matching"), "ms"));
    }
}
