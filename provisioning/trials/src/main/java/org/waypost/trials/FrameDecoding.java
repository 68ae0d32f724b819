package org.waypost.trials;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.function.Consumer;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.CaptureProgress;
import org.waypost.drivers.fingerprint.Ef01FingerprintReader;
import org.waypost.drivers.fingerprint.Ef01Settings;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.drivers.mrz.AppointmentCode;
import org.waypost.drivers.mrz.CodeEngine;
import org.waypost.drivers.mrz.MrzProfile;
import org.waypost.drivers.mrz.SerialCodeReader;
import org.waypost.drivers.simulated.CodeSimulator;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.Ef01Simulator;
import org.waypost.drivers.simulated.Emission;
import org.waypost.drivers.simulated.SpecimenFinger;

/**
 * How fast the drivers of zones, codes and fingers take frames in, simulated devices and all, on one core; against the
 * fastest line, although readers of zones and codes run at a twelfth of it.
 */
final class FrameDecoding {
    private static final int FRAMES_A_FINGER = 250;
    /** The fastest line carries a megabyte, ten bits a byte, in so many milliseconds. */
    private static final double WIRE_MILLIS = 1e6 * 10 * 1_000 / 115_200;

    private static final double MARGIN = 50;

    private final int frames;

    /** So many zones, as many codes, and fingers of about as many packets. */
    FrameDecoding(int frames) {
        this.frames = frames;
    }

    void run(Consumer<Figure> figures) {
        told("zone-frames", this::zones, figures);
        told("code-frames", this::codes, figures);
        told("finger-packets", this::fingers, figures);
    }

    /** What takes frames in. */
    private interface Intake {
        /** Bytes that the device sent. */
        long bytes();
    }

    private static void told(String name, Intake intake, Consumer<Figure> figures) {
        intake.bytes();
        long start = System.nanoTime();
        long bytes = intake.bytes();
        double millis = (System.nanoTime() - start) / 1e6 / (bytes / 1e6);
        figures.accept(Figure.atMost(WIRE_MILLIS / MARGIN, name + "-time-for-a-megabyte", millis, "ms")
                .beside("wire at 115200 baud", WIRE_MILLIS));
    }

    private long zones() {
        return new ZoneNoise(MrzProfile.STX_LRC, 0).run(frames).bytes();
    }

    private long codes() {
        CodeSimulator engine = new CodeSimulator(CodeEngine.GM65);
        NoisyCable.OwnTime time = new NoisyCable.OwnTime();
        AnsweringCable cable = new AnsweringCable(time, bytes -> joined(engine.receive(bytes)));
        String code = AppointmentCode.issued("WP-2026-11-29-0042").characters();
        try (SerialCodeReader reader = new SerialCodeReader(() -> cable, CodeEngine.GM65, time)) {
            for (int i = 0; i < frames; i++) {
                engine.show(code);
                requireTaken(reader.read(Duration.ofSeconds(1)));
                // the same code counts once in 3 s
                time.pause(Duration.ofSeconds(4));
            }
        }
        return cable.carried();
    }

    private long fingers() {
        Ef01Simulator module = new Ef01Simulator(Ef01Model.ZFM_20, false);
        NoisyCable.OwnTime time = new NoisyCable.OwnTime();
        AnsweringCable cable = new AnsweringCable(time, bytes -> {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            module.receive(bytes)
                    .forEach(sending -> all.writeBytes(sending.emission().bytes()));
            return all.toByteArray();
        });
        module.touch(SpecimenFinger.of(1));
        try (Ef01FingerprintReader reader = new Ef01FingerprintReader(() -> cable, Ef01Settings.usual(), time)) {
            for (int i = 0; i < frames / FRAMES_A_FINGER; i++) {
                Reading<Fingerprint> reading = reader.capture(Duration.ofSeconds(1), CaptureProgress.UNHEARD);
                requireTaken(reading);
                if (reading instanceof Reading.Taken<Fingerprint> taken) {
                    taken.value().close();
                }
            }
        }
        return cable.carried();
    }

    private static byte[] joined(Iterable<Emission> pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(piece -> all.writeBytes(piece.bytes()));
        return all.toByteArray();
    }

    private static void requireTaken(Reading<?> reading) {
        if (!(reading instanceof Reading.Taken<?>)) {
            throw new IllegalStateException("a frame on a quiet line is read, not " + reading);
        }
    }
}
