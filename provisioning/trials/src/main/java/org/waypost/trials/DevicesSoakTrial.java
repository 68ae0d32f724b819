package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Ten thousand cards, as many frames of a camera's preview as an hour has, and nothing is left over. */
final class DevicesSoakTrial implements Trial {
    @Override
    public String name() {
        return "devices-soak";
    }

    @Override
    public String purpose() {
        return "10,000 cards laid down and lifted, 54,000 preview frames: descriptors, threads and memory";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        new CardSoak(directory).run(9_000, 1_000, figures);
        new CameraPreview(directory).soak(CameraPreview.AN_HOUR, figures);
    }
}
