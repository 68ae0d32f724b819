package org.waypost.trials;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.waypost.drivers.camera.Camera;
import org.waypost.drivers.camera.Frame;
import org.waypost.drivers.device.Reading;

/**
 * A preview at the pace of the camera, 30 frames a second of 1280 x 720, for so long from each kind of source, of all
 * at once: what a viewer's process holds must not grow.
 */
final class PacedPreview {
    private static final Duration PACE = Duration.ofMillis(33);
    /** As of {@link CameraPreview}: the heap of a site may grow, native memory must not. */
    private static final double FLAT_MEBIBYTES = 16;
    /** The virtual machine's own, which come and go. */
    private static final int IDLE_THREADS = 4;

    private static final int PICTURES = 60;

    private final Path directory;

    PacedPreview(Path directory) {
        this.directory = directory;
    }

    /** Where frames come from; a pipe is what a helper of a camera writes, and what stands for a kernel's node here. */
    enum Source {
        HTTP,
        RTSP,
        PIPE,
        FILE
    }

    /** Returns after the time; each source has a viewer in a process of its own. */
    void run(List<Source> sources, Duration time, Consumer<Figure> figures) throws IOException, InterruptedException {
        List<Callable<PacedViewer.Seen>> viewers = new ArrayList<>();
        for (Source source : sources) {
            viewers.add(() -> seen(source, time));
        }
        List<PacedViewer.Seen> seen = new Crew(sources.size()).done(viewers);
        for (int source = 0; source < sources.size(); source++) {
            tell("camera-paced-" + label(sources.get(source)), seen.get(source), figures);
        }
    }

    private static String label(Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }

    private static void tell(String name, PacedViewer.Seen seen, Consumer<Figure> figures) {
        double perSecond = seen.frames() / seen.seconds();
        figures.accept(Figure.noted(name + "-frames-a-second", perSecond, ""));
        figures.accept(Figure.noted(name + "-seconds", seen.seconds(), "s"));
        figures.accept(Figure.atMost(seen.before() + FLAT_MEBIBYTES, name + "-resident", seen.after(), "MiB")
                .beside("before", seen.before()));
        figures.accept(Figure.noted(name + "-resident-slope", seen.slope(), "MiB/h"));
        figures.accept(held(name + "-descriptors", seen.descriptors(), 0));
        figures.accept(held(name + "-threads", seen.threads(), IDLE_THREADS));
    }

    private static Figure held(String name, List<Integer> counts, int allowed) {
        return Figure.atMost(counts.getFirst() + allowed, name, counts.getLast(), "")
                .beside("before", counts.getFirst());
    }

    private PacedViewer.Seen seen(Source source, Duration time) throws IOException, InterruptedException {
        return switch (source) {
            case HTTP -> served(source, "http", "mjpeg", "mjpeg:", time);
            case RTSP -> served(source, "rtsp", "rtsp", "", time);
            case PIPE -> served(source, pipe(), "mjpeg", "mjpeg:", time);
            case FILE -> viewed(source, "recording", "mjpeg:" + recording(), time);
        };
    }

    private PacedViewer.Seen served(Source source, String way, String driver, String scheme, Duration time)
            throws IOException, InterruptedException {
        try (Program camera = CameraSource.program(PACE, way, log(source, "camera"))) {
            return viewed(source, driver, scheme + CameraSource.address(camera), time);
        }
    }

    private PacedViewer.Seen viewed(Source source, String driver, String address, Duration time)
            throws IOException, InterruptedException {
        Path said = log(source, "paced");
        Path errors = log(source, "paced-errors");
        Process viewer = new ProcessBuilder(
                        Program.java(PacedViewer.class, List.of(), driver, address, Long.toString(time.toSeconds())))
                .redirectError(errors.toFile())
                .redirectOutput(said.toFile())
                .start();
        if (!viewer.waitFor(2 * time.toSeconds() + 60, TimeUnit.SECONDS)) {
            viewer.destroyForcibly().waitFor();
        }
        if (viewer.exitValue() != 0) {
            throw new IOException("the viewer failed: " + Files.readString(errors));
        }
        return PacedViewer.Seen.parse(Files.readString(said).strip());
    }

    private Path log(Source source, String what) {
        return directory.resolve(what + "-" + label(source) + ".log");
    }

    private String pipe() throws IOException, InterruptedException {
        Path pipe = directory.resolve("camera-pipe");
        Files.deleteIfExists(pipe);
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() != 0) {
            throw new IOException("no named pipe could be made");
        }
        return pipe.toString();
    }

    /** Drawn pictures one behind the other. */
    private Path recording() throws IOException {
        Path file = directory.resolve("counter.mjpeg");
        try (Camera camera = CameraViewer.opened("simulated", "simulated:");
                OutputStream out = Files.newOutputStream(file)) {
            for (int picture = 0; picture < PICTURES; picture++) {
                try (Frame frame = frame(camera).orElseThrow(() -> new IOException("no picture was drawn"))) {
                    frame.writeTo(out);
                }
            }
        }
        return file;
    }

    private static Optional<Frame> frame(Camera camera) {
        return switch (camera.preview(Duration.ofSeconds(10))) {
            case Reading.Taken<Frame> taken -> Optional.of(taken.value());
            case Reading.Nobody<Frame> nobody -> Optional.empty();
            case Reading.Faulty<Frame> faulty -> Optional.empty();
        };
    }
}
