package org.waypost.agent.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.waypost.contract.SignedAnswer;

/**
 * The desk's answers to all tips, as every station keeps them until somebody comes with a code. What lies here cannot
 * be read without one. Safe for use by several threads.
 *
 * @see org.waypost.agent.store.StoreFailure thrown by every method when the disk fails
 */
public interface AnswerShelf {
    /** How long an answer waits for who it is for. */
    Duration KEPT = Duration.ofDays(90);

    /** Number of the last answer; 0 before the first. */
    long last();

    /** Keeps an answer that follows on what is here; false if it is here already or one before it is missing. */
    boolean put(SignedAnswer answer);

    /** The answers of one thread, oldest first. */
    List<Kept> of(String handle);

    /** Lets go of what is older than {@link #KEPT}. */
    void tidy();

    /**
     * One answer.
     *
     * @param hour when the desk gave it
     * @param sealed for who holds the code
     */
    record Kept(Instant hour, String sealed) {}
}
