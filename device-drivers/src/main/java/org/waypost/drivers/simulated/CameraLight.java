package org.waypost.drivers.simulated;

/** How bright a simulated camera's pictures are, frame by frame since it was switched on. */
@FunctionalInterface
public interface CameraLight {
    /** As bright as the scene is. */
    CameraLight STEADY = frame -> 100;

    /**
     * The brightness of a frame.
     *
     * @param frame from 1
     * @return percent of the scene's, 0..100
     */
    int percent(long frame);

    /** An automatic exposure that starts dark and settles at {@link #STEADY} after so many frames. */
    static CameraLight risingOver(int frames) {
        return frame -> (int) Math.min(100, 10 + 90 * frame / frames);
    }

    /** A lamp that swells and drops every seven frames: no few in a row are alike. */
    static CameraLight flickering() {
        return frame -> (int) (10 + 15 * (frame % 7));
    }
}
