package org.waypost.hub.officer;

import java.util.EnumSet;
import java.util.Set;

/** What an officer is at the desk. Nothing is allowed but what stands here (invariant I16). */
public enum Role {
    CASE_OFFICER,
    SUPERVISOR,
    TECHNICIAN,
    AUDITOR;

    /** Whether this role has a right. */
    public boolean may(Right right) {
        return rights().contains(right);
    }

    private Set<Right> rights() {
        return switch (this) {
            case CASE_OFFICER ->
                EnumSet.of(Right.SEE_CASES, Right.DECIDE_CASES, Right.UNCOVER_CASES, Right.CONSENT, Right.SEE_TIPS);
            case SUPERVISOR ->
                EnumSet.of(
                        Right.SEE_CASES,
                        Right.DECIDE_CASES,
                        Right.UNCOVER_CASES,
                        Right.CONSENT,
                        Right.SEE_REVIEWS,
                        Right.REVIEW,
                        Right.SEE_TIPS);
            case TECHNICIAN -> EnumSet.of(Right.SEE_TERMINALS);
            case AUDITOR -> EnumSet.of(Right.SEE_AUDIT, Right.SEE_REVIEWS);
        };
    }
}
