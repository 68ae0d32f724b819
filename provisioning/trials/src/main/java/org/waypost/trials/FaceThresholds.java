package org.waypost.trials;

/**
 * The two thresholds that some people's similarities suggest. A few hundred pairs show no rate of 0.1 %, so the tail is
 * continued as a normal distribution's, and the highest pair of two persons is kept at a distance.
 *
 * @param supports from here on the same person
 * @param notSupports below it two persons
 */
record FaceThresholds(double supports, double notSupports) {
    /** Of a normal distribution, 0.01 % lies above: ten times stricter than asked for, since it is estimated. */
    private static final double DEVIATIONS = 3.72;

    private static final double DISTANCE = 0.02;
    private static final double BAND = 0.08;

    static FaceThresholds chosenBy(FaceScores scores) {
        FaceScores.Spread impostors = scores.impostors();
        double tail = impostors.mean() + DEVIATIONS * impostors.deviation();
        double supports = round(Math.max(tail, scores.highestImpostor() + DISTANCE));
        FaceScores.Spread genuines = scores.genuines();
        double lowest = genuines.mean() - DEVIATIONS * genuines.deviation();
        return new FaceThresholds(supports, round(Math.min(supports - BAND, lowest)));
    }

    private static double round(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
