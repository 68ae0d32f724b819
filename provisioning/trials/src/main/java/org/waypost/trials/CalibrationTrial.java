package org.waypost.trials;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.waypost.agent.face.Calibration;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.agent.face.FaceFrame;
import org.waypost.agent.face.FaceMeasurement;
import org.waypost.agent.face.FaceModels;
import org.waypost.contract.Codec;
import org.waypost.drivers.device.Portrait;

/**
 * Chooses thresholds on one half of some people and measures them on the other (ISO/IEC 19795-1): people are split,
 * never pictures. Prints each rate with its interval, and writes the records that a manifest takes, with a DET plot for
 * each.
 */
final class CalibrationTrial implements Trial {
    private static final double PERCENT = 100;
    private static final String UNSIGNED = "trials.sh calibration: unsigned, for evaluation";

    private final List<Path> directories;
    private final List<PortraitImitation> kinds;
    private final int persons;
    private final Optional<Path> results;

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
     * @param results where records and plots go; empty for a temporary directory, which is named and stays
     */
    CalibrationTrial(List<Path> directories, List<PortraitImitation> kinds, int persons, Optional<Path> results) {
        this.directories = List.copyOf(directories);
        this.kinds = List.copyOf(kinds);
        this.persons = persons;
        this.results = results;
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
        Path out = results.isPresent() ? results.get() : Files.createTempDirectory("waypost-calibration-");
        List<Calibration> records = new ArrayList<>();
        try (FaceModels models = FaceStock.load(FaceStock.laid(directory, List.of()))) {
            for (PortraitImitation kind : kinds) {
                records.add(calibrated(models, pairs, kind, out, figures));
            }
        }
        Files.writeString(out.resolve("face-models.json"), Codec.write(FaceStock.manifest(records)));
        System.err.println("records and plots: " + out);
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
        return pairs.subList(0, Math.min(persons, pairs.size()));
    }

    private Calibration calibrated(
            FaceModels models, List<FacePair> pairs, PortraitImitation kind, Path out, Consumer<Figure> figures)
            throws IOException {
        FaceScores choosing = scores(models, everySecond(pairs, 0), kind);
        FaceScores testing = scores(models, everySecond(pairs, 1), kind);
        if (!choosing.usable() || !testing.usable()) {
            throw new IOException("too few pictures pass the quality gate to calibrate " + kind);
        }
        FaceThresholds thresholds = FaceThresholds.chosenBy(choosing);
        String label = "calibration-" + kind.name().toLowerCase(Locale.ROOT);
        report(label, testing, thresholds, figures);
        groups(models, everySecond(pairs, 1), kind, thresholds, figures);
        Files.writeString(out.resolve(label + "-det.svg"), DetPlot.svg(label + ", people held back", testing));
        return record(models, kind, thresholds, testing, pairs.size() / 2);
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
        for (String group : new TreeSet<>(groups.values())) {
            List<FacePair> members = testing.stream()
                    .filter(pair -> group.equals(groups.get(pair.person())))
                    .toList();
            FaceScores scores = scores(models, members, kind);
            String label = "calibration-" + kind.name().toLowerCase(Locale.ROOT) + "-group-" + group;
            figures.accept(Figure.noted(label + "-persons", members.size(), ""));
            if (scores.usable()) {
                noted(label + "-fmr", scores.fmr(thresholds.supports()), figures);
                noted(label + "-fnmr", scores.fnmr(thresholds.supports()), figures);
            }
        }
    }

    private static List<FacePair> everySecond(List<FacePair> pairs, int first) {
        List<FacePair> half = new ArrayList<>();
        for (int i = first; i < pairs.size(); i += 2) {
            half.add(pairs.get(i));
        }
        return half;
    }

    private static FaceScores scores(FaceModels models, List<FacePair> half, PortraitImitation kind)
            throws IOException {
        List<Portrait> documents = new ArrayList<>();
        List<Portrait> lives = new ArrayList<>();
        try {
            for (FacePair pair : half) {
                documents.add(document(models, pair, kind));
                lives.add(PortraitImitation.portrait(FacePair.image(pair.live())));
            }
            return scores(models, documents, lives);
        } finally {
            documents.forEach(Portrait::close);
            lives.forEach(Portrait::close);
        }
    }

    /** The person of a place in one list is that of the same place in the other. */
    private static FaceScores scores(FaceModels models, List<Portrait> documents, List<Portrait> lives) {
        FaceScores scores = new FaceScores();
        for (int holder = 0; holder < documents.size(); holder++) {
            for (int person = 0; person < lives.size(); person++) {
                add(scores, models.measure(lives.get(person), documents.get(holder)), holder == person);
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
        figures.accept(Figure.noted(name + "-upper-95", PERCENT * rate.upper(), "%"));
    }

    /** The least false non-match rate with a false match rate of at most so much. */
    private static double fnmrAt(FaceScores scores, double fmr) {
        for (double threshold : scores.thresholds()) {
            if (scores.fmr(threshold).share() <= fmr) {
                return scores.fnmr(threshold).share();
            }
        }
        return 1;
    }

    private static Calibration record(
            FaceModels models, PortraitImitation kind, FaceThresholds thresholds, FaceScores testing, int persons) {
        Rate fmr = testing.fmr(thresholds.supports());
        Rate fnmr = testing.fnmr(thresholds.supports());
        return new Calibration(
                kind.source(),
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
