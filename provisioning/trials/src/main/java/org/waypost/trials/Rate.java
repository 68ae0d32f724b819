package org.waypost.trials;

/**
 * Errors among trials, with the interval of Wilson (1927) for 95 %; shares, 0..1.
 *
 * @param errors 0 to {@code of}
 * @param of trials, 1 or more
 */
record Rate(int errors, int of) {
    private static final double Z = 1.959964;

    Rate {
        if (of < 1 || errors < 0 || errors > of) {
            throw new IllegalArgumentException(errors + " errors of " + of);
        }
    }

    double share() {
        return (double) errors / of;
    }

    double lower() {
        return Math.max(0, middle() - half());
    }

    double upper() {
        return Math.min(1, middle() + half());
    }

    private double middle() {
        return (share() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        double spread = share() * (1 - share()) / of + Z * Z / (4.0 * of * of);
        return Z * Math.sqrt(spread) / (1 + Z * Z / of);
    }
}
