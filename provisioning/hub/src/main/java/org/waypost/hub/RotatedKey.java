package org.waypost.hub;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import org.waypost.contract.KeySuccession;
import org.waypost.contract.KeySuccession.Former;
import org.waypost.hub.store.SqlKeyUse;

/** The keys of a hub that are changed by the day, each with what is to be done with the new one. */
enum RotatedKey {
    /** What terminals seal to. */
    DESK(
            "copy the private file to every other hub of this site, then --activate",
            "take the public file to every terminal and station; what was sealed before is opened as before") {
        @Override
        Path file(HubSettings.Keys keys) {
            return keys.desk();
        }

        @Override
        Optional<String> need(KeySuccession keys, Former key, Instant followed, SqlKeyUse store) {
            long sealed = store.sealedTo(key);
            return sealed == 0
                    ? Optional.empty()
                    : Optional.of(
                            sealed + " stored reports and tips are sealed to it; when they are purged, do this again");
        }
    },

    /** What hubs sign receipts with. */
    RECEIPT(
            "take the public file to every terminal and station, then --activate",
            "copy the private file to every other hub of this site; terminals need nothing") {
        @Override
        Path file(HubSettings.Keys keys) {
            return keys.receipt();
        }

        @Override
        Optional<String> need(KeySuccession keys, Former key, Instant followed, SqlKeyUse store)
                throws GeneralSecurityException {
            return store.isAuditSignedBy(keys.verifierWithout(key))
                    ? Optional.empty()
                    : Optional.of(
                            "the audit's anchor or its end is signed with it; when the hub has purged again, do this again");
        }
    },

    /** What lists and country signers are signed with. */
    LIST(
            "take the public file to every terminal, then --activate",
            "issue-list and issue-trust-store, and take what they make to every terminal") {
        @Override
        Path file(HubSettings.Keys keys) {
            return keys.list();
        }

        @Override
        Optional<String> need(KeySuccession keys, Former key, Instant followed, SqlKeyUse store) {
            return store.isIssuedSince(followed)
                    ? Optional.empty()
                    : Optional.of("a list or trust store in use is signed with it; issue both anew, take them to every"
                            + " terminal, do this again");
        }
    };

    private final String added;
    private final String activated;

    RotatedKey(String added, String activated) {
        this.added = added;
        this.activated = activated;
    }

    /** Where the private set is. */
    abstract Path file(HubSettings.Keys keys);

    /** What would be lost without a former key, and the next step; empty if nothing. */
    abstract Optional<String> need(KeySuccession keys, Former key, Instant followed, SqlKeyUse store)
            throws GeneralSecurityException;

    /** The step after one was added. */
    String added() {
        return added;
    }

    /** The step after it was made the primary one. */
    String activated() {
        return activated;
    }
}
