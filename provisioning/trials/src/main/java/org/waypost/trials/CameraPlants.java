package org.waypost.trials;

import static org.waypost.trials.FuzzTarget.CAMERA_STREAM;

import java.util.List;
import org.waypost.trials.Edit.Answer;
import org.waypost.trials.Edit.Constant;

/** Faults in what cuts pictures out of a camera's stream. */
final class CameraPlants {
    static final List<Plant> ALL = List.of(
            new Plant(
                    "camera-segment-length",
                    CAMERA_STREAM,
                    "drivers.camera.JpegWalk",
                    "step",
                    new Constant(2, 1, 1),
                    "a length counts itself"),
            new Plant(
                    "camera-restart-ends-scan",
                    CAMERA_STREAM,
                    "drivers.camera.JpegWalk",
                    "inScan",
                    new Constant(0xD7, 0xD6, 1),
                    "off by one: the last restart marker"),
            new Plant(
                    "camera-scans-unbounded",
                    CAMERA_STREAM,
                    "drivers.camera.JpegWalk",
                    "code",
                    new Constant(32, 64, 1),
                    "each scan costs a pass over all pixels"),
            new Plant(
                    "camera-longest",
                    CAMERA_STREAM,
                    "drivers.camera.JpegSplitter",
                    "keep",
                    new Constant(4 << 20, (4 << 20) + 1, 1),
                    "off by one: a byte beyond the memory"),
            new Plant(
                    "camera-megapixels",
                    CAMERA_STREAM,
                    "drivers.device.JpegHeader",
                    "isWithin",
                    new Constant(10_000_000, 1 << 24, 1),
                    "sides checked, area not"),
            new Plant(
                    "camera-anywhere",
                    CAMERA_STREAM,
                    "drivers.camera.HttpStream",
                    "isNear",
                    new Answer(true),
                    "an address of the open network"));

    private CameraPlants() {}
}
