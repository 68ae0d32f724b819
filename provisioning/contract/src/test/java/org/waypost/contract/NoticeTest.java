package org.waypost.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private static final Notice NOTICE = new Notice(Specimens.ID, 2, Progress.ACTED_ON, Specimens.SEEN);

    private final KeysetHandle key = KeyFile.newSigningKey();
    private final KeysetHandle stranger = KeyFile.newSigningKey();

    NoticeTest() throws GeneralSecurityException {}

    private static Verifier of(KeysetHandle key) throws GeneralSecurityException {
        return new Verifier(key.getPublicKeysetHandle());
    }

    @Test
    void countsOnlyAsTheHubSignedIt() throws GeneralSecurityException {
        SignedNotice signed = SignedNotice.sign(Specimens.TERMINAL, NOTICE, new Signer(key));
        assertTrue(signed.signedBy(of(key)));
        assertFalse(signed.signedBy(of(stranger)));
        for (Notice other : new Notice[] {
            new Notice(UUID.randomUUID(), 2, Progress.ACTED_ON, Specimens.SEEN),
            new Notice(Specimens.ID, 3, Progress.ACTED_ON, Specimens.SEEN),
            new Notice(Specimens.ID, 2, Progress.NO_GROUND_FOUND, Specimens.SEEN),
            new Notice(Specimens.ID, 2, Progress.ACTED_ON, Specimens.SEEN.plusSeconds(1))
        }) {
            assertFalse(new SignedNotice(1, Specimens.TERMINAL, other, signed.signature()).signedBy(of(key)));
        }
        assertFalse(new SignedNotice(1, new TerminalId("counter-2"), NOTICE, signed.signature()).signedBy(of(key)));
    }

    @Test
    void isAcknowledgedByItsTerminalForItsNumber() throws GeneralSecurityException {
        SignedNotice notice = SignedNotice.sign(Specimens.TERMINAL, NOTICE, new Signer(stranger));
        SignedAcknowledgement signed = SignedAcknowledgement.sign(notice, new Signer(key));
        assertEquals(2, signed.number());
        assertTrue(signed.signedBy(of(key)));
        assertFalse(signed.signedBy(of(stranger)));
        assertFalse(new SignedAcknowledgement(1, signed.terminal(), signed.report(), 3, signed.signature())
                .signedBy(of(key)));
    }

    @Test
    void hasANumberWithinItsLimit() {
        for (long number : new long[] {0, -1, Notice.NUMBER_MAX + 1}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Notice(Specimens.ID, number, Progress.QUESTION, Specimens.SEEN));
        }
    }
}
