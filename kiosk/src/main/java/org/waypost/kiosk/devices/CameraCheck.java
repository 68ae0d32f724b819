package org.waypost.kiosk.devices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.waypost.drivers.camera.Camera;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;

/** Cameras. */
final class CameraCheck implements KindCheck<Camera> {

    @Override
    public Class<Camera> type() {
        return Camera.class;
    }

    @Override
    public Duration limit() {
        return Camera.LONGEST_START;
    }

    @Override
    public String invitation() {
        return "nothing to lay down: point the camera at a wall in the light of the counter";
    }

    @Override
    public String silence() {
        return "the camera opens and sends no picture in that time";
    }

    @Override
    public Reading<List<Line>> look(Camera device, Duration patience) {
        return KindCheck.told(device.preview(patience), frame -> {
            frame.close();
            return List.of();
        });
    }

    @Override
    public Function<Camera, Reading<List<Line>>> reading(Duration patience, Talk talk) {
        return device -> KindCheck.told(device.photograph(patience), picture -> checks(picture, device));
    }

    private static List<Line> checks(Portrait picture, Camera camera) {
        try (picture) {
            List<Line> lines = new ArrayList<>();
            lines.add(new Line(
                    "read",
                    "a still picture of " + picture.width() + " x " + picture.height()
                            + " pixels, not shown and overwritten again"));
            lines.add(new Line("check", "exposure: settled"));
            camera.delivery()
                    .ifPresent(delivered -> lines.add(new Line(
                            "check",
                            String.format(
                                    Locale.ROOT,
                                    "delivers %d x %d, %.1f pictures a second",
                                    delivered.width(),
                                    delivered.height(),
                                    delivered.framesPerSecond()))));
            return lines;
        }
    }
}
