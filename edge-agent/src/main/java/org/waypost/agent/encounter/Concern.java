package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import org.waypost.contract.CaseReport.Handling;
import org.waypost.contract.CaseReport.Protected;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Statement;

/**
 * Something that a member of staff saw or was told, and what the receiver needs to act without doing harm. Lives in
 * memory until the case ends; of several, every statement counts and the last says the rest.
 */
public record Concern(Statement statement, Urgency urgency, Protected protect, Handling handling) {
    public Concern {
        requireNonNull(statement);
        requireNonNull(urgency);
        requireNonNull(protect);
        requireNonNull(handling);
    }

    /** Nothing: a log line must never hold a concern. */
    @Override
    public String toString() {
        return "Concern[]";
    }
}
