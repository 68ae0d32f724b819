package org.waypost.agent.verification;

/** The two ways to be verified; equal in steps and in where they lead (invariant I5). */
public enum Route {
    /** The document's portrait against a live picture, and the officer's own comparison. */
    FACE,
    /** The officer's own comparison alone. */
    WITHOUT_FACE
}
