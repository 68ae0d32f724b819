package org.waypost.agent.report;

/** The way to the brokers of a terminal. For one courier: not safe for use by several threads. */
public interface BrokerLink {

    /**
     * Tries the next broker of the list, once: connects, then subscribes to the terminal's receipts and notices. Takes
     * 25 s at most and ends at once when interrupted; what happens later is left in the mailbox.
     */
    Attempt connect(Mailbox mailbox) throws InterruptedException;

    /** What became of a try. */
    sealed interface Attempt {
        /** Connected to {@code broker}; the caller closes the session. */
        record Connected(String broker, BrokerSession session) implements Attempt {}

        /** Not connected; {@code reason} is one line for an operator. */
        record Failed(String broker, String reason) implements Attempt {}
    }
}
