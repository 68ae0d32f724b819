package org.waypost.agent.face;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.waypost.drivers.device.Portrait;

/**
 * Asks whether two portraits show one person. Takes exactly two (invariant I1), keeps neither, closes neither. Never
 * throws for what a picture may show.
 */
public interface FaceComparison {

    /** Why nothing can be compared here, whatever the pictures; empty if something can. */
    Optional<Obstacle> absence();

    /**
     * Compares one live portrait with the one of the person's own document.
     *
     * @param probe the living person
     * @param reference the document
     */
    Comparison compare(Portrait probe, Portrait reference);

    /** Overwrites what the last pictures left in a model's own memory; to be called when a session has its answer. */
    void forget();

    /** What came of one comparison. There is no score in it: nobody reads a score as a probability. */
    sealed interface Comparison {
        /** Both portraits show one person. */
        record Same(Basis basis) implements Comparison {}

        /** The portraits show two persons. */
        record Different(Basis basis) implements Comparison {}

        /**
         * No answer; says nothing about the person.
         *
         * @param side whose picture it lies in; empty where it lies in neither
         * @param basis what was measured until then; empty where nothing was looked at
         */
        record Unanswered(Obstacle obstacle, Optional<Side> side, Optional<Basis> basis) implements Comparison {
            public Unanswered {
                requireNonNull(obstacle);
                requireNonNull(side);
                requireNonNull(basis);
            }

            /** Of pictures that were not measured. */
            public Unanswered(Obstacle obstacle, Optional<Side> side) {
                this(obstacle, side, Optional.empty());
            }

            static Unanswered of(Obstacle obstacle) {
                return new Unanswered(obstacle, Optional.empty());
            }
        }
    }

    /**
     * What an answer, or its absence, rests on, for the audit (invariant I17): no picture, no template, no score.
     *
     * @param model first 12 hex digits of the embedder's SHA-256
     * @param supports cosine similarity from which the answer is the same person
     * @param notSupports cosine similarity below which it is not
     * @param live measures of the living person's picture, if it has one face
     * @param document measures of the document's, likewise
     */
    record Basis(
            String model,
            double supports,
            double notSupports,
            Optional<FaceQuality> live,
            Optional<FaceQuality> document) {
        /** One line of at most 120 characters. */
        public String summary() {
            return "model " + model + " thresholds " + supports + " " + notSupports + " live " + summary(live)
                    + " document " + summary(document);
        }

        private static String summary(Optional<FaceQuality> measures) {
            return measures.map(FaceQuality::summary).orElse("none");
        }
    }

    /** One of the two pictures. */
    enum Side {
        LIVE,
        DOCUMENT
    }

    /** Why there is no answer. */
    enum Obstacle {
        MODEL_ABSENT,
        /** A file is not the one the manifest pins. */
        MODEL_CHANGED,
        /** A model cannot be loaded, or does not compute what it did when it was imported. */
        MODEL_FAILED,
        /** Nobody recorded what the model computes when it is sound. */
        SELF_TEST_NOT_RECORDED,
        /** No calibration for this model and this kind of portrait. */
        UNCALIBRATED,
        NO_FACE,
        SEVERAL_FACES,
        TOO_SMALL,
        TOO_DARK,
        TOO_BRIGHT,
        GREY,
        TURNED_AWAY,
        BLURRED,
        NEAR_THRESHOLD,
        NOT_LIVE
    }
}
