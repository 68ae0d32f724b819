package org.waypost.drivers.mrz;

/** What a scanner makes of the bytes so far. */
sealed interface Scan {

    /** Everything but a message. */
    enum Signal implements Scan {
        /** Between messages. */
        NOTHING,
        /** Within a message. */
        GATHERING,
        /** The device confirmed a prompt. */
        CONFIRMED,
        /** The device refused a prompt. */
        REFUSED,
        /** What came is no message. */
        BROKEN
    }

    /** A whole message: the text between the marks. */
    record Message(String text) implements Scan {
        /** No content in logs. */
        @Override
        public String toString() {
            return "Message[" + text.length() + "]";
        }
    }
}
