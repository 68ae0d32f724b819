package org.waypost.drivers.fingerprint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.waypost.drivers.fingerprint.PrintQuality.Reason;

/**
 * Judges a picture by the ridges in it, square by square, in place: nothing is copied. It is cheap and coarse, no NFIQ,
 * and says nothing about whose finger it is or whether it is alive.
 *
 * <p>Every threshold stands here. They were set between drawn fingers and three public scans; none has met a real
 * module. They are to be set anew with the sensor that is bought.
 */
public final class PrintQualityGate {
    /** Pixels a side of a square: one to two ridges at 500 dpi. */
    private static final int SIDE = 16;
    /** Standard deviation in greys from which a square is touched; the noise of an empty sensor stays below 9. */
    private static final double TOUCHED_DEVIATION = 12;
    /** Mean grey up to which a square is touched although it is even: a puddle. */
    private static final double PUDDLE_GREY = 80;
    /** Less contact than this is none: half the tip of a child's little finger. */
    private static final double NO_CONTACT_MM2 = 8;
    /** Less contact than this seldom holds the dozen minutiae that a comparison wants. */
    private static final double LEAST_CONTACT_MM2 = 40;
    /** Mean grey of what is touched: three public scans have 170 to 210, drawn dry fingers 230 and more. */
    private static final double LIGHTEST_GREY = 222;
    /** The same: drawn wet fingers have 55 to 76. */
    private static final double DARKEST_GREY = 90;
    /** Mean standard deviation of touched squares: public scans have 57 to 75. */
    private static final double LEAST_CONTRAST = 25;
    /**
     * How much one direction outweighs the others: 1 for parallel lines; public scans have 0.65 to 0.81, clouds 0.5.
     */
    private static final double LEAST_CLARITY = 0.55;

    private static final double MM_PER_INCH = 25.4;

    private final MemorySegment pixels;
    private final int width;
    private int touched;
    private double grey;
    private double contrast;
    private double energy;
    private double directed;

    private PrintQualityGate(Fingerprint print) {
        this.pixels = print.pixels();
        this.width = print.width();
        for (int y = 0; y + SIDE <= print.height(); y += SIDE) {
            for (int x = 0; x + SIDE <= width; x += SIDE) {
                look(x, y);
            }
        }
    }

    /** Judges a picture that is not closed. */
    public static PrintQuality judge(Fingerprint print) {
        PrintQualityGate seen = new PrintQualityGate(print);
        double side = SIDE * MM_PER_INCH / print.dpi();
        double contact = seen.touched * side * side;
        if (contact < NO_CONTACT_MM2) {
            return new PrintQuality.TryAgain(Reason.NO_FINGER);
        }
        return seen.ofContact(contact);
    }

    private PrintQuality ofContact(double contact) {
        if (grey / touched > LIGHTEST_GREY) {
            return new PrintQuality.TryAgain(Reason.TOO_LIGHT);
        }
        if (grey / touched < DARKEST_GREY) {
            return new PrintQuality.TryAgain(Reason.TOO_DARK);
        }
        if (contact < LEAST_CONTACT_MM2) {
            return new PrintQuality.TryAgain(Reason.TOO_SMALL);
        }
        boolean clear = contrast / touched >= LEAST_CONTRAST && directed >= LEAST_CLARITY * energy;
        return clear ? new PrintQuality.Good() : new PrintQuality.TryAgain(Reason.SMUDGED);
    }

    private void look(int left, int top) {
        double sum = 0;
        double squares = 0;
        for (int y = top; y < top + SIDE; y++) {
            for (int x = left; x < left + SIDE; x++) {
                int value = at(x, y);
                sum += value;
                squares += value * value;
            }
        }
        double mean = sum / (SIDE * SIDE);
        double deviation = Math.sqrt(Math.max(0, squares / (SIDE * SIDE) - mean * mean));
        if (deviation >= TOUCHED_DEVIATION || mean <= PUDDLE_GREY) {
            touched++;
            grey += mean;
            contrast += deviation;
            weighDirections(left, top);
        }
    }

    /** Coherence of the gradients: A. M. Bazen and S. H. Gerez, systematic methods for directional fields, 2002. */
    private void weighDirections(int left, int top) {
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int y = top + 1; y < top + SIDE - 1; y++) {
            for (int x = left + 1; x < left + SIDE - 1; x++) {
                double dx = at(x + 1, y) - at(x - 1, y);
                double dy = at(x, y + 1) - at(x, y - 1);
                xx += dx * dx;
                yy += dy * dy;
                xy += dx * dy;
            }
        }
        energy += xx + yy;
        directed += Math.hypot(xx - yy, 2 * xy);
    }

    private int at(int x, int y) {
        return pixels.get(ValueLayout.JAVA_BYTE, (long) y * width + x) & 0xFF;
    }
}
