package org.waypost.hub.officer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.waypost.hub.casebook.Officer;

/**
 * Believes who shows an enrolled officer's password. One password is hashed at a time, which bounds memory. After a
 * refusal the next attempt under that name is looked at only when {@link Slowing} allows; names that nobody has share
 * one turn, and are recorded as one, since what was typed there may be a password. Safe for several threads.
 */
public final class SignIn {
    private final Officers officers;
    private final Slowing slowing;
    private final ReentrantLock turn = new ReentrantLock();
    private final HashedPassword decoy = HashedPassword.of(new Password("no officer's password"));

    /** The door of one store's officers. */
    public SignIn(Officers officers, InstantSource clock) {
        this.officers = officers;
        this.slowing = new Slowing(clock);
    }

    /** Looks at a name and a password as they were typed, and records what came of it. */
    public Outcome attempt(String name, String password) {
        turn.lock();
        try {
            Optional<Account> account = typed(name).flatMap(officers::find);
            Officer turned = account.map(Account::officer).orElse(Account.NOBODY);
            return slowing.wait(turned)
                    .<Outcome>map(Outcome.TooSoon::new)
                    .orElseGet(() -> judge(account, turned, password));
        } finally {
            turn.unlock();
        }
    }

    private static Optional<Officer> typed(String name) {
        try {
            return Optional.of(new Officer(name));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    /** Hashes for a name that nobody has too: the time does not tell which names there are. */
    private Outcome judge(Optional<Account> account, Officer turned, String password) {
        boolean right = matches(account.map(Account::password).orElse(decoy), password);
        if (right && account.isPresent()) {
            slowing.forget(turned);
            officers.record(Officers.Passage.SIGNED_IN, turned);
            return new Outcome.Entered(account.get());
        }
        slowing.refused(turned);
        officers.record(Officers.Passage.SIGN_IN_REFUSED, turned);
        return new Outcome.Refused();
    }

    private static boolean matches(HashedPassword kept, String password) {
        try {
            return kept.matches(new Password(password));
        } catch (IllegalArgumentException noPassword) {
            return false;
        }
    }

    /** What came of an attempt. */
    public sealed interface Outcome {
        /** This officer is at the desk. */
        record Entered(Account account) implements Outcome {}

        /** No such name, or another password; which of them is not said. */
        record Refused() implements Outcome {}

        /** Not looked at: there were refusals, try again after that time. */
        record TooSoon(Duration left) implements Outcome {}
    }
}
