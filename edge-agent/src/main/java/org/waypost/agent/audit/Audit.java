package org.waypost.agent.audit;

/** Where what was done is written down. Safe for use by several threads. */
public interface Audit {

    /**
     * Appends one event; it is on disk when this returns.
     *
     * @throws org.waypost.agent.store.StoreFailure if it cannot be written: what is not accounted for must not go on
     */
    void append(AuditEvent event);
}
