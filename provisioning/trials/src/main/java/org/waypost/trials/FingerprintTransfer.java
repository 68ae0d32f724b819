package org.waypost.trials;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.CaptureProgress;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.Ef01Simulator;
import org.waypost.drivers.simulated.SimulatedFingerprintReader;
import org.waypost.drivers.simulated.SpecimenFinger;

/**
 * A finger on the sensor until its picture is in hand, on the driver and a simulated module at the pace of a real line;
 * a real sensor adds its own time.
 */
final class FingerprintTransfer {
    private static final int RUNS = 5;
    private static final double ALLOWED = 1.1;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private FingerprintTransfer() {}

    static void run(Consumer<Figure> figures) throws IOException {
        for (Ef01Model model : new Ef01Model[] {Ef01Model.ZFM_20, Ef01Model.R503}) {
            Timings timings = new Timings();
            try (SimulatedFingerprintReader reader = new SimulatedFingerprintReader(new Ef01Simulator(model, true))) {
                reader.capture(Duration.ZERO, CaptureProgress.UNHEARD);
                for (int run = 0; run < RUNS; run++) {
                    timings.add(once(reader, SpecimenFinger.of(run)));
                }
            }
            String name = "finger-" + model.width() + "x" + model.height();
            double wire = wireMillis(model);
            figures.accept(
                    Figure.noted(name + "-median", timings.median(), "ms").beside("wire", wire));
            figures.accept(Figure.atMost(ALLOWED * wire, name + "-worst-of-" + RUNS, timings.worst(), "ms")
                    .beside("wire", wire));
        }
    }

    /** An acknowledge of 12 bytes, then packets of 256 bytes with 11 more each; ten bits a byte. */
    private static double wireMillis(Ef01Model model) {
        int bytes = model.width() * model.height() / 2;
        return (12 + bytes + bytes / 256 * 11) * 10 * 1_000 / 115_200.0;
    }

    private static long once(SimulatedFingerprintReader reader, SpecimenFinger finger) throws IOException {
        reader.touch(finger);
        long begin = System.nanoTime();
        Reading<Fingerprint> reading = reader.capture(PATIENCE, CaptureProgress.UNHEARD);
        long took = System.nanoTime() - begin;
        return switch (reading) {
            case Reading.Taken<Fingerprint> taken -> {
                taken.value().close();
                yield took;
            }
            case Reading.Nobody<Fingerprint> nobody -> throw new IOException("no finger was seen");
            case Reading.Faulty<Fingerprint> faulty -> throw new IOException("no picture: " + faulty.fault());
        };
    }
}
