package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.waypost.trials.FuzzRun.Outcome;

/**
 * Whether fuzzing would find what is wrong with a parser: faults are planted in copies of the parsers, each must be
 * found, and the product as it is must give no finding in the same time. Counts of inputs prove nothing and are not
 * printed.
 */
final class FuzzTrial implements Trial {
    private static final double LEAST_COVERED = 95;

    /** A fuzzer keeps one core busy, and a gibibyte. */
    private static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final List<FuzzTarget> targets;
    private final List<Plant> plants;
    private final Duration budget;
    private int found;
    private int missed;
    private int bySeed;
    private int findings;

    /** Every night: all targets and plants, at most 90 s each. */
    FuzzTrial() {
        this(FuzzTarget.ALL, Plants.ALL, Duration.ofSeconds(90));
    }

    FuzzTrial(List<FuzzTarget> targets, List<Plant> plants, Duration budget) {
        this.targets = targets;
        this.plants = plants;
        this.budget = budget;
    }

    @Override
    public String name() {
        return "fuzz";
    }

    @Override
    public String purpose() {
        return "planted faults found by coverage-guided fuzzing of every parser, branches reached, findings in the product";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        BranchCoverage coverage = new BranchCoverage(directory);
        ExecutorService cores = Executors.newFixedThreadPool(AT_ONCE);
        try {
            fuzz(cores, directory, coverage, figures);
        } finally {
            cores.shutdownNow();
        }
        figures.accept(Figure.noted("fuzz-plants", plants.size(), ""));
        figures.accept(Figure.noted("fuzz-plants-found", found, ""));
        figures.accept(Figure.noted("fuzz-plants-found-by-a-seed-alone", bySeed, ""));
        figures.accept(Figure.atMost(0, "fuzz-plants-missed", missed, ""));
        figures.accept(Figure.atMost(0, "fuzz-findings-in-the-product", findings, ""));
        if (findings == 0) {
            branches(coverage.measured(), figures);
        }
    }

    private void fuzz(ExecutorService cores, Path directory, BranchCoverage coverage, Consumer<Figure> figures)
            throws IOException, InterruptedException {
        List<Future<Control>> controls = new ArrayList<>();
        for (FuzzTarget target : targets) {
            controls.add(cores.submit(() -> controlled(target, directory)));
        }
        List<Future<Outcome>> outcomes = new ArrayList<>();
        for (Plant plant : plants) {
            outcomes.add(cores.submit(() -> fuzzed(plant, directory.resolve(plant.name()))));
        }
        for (Future<Control> control : controls) {
            Control done = Crew.got(control);
            control(done.target, done.outcome, figures);
            coverage.add(done.target, done.run);
        }
        for (int plant = 0; plant < plants.size(); plant++) {
            planted(plants.get(plant), Crew.got(outcomes.get(plant)), figures);
        }
    }

    /** What came of the product as it is. */
    private record Control(FuzzTarget target, FuzzRun run, Outcome outcome) {}

    private Control controlled(FuzzTarget target, Path directory) throws IOException, InterruptedException {
        FuzzRun run = new FuzzRun(target, directory.resolve("control-" + target.label()));
        return new Control(target, run, run.run(Optional.empty(), budget));
    }

    private Outcome fuzzed(Plant plant, Path directory) throws IOException, InterruptedException {
        Path classes = directory.resolve("classes");
        plant.into(classes);
        return new FuzzRun(plant.target(), directory).run(Optional.of(classes), budget);
    }

    private void control(FuzzTarget target, Outcome outcome, Consumer<Figure> figures) throws IOException {
        boolean clean = switch (outcome) {
            case Outcome.Clean nothing -> true;
            case Outcome.Found finding -> {
                keep(target.label(), finding.input());
                yield false;
            }
        };
        findings += clean ? 0 : 1;
        figures.accept(Figure.atMost(0, "fuzz-control-" + target.label(), clean ? 0 : 1, ""));
    }

    /** A finding in the product outlives the trial's directory. */
    private static void keep(String label, Path input) throws IOException {
        Path kept = Files.createTempFile("waypost-finding-" + label + "-", ".bin");
        Files.copy(input, kept, StandardCopyOption.REPLACE_EXISTING);
        System.err.println("input kept: " + kept);
    }

    private void planted(Plant plant, Outcome outcome, Consumer<Figure> figures) throws IOException {
        String name = "fuzz-plant-" + plant.target().label() + "-" + plant.name();
        switch (outcome) {
            case Outcome.Clean nothing -> {
                missed++;
                figures.accept(Figure.atMost(0, name + "-missed", 1, ""));
            }
            case Outcome.Found finding -> {
                found++;
                bySeed += finding.bySeed() ? 1 : 0;
                // the same input must pass on the product as it is
                findings += plant.target()
                                .thrownBy(Files.readAllBytes(finding.input()))
                                .isPresent()
                        ? 1
                        : 0;
                figures.accept(Figure.noted(name, finding.seconds(), finding.bySeed() ? "s, seed" : "s"));
            }
        }
    }

    private static void branches(List<BranchCoverage.Parser> parsers, Consumer<Figure> figures) {
        int all = 0;
        int missed = 0;
        for (BranchCoverage.Parser parser : parsers) {
            all += parser.branches();
            missed += parser.missed();
            String lines = parser.lines().isEmpty() ? "" : " lines " + parser.lines();
            figures.accept(Figure.noted(
                    "fuzz-branches-" + parser.name().toLowerCase(Locale.ROOT),
                    percent(parser.branches(), parser.missed()),
                    "%" + lines));
        }
        figures.accept(Figure.atMost(100 - LEAST_COVERED, "fuzz-branches-missed", 100 - percent(all, missed), "%"));
    }

    private static double percent(int all, int missed) {
        return all == 0 ? 100 : 100.0 * (all - missed) / all;
    }
}
