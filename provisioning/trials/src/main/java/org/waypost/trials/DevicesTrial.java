package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** The figures of the drivers: on quiet lines, and on those that make errors or are pulled. */
final class DevicesTrial implements Trial {
    private static final int EVERY_BYTE = 1;

    @Override
    public String name() {
        return "devices";
    }

    @Override
    public String purpose() {
        return "each driver against its wire, idle drivers, a preview, a million replies with bit errors, pulled lines";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        CardDecoding.run(figures);
        FingerprintTransfer.run(figures);
        new DriversIdle().run(figures);
        new CardNoise(1e-2).run(1_000_000).tell("1-bit-in-100", figures);
        new CardNoise(1.25e-3).run(1_000_000).tell("1-byte-in-100", figures);
        new CardNoise(1e-4).run(1_000_000).tell("1-bit-in-10000", figures);
        new CardNoise(1e-5).run(1_000_000).tell("1-bit-in-100000", figures);
        PulledCable.run(directory, EVERY_BYTE, figures);
        new PassportReading().run(figures);
        PanelIdle.run(figures);
        new CameraPreview(directory).measure(Duration.ofSeconds(30), figures);
    }
}
