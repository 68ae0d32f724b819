package org.waypost.agent.verification;

/** Why an officer finds otherwise than the machine. The name is the key of the text shown and stands in the audit. */
public enum Contradiction {
    /** The document's portrait is old or poor. */
    PORTRAIT_OLD,
    /** Hair, beard, glasses, weight, an injury or illness. */
    LOOKS_CHANGED,
    /** Light, distance or pose before the camera. */
    CAMERA_PICTURE,
    /** The person stands at the counter, no picture was held up. */
    HERE_IN_PERSON,
    /** What does not change with time differs. */
    FEATURES_DIFFER,
    /** Other papers or questions settled it. */
    OTHER_PROOF,
    /** Another one, which the officer's words name. */
    OTHER
}
