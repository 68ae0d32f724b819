package org.waypost.agent.report;

import java.io.IOException;
import java.sql.Savepoint;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.audit.SignedHeads;
import org.waypost.agent.audit.SqliteAudit;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.KeyStep;
import org.waypost.contract.KeySuccession;
import org.waypost.contract.KeySuccession.Former;
import org.waypost.contract.KeySuccession.Step;

/**
 * How the terminal's own key is changed, each step in one transaction with its audit event. What is queued stays signed
 * with the key it was signed with, so a former one is needed until the hub has answered.
 *
 * @param by pseudonym of the person who does it, 1 to 40 characters
 */
public record SigningKeys(TerminalStore store, KeySuccession keys, InstantSource clock, String by) {

    /** A key waits from now on: nothing is signed with it yet. */
    public Step add() {
        return make(Action.SIGNING_KEY_ADDED, "", keys::add);
    }

    /** Signs with the waiting key from now on. */
    public Step activate() {
        return make(Action.SIGNING_KEY_ACTIVATED, "", () -> keys.activate(clock.instant()));
    }

    /** Those that another one followed, oldest first, and what needs each. */
    public List<Use> former() throws IOException {
        List<Use> uses = new ArrayList<>();
        for (Former key : keys.former()) {
            uses.add(store.transaction(in -> new Use(
                    key,
                    new OutboxTable(in).waitingSigned(key.signature()),
                    SignedHeads.anySigned(in, key.signature()))));
        }
        return uses;
    }

    /** Takes a former key away for good. */
    public void remove(Former key) {
        make(Action.SIGNING_KEY_RETIRED, key.name(), () -> {
            keys.remove(key);
            return Step.DONE;
        });
    }

    /** Of a step that is not made nothing is written down. */
    private Step make(Action action, String detail, KeyStep step) {
        AuditEvent event = new AuditEvent(clock.instant(), by, action, UUID.randomUUID(), detail);
        return store.transaction(in -> {
            Savepoint before = in.setSavepoint();
            SqliteAudit.append(in, event);
            Step made = step.made();
            if (made != Step.DONE) {
                in.rollback(before);
            }
            return made;
        });
    }

    /**
     * What a former key is needed for.
     *
     * @param waiting messages signed with it that the hub has not answered
     * @param audit whether the audit has a head or an anchor signed with it
     */
    public record Use(Former key, long waiting, boolean audit) {}
}
