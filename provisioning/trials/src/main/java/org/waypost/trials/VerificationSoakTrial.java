package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What memory the comparison of faces needs over many verifications in one process, and whether it grows. */
final class VerificationSoakTrial implements Trial {
    /** The heap of a site may grow by itself; native memory must not. */
    private static final double FLAT_MEBIBYTES = 16;
    /** The same over 10,000 verifications. */
    private static final double SLOPE = FLAT_MEBIBYTES / 10;

    private final int soak;

    /** Of 10,000 verifications. */
    VerificationSoakTrial() {
        this(10_000);
    }

    VerificationSoakTrial(int soak) {
        this.soak = soak;
    }

    @Override
    public String name() {
        return "verification-soak";
    }

    @Override
    public String purpose() {
        return "memory over 10,000 comparisons of faces in one process: peak and slope; up to half an hour";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        VerificationBench many = VerificationBench.Faces.in(directory).run(1, 0, soak);
        figures.accept(Figure.noted("verification-soak-verifications", soak, ""));
        figures.accept(Figure.atMost(220, "verification-resident-peak", many.get("resident-peak"), "MiB"));
        figures.accept(Figure.atMost(
                        many.get("resident-before") + FLAT_MEBIBYTES,
                        "verification-resident-after",
                        many.get("resident-after"),
                        "MiB")
                .beside("at first", many.get("resident-before")));
        figures.accept(Figure.atMost(
                SLOPE, "verification-resident-slope", many.get("resident-slope"), "MiB per 1,000 verifications"));
    }
}
