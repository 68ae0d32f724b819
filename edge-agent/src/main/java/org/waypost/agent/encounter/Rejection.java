package org.waypost.agent.encounter;

/** Why a command changed nothing. The name is the key of the text shown to the registrar. */
public enum Rejection {
    /** No case is open. */
    NO_CASE,
    /** Another case is open. */
    CASE_OPEN,
    /** The command is for a case that is no longer the current one. */
    OTHER_CASE,
    /** The case has ended. */
    CASE_OVER,
    /** Nobody did anything for too long; the case can be referred or closed by withdrawing. */
    CASE_LAPSED,
    /** Not at this step, or somebody else was faster. */
    OUT_OF_ORDER,
    /** The party takes the way without biometrics, or this counter asks for no fingers. */
    NO_BIOMETRICS,
    /** A finding that contradicts the machine's needs a reason; the pictures are still there, choose one. */
    REASON_MISSING,
    /** An interview counts only if the party is alone. */
    NOT_ALONE,
    /** A party, by the name on the document, cannot interpret. */
    INTERPRETER_IS_PARTY,
    /** A release needs the registrar to have found both parties to be the holders of their documents. */
    IDENTITY_OPEN,
    /** A release needs both parties to have stated their free will, each alone. */
    WILL_NOT_STATED,
    /** This ground needs both interviews. */
    INTERVIEWS_MISSING,
    /** A referral needs at least one statement. */
    STATEMENT_MISSING,
    /** A case holds no more statements. */
    TOO_MANY_STATEMENTS,
    /** The outbox takes no more reports; nothing is lost, call the technician. */
    OUTBOX_FULL,
    /** It could not be written down or sealed, so it was not done; nothing is lost, call the technician. */
    NOT_RECORDED
}
