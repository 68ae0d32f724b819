package org.waypost.agent.encounter;

/** What a finger is asked for; the second is compared with the first of the same party and with nothing else. */
public enum FingerPurpose {
    /** To be held until the party signs. */
    IDENTIFY,
    /** To sign the declaration. */
    SIGN
}
