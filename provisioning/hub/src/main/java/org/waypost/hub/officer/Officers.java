package org.waypost.hub.officer;

import java.util.List;
import java.util.Optional;
import org.waypost.hub.casebook.Officer;

/** The enrolled officers. What is done to one, or by one at the door, is recorded in the same transaction. */
public interface Officers {
    /**
     * Enrols an officer, anew if there is one of that name: role and password are replaced.
     *
     * @param by who administers the machine
     */
    void enrol(Account account, Officer by);

    /** Takes an officer's account away, their name stays in the audit; false if there is none. */
    boolean retire(Officer officer, Officer by);

    /** The account of an officer who is enrolled. */
    Optional<Account> find(Officer officer);

    /** Whether nobody is enrolled. */
    boolean none();

    /** Records what an officer did at the door. */
    void record(Passage passage, Officer officer);

    /** The last entries of the audit, the latest first. */
    List<Deed> deeds(int limit);

    /** What is done at the desk's door. */
    enum Passage {
        SIGNED_IN,
        SIGN_IN_REFUSED,
        SIGNED_OUT
    }
}
