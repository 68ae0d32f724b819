package org.waypost.agent.face;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What was measured before a threshold was set, in the terms of ISO/IEC 19795-1: false match rate and false non-match
 * rate at {@code supports}, on other people than those by whom it was chosen. Rates are shares, 0..1.
 *
 * @param portraits of which source; the threshold holds for no other
 * @param model SHA-256 of the embedder, lower case hex; the threshold holds for no other
 * @param supports cosine similarity from which two pictures are called one person's, 0..1
 * @param notSupports cosine similarity below which they are called two persons'; between the two nothing is said
 * @param persons by whom the rates were measured
 * @param genuine pairs of one person
 * @param impostor pairs of two persons
 * @param fmr false match rate
 * @param fmrUpper upper end of its 95 % interval (Wilson)
 * @param fnmr false non-match rate
 * @param fnmrUpper upper end of its 95 % interval (Wilson)
 * @param on the day of the measurement
 * @param signedBy who answers for it, 1 to 80 characters
 */
public record Calibration(
        PortraitSource portraits,
        String model,
        double supports,
        double notSupports,
        int persons,
        int genuine,
        int impostor,
        double fmr,
        double fmrUpper,
        double fnmr,
        double fnmrUpper,
        LocalDate on,
        String signedBy) {

    public Calibration {
        requireNonNull(portraits);
        requireNonNull(on);
        boolean ordered = notSupports >= -1 && notSupports <= supports && supports > 0 && supports <= 1;
        if (!ordered || persons < 1 || genuine < 1 || impostor < 1) {
            throw new IllegalArgumentException("a calibration has ordered thresholds, persons and pairs");
        }
        if (model.isBlank() || signedBy.isBlank() || signedBy.length() > 80) {
            throw new IllegalArgumentException("a calibration names its model and who answers for it");
        }
    }

    /** Whether the thresholds are those of this model and this source. */
    boolean isFor(ModelFile embedder, PortraitSource source) {
        return portraits == source && model.equals(embedder.sha256());
    }
}
