package org.waypost.drivers.simulated;

import java.util.Random;

/**
 * A drawn finger, plainly nobody's: rings around a point, broken by dislocations where a ridge ends or forks, all from
 * a seed. The same finger always gives the same picture, on every machine.
 *
 * @param seed 0 and above; another seed is another finger
 * @param right how far it lies to the right of the middle, -40..40 pixels
 * @param down how far it lies below the middle, -40..40 pixels
 */
public record SpecimenFinger(long seed, FingerCondition condition, int right, int down) {
    private static final double RIDGE_PERIOD = 9;
    private static final int DISLOCATIONS = 24;
    private static final int REACH = 110;
    private static final int FARTHEST = 40;
    private static final int PAPER = 245;

    public SpecimenFinger {
        if (seed < 0 || Math.abs(right) > FARTHEST || Math.abs(down) > FARTHEST) {
            throw new IllegalArgumentException("finger " + seed + " at " + right + ", " + down);
        }
    }

    /** A clean finger in the middle of the sensor. */
    public static SpecimenFinger of(long seed) {
        return new SpecimenFinger(seed, FingerCondition.CLEAN, 0, 0);
    }

    /** The same finger in another condition. */
    public SpecimenFinger in(FingerCondition other) {
        return new SpecimenFinger(seed, other, right, down);
    }

    /** The same finger in another place. */
    public SpecimenFinger at(int toTheRight, int downwards) {
        return new SpecimenFinger(seed, condition, toTheRight, downwards);
    }

    /**
     * The picture as a module sends it: the upper four bits of two pixels a byte, rows from the top.
     *
     * @param width even
     */
    public byte[] packed(int width, int height) {
        Ridges ridges = new Ridges(seed);
        byte[] packed = new byte[width * height / 2];
        for (int i = 0; i < 2 * packed.length; i++) {
            int nibble = grey(ridges, i % width, i / width, width, height) >> 4;
            packed[i / 2] |= (byte) (i % 2 == 0 ? nibble << 4 : nibble);
        }
        return packed;
    }

    private int grey(Ridges ridges, int column, int row, int width, int height) {
        double x = column - width / 2.0 - right;
        double y = row - height / 2.0 - down;
        int grain = grain(column, row) % 9;
        double size = condition == FingerCondition.PARTIAL ? 0.2 : 0.44;
        double across = x / (size * width);
        double along = y / (size * height);
        return across * across + along * along > 1 ? PAPER + grain : skin(ridges, x, y) + grain;
    }

    private int skin(Ridges ridges, double x, double y) {
        return switch (condition) {
            case CLEAN, PARTIAL -> (int) (125 + 95 * ridges.wave(x, y));
            case DRY -> (int) (222 + 24 * ridges.wave(x, y));
            case WET -> (int) (28 + 20 * ridges.wave(x, y));
            case SMUDGED -> 60 + grain((int) x / 8 + REACH, (int) y / 8 + REACH) % 140;
        };
    }

    /** A fixed number for each place, 0..65535. */
    private int grain(int x, int y) {
        long mixed = (x * 0x9E3779B97F4A7C15L) ^ (y * 0xC2B2AE3D27D4EB4FL) ^ seed;
        mixed = (mixed ^ (mixed >>> 31)) * 0xBF58476D1CE4E5B9L;
        return (int) (mixed >>> 48);
    }

    /** The height of the skin, -1 on a ridge to 1 in a furrow, computed alike on every machine. */
    private static final class Ridges {
        private final double[] x = new double[DISLOCATIONS];
        private final double[] y = new double[DISLOCATIONS];
        private final double centreX;
        private final double centreY;

        private Ridges(long seed) {
            Random random = new Random(seed);
            centreX = random.nextInt(60) - 30;
            centreY = random.nextInt(60) - 30;
            for (int i = 0; i < DISLOCATIONS; i++) {
                x[i] = random.nextInt(2 * REACH) - REACH;
                y[i] = random.nextInt(2 * REACH) - REACH;
            }
        }

        private double wave(double atX, double atY) {
            double phase = 2 * Math.PI * StrictMath.hypot(atX - centreX, atY - centreY) / RIDGE_PERIOD;
            for (int i = 0; i < DISLOCATIONS; i++) {
                double turn = StrictMath.atan2(atY - y[i], atX - x[i]);
                phase += i % 2 == 0 ? turn : -turn;
            }
            return StrictMath.sin(phase);
        }
    }
}
