package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.waypost.drivers.mrz.MrzProfile;

/**
 * The figures of the drivers: on quiet lines first, in a few minutes that want a quiet machine, then on those that make
 * errors or are pulled, which takes twenty minutes and does not.
 */
final class DevicesTrial implements Trial {
    private static final int EVERY_BYTE = 1;
    private static final int A_MILLION = 1_000_000;
    private static final int FRAMES = 50_000;

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
        new FrameDecoding(FRAMES).run(figures);
        FingerprintTransfer.run(figures);
        new DriversIdle().run(figures);
        new PassportReading().run(figures);
        PanelIdle.run(figures);
        new CameraPreview(directory).measure(Duration.ofSeconds(30), figures);
        for (LineRate rate : LineRate.values()) {
            new CardNoise(rate.flipsPerBit()).run(A_MILLION).tell(rate.words(), figures);
            for (MrzProfile profile : ZoneNoise.checked()) {
                new ZoneNoise(profile, rate.flipsPerBit()).run(A_MILLION).tell(rate.words(), figures);
            }
        }
        pull(directory, figures);
    }

    private static void pull(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        // they warn of each of thousands
        Logger drivers = Logger.getLogger("org.waypost.drivers");
        drivers.setLevel(Level.SEVERE);
        for (PulledKind kind : PulledKind.all()) {
            new PulledCable(directory).run(kind, EVERY_BYTE, figures);
        }
        drivers.setLevel(null);
    }
}
