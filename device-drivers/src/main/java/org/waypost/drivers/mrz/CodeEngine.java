package org.waypost.drivers.mrz;

import java.time.Duration;
import java.util.Optional;

/** The kinds of scan engine, by the way they are triggered. All run at 9600 baud, 8N1 unless set otherwise. */
public enum CodeEngine {
    /** GM65, GM67, GM861: framed commands with CRC-16/CCITT, each answered; text ends with CR. */
    GM65("7E000801000201" + "02DA", "7E000801000200" + "12FB", Prompt.Reply.EXPECTED),
    /**
     * Newland and ZEBEX style: {@code ~SOH0000#SCNTRG1;ETX}, answered with a status byte; text ends with CR. Untested.
     */
    NEWLAND("7E01303030302353434E545247313B03", "7E01303030302353434E545247303B03", Prompt.Reply.EXPECTED),
    /** Honeywell and Metrologic style: SYN T CR, SYN U CR, not answered; text may end with CR. Untested. */
    HONEYWELL("16540D", "16550D", Prompt.Reply.NONE),
    /** Any engine that looks by itself; text may end with CR. */
    CONTINUOUS("", "", Prompt.Reply.NONE);

    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final String trigger;
    private final String stop;
    private final Prompt.Reply reply;

    CodeEngine(String trigger, String stop, Prompt.Reply reply) {
        this.trigger = trigger;
        this.stop = stop;
        this.reply = reply;
    }

    /** What makes the engine look for one code. */
    public Optional<Prompt> trigger() {
        return prompt(trigger);
    }

    /** What makes it stop. */
    public Optional<Prompt> stop() {
        return prompt(stop);
    }

    /** Whether a text without CR is torn. */
    boolean terminates() {
        return reply == Prompt.Reply.EXPECTED;
    }

    private Optional<Prompt> prompt(String hex) {
        return hex.isEmpty() ? Optional.empty() : Optional.of(new Prompt(hex, AGAIN, reply));
    }
}
