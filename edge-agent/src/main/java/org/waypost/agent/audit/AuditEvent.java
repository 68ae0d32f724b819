package org.waypost.agent.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing done at a terminal, by whom. Holds no name, number, picture, template, score or language of a party
 * (invariants I17, I22).
 *
 * @param at when
 * @param actor pseudonym of the named person, or {@code terminal} for what no person did
 * @param action what kind of thing
 * @param encounter random id of the encounter; it links the lines of one encounter and nothing else
 * @param detail names of outcomes and digests, 0 to 400 characters, such as {@code A Inconclusive MODEL_ABSENT}
 */
public record AuditEvent(Instant at, String actor, Action action, UUID encounter, String detail) {
    public AuditEvent {
        requireNonNull(at);
        requireNonNull(action);
        requireNonNull(encounter);
        if (actor.isBlank() || actor.length() > 40 || detail.length() > 400) {
            throw new IllegalArgumentException(
                    "an audit event has an actor of 1..40 and a detail of 0..400 characters");
        }
    }

    /** What kinds of things are accounted for. */
    public enum Action {
        CASE_OPENED,
        NOTICE_SHOWN,
        ROUTE_CHOSEN,
        DOCUMENT_READ,
        DOCUMENT_ASKED_AGAIN,
        VERIFIED,
        COMPARED_BY_OFFICER,
        FINGER_ASKED,
        FINGER_GIVEN,
        SCREENED,
        INTERVIEWED,
        CONCERN_RAISED,
        DECIDED,
        WITHDRAWN,
        REPORT_FILED,
        REPORT_CONFIRMED,
        REPORT_REFUSED,
        /** A named technician has seen what was refused. */
        REFUSED_SEEN,
        REPORT_OVERDUE,
        NOTICE_HEARD,
        REPORT_CORRECTED,
        REPORT_WITHDRAWN,
        LIST_APPLIED,
        LIST_REFUSED,
        TRUST_APPLIED,
        TRUST_REFUSED,
        MODELS_IMPORTED,
        /** Somebody pressed the help button; who is not known. */
        HELP_PRESSED,
        /** A named registrar has seen to the presses with this id. */
        HELP_ANSWERED,
        HELP_STUCK,
        LINE_NOISY,
        TAMPER_OPENED,
        /** A named technician looked and took the alarm back. */
        TAMPER_RESET,
        PANEL_CHECKED,
        PANEL_LOST,
        LAMP_SET,
        GATE_SET,
        PURGED,
        SIGNING_KEY_ADDED,
        SIGNING_KEY_ACTIVATED,
        SIGNING_KEY_RETIRED
    }
}
