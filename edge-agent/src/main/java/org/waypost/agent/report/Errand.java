package org.waypost.agent.report;

/** What a courier does over one connection after another. */
public interface Errand {
    /** Works until the connection ends; returns why it did, in one line for an operator. */
    String over(BrokerSession session) throws InterruptedException;

    /** What has not arrived yet. */
    Outbox.Backlog backlog();
}
