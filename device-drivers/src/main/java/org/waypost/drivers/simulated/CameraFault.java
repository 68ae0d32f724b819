package org.waypost.drivers.simulated;

import java.time.Duration;

/** What can go wrong with one picture of a camera; armed, and spent by the next one. */
public sealed interface CameraFault {

    /** The picture ends after so many bytes; the next follows at once. */
    record Torn(int bytes) implements CameraFault {}

    /** Nothing comes for so long, then the picture. */
    record Silence(Duration time) implements CameraFault {}

    /** So many bytes of no picture stand before it. */
    record Garbage(int bytes) implements CameraFault {}

    /** The picture announces another size, each 1..65535 pixels. */
    record Announced(int width, int height) implements CameraFault {}

    /** The picture does not end for so many bytes, and then has no end. */
    record Endless(int bytes) implements CameraFault {}

    /** The stream ends in place of the picture. */
    record EndOfStream() implements CameraFault {}
}
