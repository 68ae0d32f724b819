package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.officer.Account;
import org.waypost.hub.officer.Deed;
import org.waypost.hub.officer.HashedPassword;
import org.waypost.hub.officer.Officers;
import org.waypost.hub.officer.Password;
import org.waypost.hub.officer.Role;

/** Accounts of officers, whichever database is below them. */
abstract class OfficersContract extends StoreContract {
    private static final Officer LI = new Officer("Li");
    private static final Officer ADMINISTRATOR = new Officer("system user root");

    private static Account account(Role role, String password) {
        return new Account(LI, role, HashedPassword.of(new Password(password)));
    }

    @Test
    void enrolsReplacesAndRetiresAndRecordsEach() {
        Officers officers = new SqlOfficers(database, () -> now);
        assertTrue(officers.none());
        assertEquals(Optional.empty(), officers.find(LI));
        for (Role role : Role.values()) {
            Account account = account(role, "a password of " + role);
            officers.enrol(account, ADMINISTRATOR);
            reopen();
            officers = new SqlOfficers(database, () -> now);
            assertEquals(Optional.of(account), officers.find(LI));
            assertFalse(officers.none());
            assertEquals(List.of(deed("OFFICER_ENROLLED", role.name())), officers.deeds(1));
        }
        assertEquals(Optional.empty(), officers.find(new Officer("li")), "a name is that name");
        assertTrue(officers.retire(LI, ADMINISTRATOR));
        assertFalse(officers.retire(LI, ADMINISTRATOR));
        assertEquals(Optional.empty(), officers.find(LI));
        assertTrue(officers.none());
        assertEquals(List.of(deed("OFFICER_RETIRED", "")), officers.deeds(1));
        assertEquals(Role.values().length + 1, auditEntries());
    }

    private Deed deed(String action, String note) {
        return new Deed(now, ADMINISTRATOR.name(), action, LI.name(), note);
    }

    @Test
    void recordsWhatIsDoneAtTheDoor() {
        Officers officers = new SqlOfficers(database, () -> now);
        for (Officers.Passage passage : Officers.Passage.values()) {
            officers.record(passage, LI);
            assertEquals(List.of(new Deed(now, "Li", passage.name(), "desk", "")), officers.deeds(1));
        }
        assertEquals(Officers.Passage.values().length, auditEntries());
    }
}
