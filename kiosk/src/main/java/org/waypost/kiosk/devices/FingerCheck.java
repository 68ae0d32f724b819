package org.waypost.kiosk.devices;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.CaptureProgress;
import org.waypost.drivers.fingerprint.CaptureProgress.Stage;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.drivers.fingerprint.FingerprintReader;
import org.waypost.drivers.fingerprint.PrintQuality;
import org.waypost.drivers.fingerprint.PrintQualityGate;

/** Fingerprint modules. */
final class FingerCheck implements KindCheck<FingerprintReader> {

    @Override
    public Class<FingerprintReader> type() {
        return FingerprintReader.class;
    }

    @Override
    public Duration limit() {
        return FingerprintReader.LONGEST_CAPTURE;
    }

    @Override
    public String invitation() {
        return "lay your own finger on the sensor when told to";
    }

    @Override
    public String silence() {
        return "the module answers, holds no finger in its library, and sees none on the sensor";
    }

    @Override
    public Reading<List<Line>> look(FingerprintReader device, Duration patience) {
        return KindCheck.told(device.capture(patience, CaptureProgress.UNHEARD), print -> {
            print.close();
            return List.of();
        });
    }

    @Override
    public Function<FingerprintReader, Reading<List<Line>>> reading(Duration patience, Talk talk) {
        CaptureProgress progress = stage -> told(stage, talk);
        return device -> KindCheck.told(device.capture(patience, progress), FingerCheck::checks);
    }

    private static void told(Stage stage, Talk talk) {
        switch (stage) {
            case Stage.PlaceFinger place -> talk.say("now", "lay a finger down");
            case Stage.MayLift lift -> talk.say("now", "the picture is taken, the finger may be lifted");
            case Stage.Transferring transferring -> {
                if (transferring.received() == transferring.expected()) {
                    talk.say("now", "the picture has arrived");
                }
            }
        }
    }

    private static List<Line> checks(Fingerprint print) {
        try (print) {
            return List.of(
                    new Line(
                            "read",
                            "a picture of " + print.width() + " x " + print.height() + " pixels at " + print.dpi()
                                    + " dpi, not shown and overwritten again"),
                    new Line("check", quality(PrintQualityGate.judge(print))));
        }
    }

    private static String quality(PrintQuality quality) {
        return switch (quality) {
            case PrintQuality.Good good -> "quality: good enough to compare";
            case PrintQuality.TryAgain again -> "quality: NOT GOOD ENOUGH, " + reason(again.reason());
        };
    }

    private static String reason(PrintQuality.Reason reason) {
        return switch (reason) {
            case NO_FINGER -> "next to nothing touched the sensor";
            case TOO_LIGHT -> "dry, or laid down too lightly";
            case TOO_DARK -> "wet, or pressed too hard";
            case TOO_SMALL -> "only a tip or an edge touched the sensor";
            case SMUDGED -> "it moved, or the sensor wants cleaning";
        };
    }
}
