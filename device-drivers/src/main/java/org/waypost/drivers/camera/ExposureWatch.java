package org.waypost.drivers.camera;

/**
 * Waits for a camera's automatic exposure: the first pictures after an opening do not count, then the mean brightness
 * of several in a row must be alike. Used by one thread, for one picture.
 */
final class ExposureWatch {
    /** Pictures after an opening that are not looked at: 5 to 10 by the habit of USB cameras. */
    static final int DISCARDED = 8;
    /** So many pictures in a row are alike: 0.27 s at 15 a second, longer than a step of the regulation. */
    static final int ALIKE = 4;
    /** Pictures looked at before it is given up: 4 s at 15 a second. */
    static final int MOST = 60;

    /** Largest difference among them, of 255: a person who moves changes the mean by less, a regulation by more. */
    private static final double TOLERANCE = 8;

    private final double[] last = new double[ALIKE];
    private int seen;

    /** What is to be done with a picture. */
    enum Judgement {
        WAIT,
        SETTLED,
        /** The light does not come to rest. */
        GIVE_UP
    }

    static boolean isDiscarded(Frame frame) {
        return frame.number() <= DISCARDED;
    }

    /**
     * Looks at the next picture.
     *
     * @param brightness mean, 0..255
     */
    Judgement look(double brightness) {
        last[seen++ % ALIKE] = brightness;
        if (seen >= ALIKE && spread() <= TOLERANCE) {
            return Judgement.SETTLED;
        }
        return seen < MOST ? Judgement.WAIT : Judgement.GIVE_UP;
    }

    private double spread() {
        double least = 255;
        double most = 0;
        for (double brightness : last) {
            least = Math.min(least, brightness);
            most = Math.max(most, brightness);
        }
        return most - least;
    }
}
