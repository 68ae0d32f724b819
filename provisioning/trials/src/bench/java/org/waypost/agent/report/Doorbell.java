package org.waypost.agent.report;

/** Wakes a courier for nothing: for a control that speaks when somebody stands at the counter. */
public record Doorbell(Mailbox mailbox) {
    public void ring() {
        mailbox.ring();
    }
}
