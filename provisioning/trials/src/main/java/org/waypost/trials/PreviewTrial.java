package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** An hour of preview at the camera's pace from all kinds of source at once, and nothing is left over. */
final class PreviewTrial implements Trial {
    private static final int AN_HOUR = 3_600;

    @Override
    public String name() {
        return "preview";
    }

    @Override
    public String purpose() {
        return "an hour of preview by HTTP, RTSP, a pipe and a file at once: memory with its slope, descriptors, threads"
                + " (JAVA_TOOL_OPTIONS=-Dwaypost.preview.seconds=60 for less)";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        Duration time = Duration.ofSeconds(Integer.getInteger("waypost.preview.seconds", AN_HOUR));
        new PacedPreview(directory).run(List.of(PacedPreview.Source.values()), time, figures);
    }
}
