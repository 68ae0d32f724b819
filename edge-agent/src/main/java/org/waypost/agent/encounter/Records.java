package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import org.waypost.agent.audit.Audit;
import org.waypost.agent.report.Outbox;

/** Where a counter writes down what was done and puts what must go out. */
public record Records(Audit audit, Outbox outbox) {
    public Records {
        requireNonNull(audit);
        requireNonNull(outbox);
    }
}
