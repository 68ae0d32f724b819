package org.waypost.agent.encounter;

/** Commands that a case may answer now; the screen offers these. */
public enum Choice {
    OPEN,
    SHOW_NOTICE,
    CHOOSE_ROUTE,
    READ_AGAIN,
    ASK_FINGER,
    COMPARE,
    INTERVIEW,
    RAISE_CONCERN,
    RELEASE,
    REFER,
    REFUSE,
    WITHDRAW
}
