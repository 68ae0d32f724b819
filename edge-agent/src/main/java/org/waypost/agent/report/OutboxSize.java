package org.waypost.agent.report;

import org.waypost.contract.CaseReport.Urgency;

/**
 * How much an outbox may hold.
 *
 * @param bytes of all messages kept, from {@value #SMALLEST}; the last {@value #RESERVE} take no report of urgency
 *     OTHER
 */
public record OutboxSize(long bytes) {
    /** 64 MiB: about 20,000 reports of 3 kB. */
    public static final long USUAL = 64L * 1024 * 1024;

    /** 5 MiB kept free for danger now and for children. */
    public static final long RESERVE = 5L * 1024 * 1024;

    /** 6 MiB: the reserve and some room beside it. */
    public static final long SMALLEST = 6L * 1024 * 1024;

    public OutboxSize {
        if (bytes < SMALLEST) {
            throw new IllegalArgumentException("an outbox holds at least " + SMALLEST + " bytes");
        }
    }

    /** Whether a message of {@code more} bytes may join {@code held} bytes. */
    boolean takes(Urgency urgency, long held, long more) {
        long limit = switch (urgency) {
            case DANGER_NOW, CHILD -> bytes;
            case OTHER -> bytes - RESERVE;
        };
        return held + more <= limit;
    }
}
