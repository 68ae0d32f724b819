package org.waypost.agent.report;

import java.util.UUID;
import org.waypost.contract.DeskWord;
import org.waypost.contract.SignedNotice;
import org.waypost.contract.SignedReceipt;

/** What wakes the courier. */
sealed interface LinkEvent {
    /** A report may have been put. */
    record Rung() implements LinkEvent {}

    /** The broker took a message. */
    record Taken(UUID report) implements LinkEvent {}

    /** The broker did not take a message; the reason code is MQTT 5's (section 3.4.2.1), 16 or 128 to 255. */
    record NotTaken(UUID report, int code) implements LinkEvent {
        /** No matching subscribers: no hub is connected there. */
        static final int NOBODY_LISTENS = 16;
    }

    /** A receipt, not yet checked. */
    record Arrived(SignedReceipt receipt) implements LinkEvent {}

    /** A notice, not yet checked. */
    record Noticed(SignedNotice notice) implements LinkEvent {}

    /** What the hub says to a station, not yet checked. */
    record Said(DeskWord word) implements LinkEvent {}

    /** Something that is none of these. */
    record Unreadable(String reason) implements LinkEvent {}

    /** The connection is gone. */
    record Lost(String reason) implements LinkEvent {}
}
