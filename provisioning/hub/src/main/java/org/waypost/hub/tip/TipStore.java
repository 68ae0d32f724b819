package org.waypost.hub.tip;

import java.time.Instant;
import java.util.List;
import org.waypost.contract.SealedTip;
import org.waypost.contract.SignedTipReceipt.Outcome;
import org.waypost.contract.TipThread;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;

/** Keeps tips and answers. Whole hours are all it knows of time. Safe for use by several threads. */
public interface TipStore {
    /** Most tips that are kept; more wait at their stations. */
    int TIPS_MAX = 50_000;

    /**
     * Keeps each tip, once, all of it or nothing: another tip under a known id is refused, and so is one that would
     * bring another key into a thread.
     *
     * @return what became of each, in the order of the batch
     */
    List<Outcome> keep(List<Arrived> batch);

    /** At most {@code limit} threads: those that wait for an answer first, then the latest. */
    List<TipLine> threads(int limit);

    /** The tips of a thread, earliest hour first, after recording that this officer looks and why. */
    List<Kept> look(String handle, Officer officer, Reason purpose);

    /** A tip of a thread, to know its key by; nothing is shown of it, nothing recorded. Empty if there is none. */
    List<Kept> tips(String handle);

    /** Keeps an answer, records that it was given, and marks the thread as answered; false if there is no thread. */
    boolean answer(String handle, String sealed, Officer officer);

    /** The answers of a thread, oldest first. */
    List<Given> answers(String handle);

    /** At most {@code limit} answers with higher numbers than this, of all threads, in their order. */
    List<Given> answersAfter(long number, int limit);

    /**
     * A tip on its way in.
     *
     * @param tip as it came
     * @param thread as it says under its seal
     */
    record Arrived(SealedTip tip, TipThread thread) {}

    /**
     * A tip as it is kept.
     *
     * @param hour in which it arrived
     */
    record Kept(Instant hour, SealedTip tip) {}

    /**
     * An answer.
     *
     * @param previous number of the one before it, of all threads; 0 for none
     */
    record Given(long number, long previous, Instant hour, String handle, String sealed) {}
}
