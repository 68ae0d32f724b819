package org.waypost.agent.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The places in one picture that may be faces. */
final class FaceCandidates {
    private static final double LEAST_SCORE = 0.7;
    private static final double MOST_OVERLAP = 0.3;
    private static final int MOST = 50;

    private final List<FaceCandidate> all = new ArrayList<>();

    /** Whether a place with this score is worth a look. */
    static boolean isLikely(double score) {
        return score >= LEAST_SCORE;
    }

    void add(FaceCandidate one) {
        all.add(one);
    }

    /** The surest of those that overlap, the surest first: as OpenCV's {@code NMSBoxes}. */
    List<FaceCandidate> best() {
        List<FaceCandidate> falling = all.stream()
                .sorted(Comparator.comparingDouble(FaceCandidate::score).reversed())
                .limit(MOST)
                .toList();
        List<FaceCandidate> best = new ArrayList<>();
        for (FaceCandidate one : falling) {
            if (best.stream().allMatch(surer -> one.overlap(surer) <= MOST_OVERLAP)) {
                best.add(one);
            }
        }
        return best;
    }
}
