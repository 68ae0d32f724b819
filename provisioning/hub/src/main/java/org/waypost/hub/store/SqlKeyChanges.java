package org.waypost.hub.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.sql.Savepoint;
import java.time.InstantSource;
import org.waypost.contract.KeyStep;
import org.waypost.contract.KeySuccession;
import org.waypost.hub.casebook.Officer;

/** Changes of keys, each in one transaction with the entry that accounts for it. */
public final class SqlKeyChanges {
    private final Database database;
    private final InstantSource clock;
    private final Officer by;

    /** The changes that one person makes. */
    public SqlKeyChanges(Database database, InstantSource clock, Officer by) {
        this.database = database;
        this.clock = clock;
        this.by = by;
    }

    /**
     * Writes the entry, then makes the step; of one that is not made nothing is written.
     *
     * @param subject which key, or whose
     * @param note name of a single key; may be empty
     */
    public KeySuccession.Step make(Change change, String subject, String note, KeyStep step) {
        var at = clock.instant().truncatedTo(MILLIS);
        Audit.Entry entry = new Audit.Entry(at, by.name(), change.action, subject, note);
        return database.transaction(connection -> {
            Savepoint before = connection.setSavepoint();
            new Audit(database).append(connection, entry);
            KeySuccession.Step made = step.made();
            if (made != KeySuccession.Step.DONE) {
                connection.rollback(before);
            }
            return made;
        });
    }

    /** What is done with a key. */
    public enum Change {
        ADDED(Audit.Action.KEY_ADDED),
        ACTIVATED(Audit.Action.KEY_ACTIVATED),
        RETIRED(Audit.Action.KEY_RETIRED),
        /** Those by which a terminal is known from now on. */
        TAKEN(Audit.Action.TERMINAL_KEYS_TAKEN);

        private final Audit.Action action;

        Change(Audit.Action action) {
            this.action = action;
        }
    }
}
