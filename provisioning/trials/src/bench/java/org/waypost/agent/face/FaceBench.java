package org.waypost.agent.face;

import static org.waypost.agent.face.FaceComparison.Side;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.waypost.drivers.device.Portrait;

/**
 * Times a verification and its parts, in a process of its own with a site's flags. It stands in the package of what it
 * measures: the parts are nobody else's business.
 */
public final class FaceBench {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MEBIBYTE = 1024;
    /** Verifications after which a process has what it needs. */
    private static final int SETTLED = 200;

    private static final int LOOKS = 50;
    private static final double THOUSAND = 1_000;
    /** Some milliseconds. */
    private static final int SUMMANDS = 2_000_000;

    private final FaceEngine engine;
    private final Portrait live;
    private final Portrait document;

    private FaceBench(FaceEngine engine, Portrait live, Portrait document) {
        this.engine = engine;
        this.live = live;
        this.document = document;
    }

    /** The parts on their own, loaded a second time. */
    private record Parts(FaceDetector detector, FaceEmbedder embedder, Liveness liveness) {}

    /**
     * Prints a name and a value a line.
     *
     * @param arguments directory of models, picture of the document, picture of the person, rounds, rounds of the soak
     */
    public static void main(String[] arguments) throws IOException {
        long begun = System.nanoTime();
        Path directory = Path.of(arguments[0]);
        FaceModels models = ((FaceModels.Loading.Loaded) FaceModels.load(directory)).models();
        double loaded = (System.nanoTime() - begun) / NANOS_PER_MILLI;
        try (Portrait document = portrait(arguments[1]);
                Portrait live = portrait(arguments[2])) {
            long before = System.nanoTime();
            models.measure(live, document);
            say("load", loaded);
            say("first", (System.nanoTime() - before) / NANOS_PER_MILLI);
            FaceBench bench = new FaceBench(models.engine(), live, document);
            int rounds = Integer.parseInt(arguments[3]);
            if (rounds > 0) {
                bench.speed(rounds, parts(directory, models.manifest()));
            }
            bench.soak(Integer.parseInt(arguments[4]));
        }
    }

    private static Parts parts(Path directory, FaceManifest manifest) {
        return new Parts(
                new FaceDetector(LoadedFile.read(directory, manifest.detector()).orElseThrow()),
                new FaceEmbedder(
                        LoadedFile.read(directory, manifest.embedder()).orElseThrow(),
                        manifest.input(),
                        manifest.mirrored()),
                new Liveness(LoadedFile.read(directory, manifest.liveness().orElseThrow())
                        .orElseThrow()));
    }

    private static Portrait portrait(String file) throws IOException {
        BufferedImage image = ImageIO.read(new File(file));
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
        for (int i = 0; i < rgb.length / 3; i++) {
            int pixel = image.getRGB(i % image.getWidth(), i / image.getWidth());
            rgb[3 * i] = (byte) (pixel >> 16);
            rgb[3 * i + 1] = (byte) (pixel >> 8);
            rgb[3 * i + 2] = (byte) pixel;
        }
        return new Portrait(image.getWidth(), image.getHeight(), rgb);
    }

    /** Whole and parts in turn, so that a machine's mood meets both. */
    private void speed(int rounds, Parts parts) {
        double[] whole = new double[rounds];
        double[] apart = new double[rounds];
        double[] forgetting = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            whole[i] = millis(this::verify);
            apart[i] = apart(parts);
            forgetting[i] = millis(this::forget);
        }
        say("whole", median(whole));
        say("whole-p95", percentile(whole, 95));
        say("parts", median(apart));
        say("forget", median(forgetting));
        whereabouts(rounds);
    }

    /** Verifications that nobody times, and as a control some work that OpenCV has no part in. */
    private void whereabouts(int rounds) {
        Whereabouts faces = Whereabouts.during(() -> repeat(rounds, this::verify));
        say("looks", (double) faces.looks());
        say("in-opencv", faces.inOpenCv());
        say("in-other-native", faces.inOtherNative());
        say(
                "in-opencv-of-java-alone",
                Whereabouts.during(() -> repeat(rounds, FaceBench::sums)).inOpenCv());
    }

    private static void repeat(int rounds, DoubleSupplier work) {
        double kept = 0;
        for (int i = 0; i < rounds; i++) {
            kept += work.getAsDouble();
        }
        if (kept == Double.MIN_VALUE) {
            throw new IllegalStateException("nothing was computed");
        }
    }

    private static double sums() {
        double sum = 0;
        for (int i = 1; i < SUMMANDS; i++) {
            sum += Math.sqrt(i);
        }
        return sum;
    }

    private double verify() {
        return engine.measure(live, document) instanceof FaceMeasurement.Measured measured
                ? measured.similarity()
                : Double.NaN;
    }

    private double forget() {
        engine.forget();
        return 0;
    }

    /** The native calls of a verification, and nothing around them. */
    @SuppressWarnings("try") // the scope collects what is made within it, unasked
    private double apart(Parts parts) {
        try (PointerScope scope = new PointerScope()) {
            return side(parts, document, Side.DOCUMENT) + side(parts, live, Side.LIVE);
        }
    }

    private static double side(Parts parts, Portrait portrait, Side side) {
        Mat[] made = new Mat[2];
        double picture = millis(() -> {
            made[0] = Pixels.bounded(portrait);
            return 0;
        });
        Face[] found = new Face[1];
        double detection = millis(() -> {
            found[0] = ((FaceDetector.Found.One) parts.detector().find(made[0])).face();
            return 0;
        });
        double alignment = millis(() -> {
            made[1] = FaceAlignment.align(made[0], found[0]);
            return QualityMeasure.of(found[0], made[1]).luminance();
        });
        double attack = side == Side.LIVE ? millis(() -> parts.liveness().doubts(made[0], found[0]) ? 1 : 0) : 0;
        double embedding = millis(() -> parts.embedder().embed(made[1]).rows());
        return picture + detection + alignment + attack + embedding;
    }

    /** Resident memory is looked at so often that its slope is no matter of two moments. */
    private void soak(int rounds) throws IOException {
        many(Math.min(SETTLED, rounds));
        int looks = Math.min(LOOKS, Math.max(2, rounds));
        double[] resident = new double[looks];
        for (int look = 0; look < looks; look++) {
            many(rounds / looks);
            resident[look] = resident();
        }
        say("resident-before", resident[0]);
        say("resident-after", resident[looks - 1]);
        say("resident-peak", peak());
        say("resident-slope", slope(resident) * looks / Math.max(1, rounds) * THOUSAND);
    }

    /** Of least squares, a step. */
    private static double slope(double[] values) {
        double middle = (values.length - 1) / 2.0;
        double mean = Arrays.stream(values).average().orElseThrow();
        double product = 0;
        double square = 0;
        for (int i = 0; i < values.length; i++) {
            product += (i - middle) * (values[i] - mean);
            square += (i - middle) * (i - middle);
        }
        return product / square;
    }

    private void many(int rounds) {
        for (int i = 0; i < rounds; i++) {
            verify();
            engine.forget();
        }
    }

    private static double millis(DoubleSupplier work) {
        long from = System.nanoTime();
        double kept = work.getAsDouble();
        double took = (System.nanoTime() - from) / NANOS_PER_MILLI;
        return kept == Double.MIN_VALUE ? 0 : took;
    }

    private static double median(double[] values) {
        return percentile(values, 50);
    }

    private static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static double resident() throws IOException {
        return status("VmRSS:");
    }

    private static double peak() throws IOException {
        return status("VmHWM:");
    }

    private static double status(String key) throws IOException {
        Optional<String> line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(each -> each.startsWith(key))
                .findFirst();
        return Double.parseDouble(line.orElseThrow().replaceAll("[^0-9]", "")) / MEBIBYTE;
    }

    private static void say(String name, double value) {
        System.out.println(name + " " + value);
    }
}
