package org.waypost.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustStoreIssueTest {
    @Test
    void isOpenedIfTheHubSignedItAndNotOtherwise() throws GeneralSecurityException {
        var key = KeyFile.newSigningKey();
        SignedTrustStore signed = SignedTrustStore.sign(Specimens.trustStore(), new Signer(key));
        Verifier hub = new Verifier(key.getPublicKeysetHandle());
        assertEquals(Optional.of(Specimens.trustStore()), signed.opened(hub));
        String other = signed.issue().replace("UT", "UU");
        assertEquals(
                Optional.empty(), new SignedTrustStore(SignedTrustStore.FORMAT, other, signed.signature()).opened(hub));
        assertEquals(
                Optional.empty(),
                signed.opened(new Verifier(KeyFile.newSigningKey().getPublicKeysetHandle())));
    }

    @ParameterizedTest
    @CsvSource({"ut,Zg==,DE", "UTO,Zg==,DE", "'',Zg==,DE", "UT,'',DE", "UT,no base64,DE", "UT,Zg==,''"})
    void refusesWhatIsNoCountrySigner(String country, String certificate, String source) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrustStoreIssue.CountrySigner(country, certificate, Specimens.SEEN, source));
    }

    @Test
    void isBounded() {
        var signer = Specimens.trustStore().signers().getFirst();
        var tooMany = Collections.nCopies(TrustStoreIssue.SIGNERS_MAX + 1, signer);
        assertThrows(IllegalArgumentException.class, () -> new TrustStoreIssue(1, Specimens.SEEN, tooMany, List.of()));
        var lists = Collections.nCopies(TrustStoreIssue.REVOCATION_LISTS_MAX + 1, "bGlzdA==");
        assertThrows(IllegalArgumentException.class, () -> new TrustStoreIssue(1, Specimens.SEEN, List.of(), lists));
        assertThrows(
                IllegalArgumentException.class, () -> new TrustStoreIssue(0, Specimens.SEEN, List.of(), List.of()));
    }
}
