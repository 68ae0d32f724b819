package org.waypost.agent.report;

import java.util.UUID;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedAcknowledgement;
import org.waypost.contract.SignedHealth;
import org.waypost.contract.StationWord;
import org.waypost.contract.TerminalId;

/** A connection to one broker. For one courier: not safe for use by several threads. */
public interface BrokerSession extends AutoCloseable {
    /** How many messages may be on the way without the broker's acknowledgement, 1 to 10. */
    int window();

    /** Longest message the broker takes, in bytes. */
    int messageMax();

    /** Sends at QoS 1 without waiting; the outcome is left in the mailbox. */
    void publish(SealedReport report);

    /** Sends at QoS 0: nobody answers, and nothing is kept. */
    void tell(SignedHealth health);

    /** Sends what a public station says, at QoS 1 without waiting; the outcome is left under that reference. */
    void say(TerminalId station, UUID reference, StationWord word);

    /** Sends at QoS 0: if it is lost, the notice comes again. */
    void acknowledge(SignedAcknowledgement notice);

    /** Ends the connection within a second; the broker keeps the session. */
    @Override
    void close();
}
