package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.contract.KeyFile;
import org.waypost.contract.KeySuccession.Former;
import org.waypost.contract.SealedTip;
import org.waypost.contract.Signer;
import org.waypost.contract.TipThread;
import org.waypost.contract.Verifier;
import org.waypost.hub.casebook.CaseRetention;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.tip.TipStore;

/** What needs a former key, whichever database is below it. */
abstract class KeyUseContract extends StoreContract {
    /** Its mark has letters of both cases, for a database that would not tell them apart. */
    private static final Former KEY = new Former(0x4a6b_5c7d, Optional.empty());

    private static final String SEALED = "AUprXHrest";

    private SqlKeyUse use() {
        return new SqlKeyUse(database);
    }

    @Test
    void countsWhatIsSealedToAKeyUntilItIsPurged() {
        cases(database)
                .settle(List.of(
                        accepted(message(UUID.randomUUID(), COUNTER, 1, SEALED)),
                        accepted(message(UUID.randomUUID(), COUNTER, 2, SEALED.toLowerCase(Locale.ROOT))),
                        accepted(message(UUID.randomUUID(), COUNTER, 3, "x" + SEALED))));
        assertEquals(1, use().sealedTo(KEY));
        SealedTip tip = new SealedTip(1, UUID.randomUUID(), SEALED);
        new SqlTips(database, () -> now)
                .keep(List.of(new TipStore.Arrived(tip, new TipThread("A".repeat(22), "A".repeat(43)))));
        assertEquals(2, use().sealedTo(KEY));
        long number = count("select number from report where sequence = 1");
        new SqlCases(database, signer(), () -> now)
                .acknowledge(number, new Officer("Officer Li"), new Reason("taken on"));
        now = now.plus(Duration.ofDays(31));
        Duration month = Duration.ofDays(30);
        Signer signer = new Signer(key());
        new SqlRetention(database, new CaseRetention(month, month, month), signer, () -> now).purge();
        assertEquals(0, use().sealedTo(KEY), "case and tip are purged");
    }

    @Test
    void anAnchorNeedsTheKeyThatSignedIt() throws Exception {
        Verifier other = new Verifier(key().getPublicKeysetHandle());
        assertTrue(use().isAuditSignedBy(other), "nothing was purged yet");
        KeysetHandle key = key();
        SqlIssueNumbers.ofLists(database).take(now, 1);
        now = now.plus(Duration.ofDays(31));
        Duration month = Duration.ofDays(30);
        new SqlRetention(database, new CaseRetention(month, month, month), new Signer(key), () -> now).purge();
        assertFalse(use().isAuditSignedBy(other));
        assertTrue(use().isAuditSignedBy(new Verifier(key.getPublicKeysetHandle())));
    }

    @Test
    void theSignedEndOfTheAuditNeedsTheKeyThatSignedIt() throws Exception {
        KeysetHandle key = key();
        Verifier other = new Verifier(key().getPublicKeysetHandle());
        SqlIssueNumbers.ofLists(database).take(now, 1);
        assertTrue(use().isAuditSignedBy(other), "no end is signed yet");
        new AuditEnd(database).sign(new Signer(key), () -> now);
        assertFalse(use().isAuditSignedBy(other));
        assertTrue(use().isAuditSignedBy(new Verifier(key.getPublicKeysetHandle())));
    }

    @Test
    void aSeriesThatWasEverIssuedNeedsANewIssue() {
        assertTrue(use().isIssuedSince(now));
        SqlIssueNumbers.ofLists(database).take(now.minusMillis(1), 1);
        assertFalse(use().isIssuedSince(now));
        SqlIssueNumbers.ofLists(database).take(now, 1);
        assertTrue(use().isIssuedSince(now));
        SqlIssueNumbers.ofTrustStores(database).take(now.minusMillis(1), 1);
        assertFalse(use().isIssuedSince(now));
    }

    private static KeysetHandle key() {
        try {
            return KeyFile.newSigningKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
