package org.waypost.hub.casebook;

import java.util.List;
import java.util.Optional;

/** The stored cases. What an officer does here is recorded in the same transaction. */
public interface Cases {
    /** At most {@code limit} cases: those that wait first, then the most urgent, then the oldest. */
    List<CaseLine> inbox(int limit);

    /** At most {@code limit} of those that wait longer than they may: the most urgent first, then the oldest. */
    List<CaseLine> late(DutyWindows windows, int limit);

    /** How many those are. */
    long lateCount(DutyWindows windows);

    /** A mark that differs after each change of the inbox. */
    String version();

    /** The line of one case, which tells no more than the inbox. */
    Optional<CaseLine> line(long number);

    /** The case as it is kept, after recording that this officer looks and why; empty if there is none. */
    Optional<CaseFile> look(long number, Officer officer, Reason purpose);

    /** Takes a case on, records it and lets its terminal know; false if it was taken on before or there is none. */
    boolean acknowledge(long number, Officer officer, Reason reason);

    /** Lets the terminal of a case that was taken on know what was decided, and records it. */
    Telling tell(long number, Decision decision);
}
