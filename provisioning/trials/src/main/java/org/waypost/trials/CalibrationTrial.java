package org.waypost.trials;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.waypost.agent.face.Calibration;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.agent.face.FaceFrame;
import org.waypost.agent.face.FaceMeasurement;
import org.waypost.agent.face.FaceModels;
import org.waypost.agent.face.PortraitSource;
import org.waypost.contract.Codec;
import org.waypost.drivers.device.Portrait;

/**
 * Chooses thresholds on one half of some people and measures them on the other (ISO/IEC 19795-1): people are split,
 * never pictures. Prints each rate with its interval, and writes the records that a manifest takes, with a DET plot for
 * each. Over 300 lines, since what one run says of each kind of portrait is told here, in the order in which it is
 * read.
 */
final class CalibrationTrial implements Trial {
    private static final double PERCENT = 100;
    private static final String UNSIGNED = "trials.sh calibration: unsigned, for evaluation";

    private final List<Path> directories;
    private final List<PortraitImitation> kinds;
    private final int persons;
    private final Optional<Path> out;

    /**
     * A calibration.
     *
     * @param directories as {@link FacePair#in} reads them; none: the faces beside the project
     */
    CalibrationTrial(List<Path> directories) {
        this(directories, List.of(PortraitImitation.values()), Integer.MAX_VALUE, Optional.empty());
    }

    /**
     * As above, of so many persons and these kinds of portraits.
     *
     * @param out where records and plots go; empty: a new directory, which is told
     */
    CalibrationTrial(List<Path> directories, List<PortraitImitation> kinds, int persons, Optional<Path> out) {
        this.directories = List.copyOf(directories);
        this.kinds = List.copyOf(kinds);
        this.persons = persons;
        this.out = out;
    }

    @Override
    public String name() {
        return "calibration";
    }

    @Override
    public String purpose() {
        return "error rates of the face comparison on people held back; calibration DIRECTORY... for faces of your own";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException {
        List<FacePair> pairs = pairs();
        Path left = out.isPresent() ? out.get() : Files.createTempDirectory("waypost-calibration-");
        List<Calibration> records = new ArrayList<>();
        try (FaceModels models = FaceStock.load(FaceStock.laid(directory, List.of()))) {
            for (PortraitImitation kind : kinds) {
                calibrated(models, pairs, kind, left, figures).ifPresent(records::add);
            }
        }
        Files.writeString(left.resolve("face-models.json"), Codec.write(FaceStock.manifest(records)));
        System.err.println("records and plots: " + left);
    }

    private List<FacePair> pairs() throws IOException {
        List<Path> from = directories.isEmpty()
                ? List.of(FaceStock.place()
                        .orElseThrow(() -> new IOException("no faces beside this checkout: name a directory"))
                        .resolve("data/faces/london"))
                : directories;
        List<FacePair> pairs = new ArrayList<>();
        for (Path one : from) {
            pairs.addAll(FacePair.in(one));
        }
        return pairs;
    }

    private Optional<Calibration> calibrated(
            FaceModels models, List<FacePair> pairs, PortraitImitation kind, Path left, Consumer<Figure> figures)
            throws IOException {
        List<FacePair> heldBack = FacePair.half(pairs, 1, persons);
        FaceScores choosing = scores(models, FacePair.half(pairs, 0, persons), kind);
        FaceScores testing = scores(models, heldBack, kind);
        if (!choosing.usable() || !testing.usable()) {
            throw new IOException("too few pictures pass the quality gate to calibrate " + kind);
        }
        FaceThresholds thresholds = FaceThresholds.chosenBy(choosing);
        String label = "calibration-" + kind.name().toLowerCase(Locale.ROOT);
        report(label, testing, thresholds, figures);
        groups(models, heldBack, kind, thresholds, figures);
        Files.writeString(left.resolve(label + "-det.svg"), DetPlot.svg(label + ", people held back", testing));
        return kind.source()
                .map(source -> record(
                        models,
                        source,
                        thresholds,
                        testing,
                        FacePair.persons(heldBack).size()));
    }

    /** The same rates within each group that the operator named, at the one threshold for all. */
    private void groups(
            FaceModels models,
            List<FacePair> testing,
            PortraitImitation kind,
            FaceThresholds thresholds,
            Consumer<Figure> figures)
            throws IOException {
        Map<String, String> groups = new TreeMap<>();
        for (Path directory : directories) {
            groups.putAll(FacePair.groups(directory));
        }
        List<FaceScores> all = new ArrayList<>();
        String prefix = "calibration-" + kind.name().toLowerCase(Locale.ROOT) + "-group-";
        for (String group : new TreeSet<>(groups.values())) {
            List<FacePair> members = testing.stream()
                    .filter(pair -> group.equals(groups.get(pair.person())))
                    .toList();
            FaceScores scores = scores(models, members, kind);
            figures.accept(Figure.noted(
                    prefix + group + "-persons", FacePair.persons(members).size(), ""));
            group(prefix + group, scores, thresholds.supports(), figures);
            all.add(scores);
        }
        differences(prefix, all, thresholds.supports(), figures);
    }

    private static void group(String label, FaceScores scores, double threshold, Consumer<Figure> figures) {
        noted(label + "-quality-refused", scores.refusals(), figures);
        noted(label + "-bona-fide-doubted", scores.doubts(), figures);
        if (scores.usable()) {
            noted(label + "-fmr", scores.fmr(threshold), figures);
            noted(label + "-fnmr", scores.fnmr(threshold), figures);
        }
    }

    /** From the group with the lowest rate to the one with the highest, of those that have one. */
    private static void differences(String label, List<FaceScores> all, double threshold, Consumer<Figure> figures) {
        List<FaceScores> usable = all.stream().filter(FaceScores::usable).toList();
        difference(label + "difference-quality-refused", all, FaceScores::refusals, figures);
        difference(label + "difference-bona-fide-doubted", all, FaceScores::doubts, figures);
        difference(label + "difference-fmr", usable, scores -> scores.fmr(threshold), figures);
        difference(label + "difference-fnmr", usable, scores -> scores.fnmr(threshold), figures);
    }

    private static void difference(
            String name, List<FaceScores> groups, Function<FaceScores, Rate> rate, Consumer<Figure> figures) {
        DoubleSummaryStatistics shares =
                groups.stream().map(rate).mapToDouble(Rate::share).summaryStatistics();
        if (shares.getCount() > 1) {
            figures.accept(Figure.noted(name, PERCENT * (shares.getMax() - shares.getMin()), "%"));
        }
    }

    private static FaceScores scores(FaceModels models, List<FacePair> half, PortraitImitation kind)
            throws IOException {
        List<Picture> documents = new ArrayList<>();
        List<Picture> lives = new ArrayList<>();
        try {
            Set<Path> seen = new HashSet<>();
            for (FacePair pair : half) {
                if (seen.add(pair.document())) {
                    documents.add(new Picture(pair.person(), document(models, pair, kind)));
                }
                if (seen.add(pair.live())) {
                    lives.add(new Picture(pair.person(), PortraitImitation.portrait(FacePair.image(pair.live()))));
                }
            }
            return scores(models, documents, lives);
        } finally {
            documents.forEach(picture -> picture.portrait().close());
            lives.forEach(picture -> picture.portrait().close());
        }
    }

    private record Picture(String person, Portrait portrait) {}

    private static FaceScores scores(FaceModels models, List<Picture> documents, List<Picture> lives) {
        FaceScores scores = new FaceScores();
        for (Picture holder : documents) {
            for (Picture live : lives) {
                boolean genuine = holder.person().equals(live.person());
                add(scores, models.measure(live.portrait(), holder.portrait()), genuine);
            }
        }
        return scores;
    }

    private static Portrait document(FaceModels models, FacePair holder, PortraitImitation kind) throws IOException {
        BufferedImage image = FacePair.image(holder.document());
        try (Portrait whole = PortraitImitation.portrait(image)) {
            FaceFrame face = models.frame(whole)
                    .orElseThrow(() -> new IOException("not one face alone in " + holder.document()));
            return kind.of(image, face);
        }
    }

    private static void add(FaceScores scores, FaceMeasurement sample, boolean genuine) {
        switch (sample) {
            case FaceMeasurement.Measured measured -> {
                if (genuine) {
                    scores.addGenuine(measured.similarity());
                } else {
                    scores.addImpostor(measured.similarity());
                }
            }
            case FaceMeasurement.Unusable refused -> {
                if (genuine && refused.obstacle() == Obstacle.NOT_LIVE) {
                    scores.addDoubted();
                } else if (genuine) {
                    scores.addRefused();
                }
            }
        }
    }

    private static void report(String label, FaceScores testing, FaceThresholds thresholds, Consumer<Figure> figures) {
        figures.accept(Figure.noted(label + "-threshold", thresholds.supports(), ""));
        figures.accept(Figure.noted(label + "-not-below", thresholds.notSupports(), ""));
        rate(label + "-fmr", 0.1, testing.fmr(thresholds.supports()), figures);
        rate(label + "-fnmr", 1, testing.fnmr(thresholds.supports()), figures);
        rate(label + "-quality-refused", 3, testing.refusals(), figures);
        rate(label + "-bona-fide-doubted", 2, testing.doubts(), figures);
        figures.accept(Figure.noted(label + "-eer", PERCENT * testing.equalErrorRate(), "%"));
        figures.accept(Figure.noted(label + "-highest-impostor", testing.highestImpostor(), ""));
        figures.accept(Figure.noted(label + "-lowest-genuine", testing.lowestGenuine(), ""));
        for (double fmr : new double[] {0.1, 0.01, 0.001}) {
            figures.accept(Figure.noted(
                    label + "-fnmr-at-fmr-" + PERCENT * fmr + "-percent", PERCENT * fnmrAt(testing, fmr), "%"));
            figures.accept(
                    Figure.noted(label + "-threshold-at-fmr-" + PERCENT * fmr + "-percent", least(testing, fmr), ""));
        }
    }

    private static void rate(String name, double most, Rate rate, Consumer<Figure> figures) {
        figures.accept(Figure.atMost(most, name, PERCENT * rate.share(), "%"));
        interval(name, rate, figures);
    }

    private static void noted(String name, Rate rate, Consumer<Figure> figures) {
        figures.accept(Figure.noted(name, PERCENT * rate.share(), "%"));
        interval(name, rate, figures);
    }

    private static void interval(String name, Rate rate, Consumer<Figure> figures) {
        figures.accept(Figure.noted(name + "-errors", rate.errors(), "of " + rate.of()));
        figures.accept(Figure.noted(name + "-lower-95", PERCENT * rate.lower(), "%"));
        figures.accept(Figure.noted(name + "-upper-95", PERCENT * rate.upper(), "%"));
    }

    /** The least false non-match rate with a false match rate of at most so much. */
    private static double fnmrAt(FaceScores scores, double fmr) {
        return scores.fnmr(least(scores, fmr)).share();
    }

    /** The lowest threshold with a false match rate of at most so much; above all that occurred if none has. */
    private static double least(FaceScores scores, double fmr) {
        for (double threshold : scores.thresholds()) {
            if (scores.fmr(threshold).share() <= fmr) {
                return threshold;
            }
        }
        return Math.nextUp(scores.highestImpostor());
    }

    private static Calibration record(
            FaceModels models, PortraitSource source, FaceThresholds thresholds, FaceScores testing, int persons) {
        Rate fmr = testing.fmr(thresholds.supports());
        Rate fnmr = testing.fnmr(thresholds.supports());
        return new Calibration(
                source,
                models.manifest().embedder().sha256(),
                thresholds.supports(),
                thresholds.notSupports(),
                persons,
                fnmr.of(),
                fmr.of(),
                fmr.share(),
                fmr.upper(),
                fnmr.share(),
                fnmr.upper(),
                LocalDate.now(ZoneOffset.UTC),
                UNSIGNED);
    }
}
