package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import org.waypost.trials.ListLife.Way;
import org.waypost.trials.OutboxLife.Safety;

/**
 * The subjects of a power cut and their careless controls.
 *
 * @param directory of its own
 * @param reports how many a recorded terminal files
 * @param issues how many issues of the list it takes
 */
record PowerLoss(Path directory, int reports, int issues) {
    /** Stored here, so that an image that fails can be made again. */
    static final long SEED = 20261124;

    private static final String DISK = "disk";

    /** Few reports, so that many images fall into the start. */
    private static final int FEW = 2;

    /** Reports with their audit. */
    void outbox(int images, Consumer<Figure> figures) throws IOException, InterruptedException {
        tell("power-loss-outbox", outbox(place("outbox"), Safety.PRODUCT, images), figures);
    }

    /** The same where nothing of the file could be read at the start, so that it was moved aside. */
    void movedAside(int images, Consumer<Figure> figures) throws IOException, InterruptedException {
        Path place = place("moved-aside");
        rubbish(place.resolve(DISK).resolve(OutboxLife.FILE));
        PowerLoss few = new PowerLoss(directory, FEW, issues);
        tell("power-loss-moved-aside", few.outbox(place, Safety.PRODUCT, images), figures);
    }

    /** Issues of the list. */
    void list(int images, Consumer<Figure> figures) throws IOException, InterruptedException {
        tell("power-loss-list", list(Way.PRODUCT, images), figures);
    }

    /** Files that are not forced to the disk, and a list written carelessly: were these whole, nothing is proved. */
    void controls(int images, Consumer<Figure> figures) throws IOException, InterruptedException {
        CrashImages.Tally normal = outbox(place("normal"), Safety.NORMAL, images);
        control("synchronous-normal-lost", normal.lost(), images, figures);
        CrashImages.Tally off = outbox(place("off"), Safety.OFF, images);
        control("synchronous-off-damaged", off.damaged(), images, figures);
        control("synchronous-off-lost", off.lost(), images, figures);
        control("list-in-place-damaged", list(Way.IN_PLACE, images).damaged(), images, figures);
        control(
                "list-directory-not-synced-lost",
                list(Way.WITHOUT_THE_DIRECTORY, images).lost(),
                images,
                figures);
    }

    private static void control(String what, int bad, int images, Consumer<Figure> figures) {
        figures.accept(Figure.atLeast(1, "control-" + what, bad, "").beside("images", images));
    }

    /** A real path, as a recording wants it, with an empty disk in it. */
    private Path place(String name) throws IOException {
        Path place = Files.createDirectories(directory.resolve(name)).toRealPath();
        Files.createDirectory(place.resolve(DISK));
        return place;
    }

    private CrashImages.Tally outbox(Path place, Safety safety, int images) throws IOException, InterruptedException {
        Path disk = place.resolve(DISK);
        TrialKeys keys = TrialKeys.make(place.resolve("keys"));
        Recording recording =
                Recording.of(disk, place.resolve("trace"), OutboxLife.command(disk, keys, safety, reports));
        return new CrashImages(recording, new OutboxVerdict(), SEED).judge(images);
    }

    /** A file and its log of which nothing can be read. */
    private static void rubbish(Path file) throws IOException {
        byte[] noise = new byte[20_000];
        new Random(SEED).nextBytes(noise);
        Files.write(file, noise);
        Files.write(file.resolveSibling(file.getFileName() + "-wal"), noise);
    }

    private CrashImages.Tally list(Way way, int images) throws IOException, InterruptedException {
        Path place = place("list-" + way);
        Path disk = place.resolve(DISK);
        Path offered = Files.createDirectory(place.resolve("issues"));
        TrialKeys keys = TrialKeys.make(place.resolve("keys"));
        ListLife.sign(offered, keys, issues);
        Recording recording =
                Recording.of(disk, place.resolve("trace"), ListLife.command(disk, keys, offered, way, issues));
        return new CrashImages(recording, new ListVerdict(keys, offered, issues), SEED).judge(images);
    }

    private static void tell(String subject, CrashImages.Tally tally, Consumer<Figure> figures) {
        figures.accept(Figure.noted(subject + "-images", tally.whole() + tally.bad(), ""));
        figures.accept(Figure.atMost(0, subject + "-lost", tally.lost(), ""));
        figures.accept(Figure.atMost(0, subject + "-damaged", tally.damaged(), ""));
    }
}
