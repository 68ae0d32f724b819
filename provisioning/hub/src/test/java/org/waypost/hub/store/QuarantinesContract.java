package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.contract.TerminalId;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.fleet.Quarantines;
import org.waypost.hub.fleet.Quarantines.Cause;
import org.waypost.hub.fleet.Quarantines.Quarantine;

/** Quarantines, whichever database is below them. */
abstract class QuarantinesContract extends StoreContract {
    @Test
    void keepsOneOfEachTerminalUntilItIsEndedAndRecordsBoth() {
        Quarantines store = new SqlQuarantines(database, () -> now);
        Quarantine first = new Quarantine(COUNTER, START, Cause.FAULTS);
        Quarantine other = new Quarantine(new TerminalId("counter-2"), START, Cause.FLOOD);
        store.begin(List.of(first, other));
        store.begin(List.of(new Quarantine(COUNTER, START.plusSeconds(9), Cause.FLOOD)));
        reopen();
        Quarantines again = new SqlQuarantines(database, () -> now);
        assertEquals(List.of(first, other), again.all());
        assertEquals(2, auditEntries());
        assertTrue(again.end(COUNTER, new Officer("Li"), new Reason("looked at")));
        assertFalse(again.end(COUNTER, new Officer("Li"), new Reason("looked at")));
        assertEquals(List.of(other), again.all());
        assertEquals(3, auditEntries());
        assertEquals(1, count("select count(*) from audit where actor = 'Li' and note = 'looked at'"));
    }
}
