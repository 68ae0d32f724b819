package org.waypost.contract;

import java.util.Optional;

/**
 * The topics of the wire, all of them: a report goes up, its receipt comes down, how the terminal is goes up; what the
 * desk says of a report comes down, and that it was stored goes up; a public station's tips go up, and the desk's
 * answers come down. There is none for a clean encounter (invariant I10) and none towards the list (I9). The last level
 * is the terminal, taken from its certificate.
 *
 * @param kind what travels
 * @param terminal whose it is
 */
public record Topic(Kind kind, TerminalId terminal) {

    public static Topic report(TerminalId terminal) {
        return new Topic(Kind.REPORT, terminal);
    }

    public static Topic receipt(TerminalId terminal) {
        return new Topic(Kind.RECEIPT, terminal);
    }

    public static Topic health(TerminalId terminal) {
        return new Topic(Kind.HEALTH, terminal);
    }

    public static Topic notice(TerminalId terminal) {
        return new Topic(Kind.NOTICE, terminal);
    }

    public static Topic acknowledgement(TerminalId terminal) {
        return new Topic(Kind.ACKNOWLEDGEMENT, terminal);
    }

    public static Topic tip(TerminalId terminal) {
        return new Topic(Kind.TIP, terminal);
    }

    public static Topic answer(TerminalId terminal) {
        return new Topic(Kind.ANSWER, terminal);
    }

    /** The topic a text names; empty if it is none of ours. */
    public static Optional<Topic> parse(String text) {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.prefix)) {
                try {
                    return Optional.of(new Topic(kind, new TerminalId(text.substring(kind.prefix.length()))));
                } catch (IllegalArgumentException notATerminal) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** The topic as MQTT carries it. */
    public String text() {
        return kind.prefix + terminal.value();
    }

    /** What travels on a topic. */
    public enum Kind {
        /** {@link SealedReport}, terminal to hub. */
        REPORT("waypost/1/report/", Way.UP),
        /** {@link SignedReceipt}, hub to terminal. */
        RECEIPT("waypost/1/receipt/", Way.DOWN),
        /** {@link SignedHealth}, terminal to hub. */
        HEALTH("waypost/1/health/", Way.UP),
        /** {@link SignedNotice}, hub to terminal. */
        NOTICE("waypost/1/notice/", Way.DOWN),
        /** {@link SignedAcknowledgement}, terminal to hub. */
        ACKNOWLEDGEMENT("waypost/1/acknowledgement/", Way.UP),
        /** {@link StationWord}, terminal to hub. */
        TIP("waypost/1/tip/", Way.UP),
        /** {@link DeskWord}, hub to terminal. */
        ANSWER("waypost/1/answer/", Way.DOWN);

        private final String prefix;
        private final Way way;

        Kind(String prefix, Way way) {
            this.prefix = prefix;
            this.way = way;
        }

        /** Which way it goes; nobody sends it the other way. */
        public Way way() {
            return way;
        }

        /** The filter that matches this kind for all terminals. */
        public String filter() {
            return prefix + "+";
        }
    }

    /** From whom to whom. */
    public enum Way {
        /** Terminal to hub. */
        UP,
        /** Hub to terminal. */
        DOWN
    }
}
