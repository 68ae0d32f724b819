package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A camera's preview at 1280 x 720 by HTTP: frames a second, share of one core, and memory over many frames. Camera and
 * viewer are processes of their own, so that only the viewer's cost is counted.
 */
final class CameraPreview {
    /** Frames of an hour at 15 a second. */
    static final int AN_HOUR = 54_000;

    private static final Duration CAMERA_AT_30 = Duration.ofMillis(33);
    private static final double LEAST_FRAMES_A_SECOND = 15;
    private static final double MOST_PERCENT_OF_A_CORE = 60;
    /** The heap of a site may grow to 128 MiB by itself; native memory must not. */
    private static final double FLAT_MEBIBYTES = 16;

    private static final int WARM_UP = 150;
    private static final int SOAK_WARM_UP = 4_000;
    private static final int STILL_EVERY = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Path directory;

    CameraPreview(Path directory) {
        this.directory = directory;
    }

    /** A camera of 30 frames a second, for so long. */
    void measure(Duration time, Consumer<Figure> figures) throws IOException, InterruptedException {
        int frames = (int) (time.toMillis() / CAMERA_AT_30.toMillis());
        CameraViewer.Seen seen = viewed(CAMERA_AT_30, WARM_UP, frames, 0);
        double perSecond = seen.frames() / seen.seconds();
        figures.accept(Figure.noted("camera-preview-frames-a-second", perSecond, ""));
        figures.accept(Figure.atMost(
                1_000 / LEAST_FRAMES_A_SECOND, "camera-preview-time-for-a-frame", 1_000 / perSecond, "ms"));
        figures.accept(Figure.atMost(MOST_PERCENT_OF_A_CORE, "camera-preview-of-one-core", 100 * seen.core(), "%"));
    }

    /** So many frames as fast as they come, with still pictures in between. */
    void soak(int frames, Consumer<Figure> figures) throws IOException, InterruptedException {
        CameraViewer.Seen seen = viewed(Duration.ZERO, SOAK_WARM_UP, frames, STILL_EVERY);
        figures.accept(Figure.noted("camera-soak-frames", seen.frames(), ""));
        figures.accept(Figure.noted("camera-soak-still-pictures", seen.stills(), ""));
        figures.accept(Figure.atMost(seen.before() + FLAT_MEBIBYTES, "camera-soak-resident", seen.after(), "MiB")
                .beside("before", seen.before()));
    }

    private CameraViewer.Seen viewed(Duration pace, int before, int frames, int stillEvery)
            throws IOException, InterruptedException {
        Path said = directory.resolve("viewer.log");
        try (Program camera = CameraSource.program(pace, directory.resolve("camera.log"))) {
            Process viewer = new ProcessBuilder(CameraViewer.command(
                            CameraSource.address(camera), before, frames, stillEvery, directory.resolve("javacpp")))
                    .redirectError(directory.resolve("viewer-errors.log").toFile())
                    .redirectOutput(said.toFile())
                    .start();
            if (!viewer.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                viewer.destroyForcibly().waitFor();
            }
            if (viewer.exitValue() != 0) {
                throw new IOException("the viewer failed: " + Files.readString(directory.resolve("viewer-errors.log")));
            }
        }
        return CameraViewer.Seen.parse(Files.readString(said).strip());
    }
}
