package org.waypost.hub.fleet;

import java.time.Instant;
import java.util.List;
import org.waypost.contract.TerminalId;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;

/** Which terminals are in quarantine, for all hubs of one store; each begin and end is in the audit. */
public interface Quarantines {
    /** Those that stand. */
    List<Quarantine> all();

    /** Begins each, unless one of that terminal stands; all of them or none. */
    void begin(List<Quarantine> begun);

    /** Ends one in the name of an officer; false if none stands. */
    boolean end(TerminalId terminal, Officer officer, Reason reason);

    /**
     * One terminal's.
     *
     * @param since when it began, in whole milliseconds
     */
    record Quarantine(TerminalId terminal, Instant since, Cause cause) {}

    /** Why. */
    enum Cause {
        /** It sent too much that is not its own. */
        FAULTS,
        /** It sent more than any honest terminal has. */
        FLOOD
    }
}
