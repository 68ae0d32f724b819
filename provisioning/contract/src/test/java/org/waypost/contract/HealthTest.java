package org.waypost.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthTest {
    private Signer own;
    private Verifier known;

    @BeforeEach
    void key() throws GeneralSecurityException {
        var key = KeyFile.newSigningKey();
        own = new Signer(key);
        known = new Verifier(key.getPublicKeysetHandle());
    }

    @Test
    void isOpenedAsItWasSigned() {
        assertEquals(
                Optional.of(Specimens.health()),
                SignedHealth.sign(Specimens.health(), own).opened(known));
    }

    @Test
    void isNotOpenedIfAnotherSignedItOrItWasChanged() throws GeneralSecurityException {
        SignedHealth signed = SignedHealth.sign(Specimens.health(), own);
        assertEquals(
                Optional.empty(),
                signed.opened(new Verifier(KeyFile.newSigningKey().getPublicKeysetHandle())));
        String better = signed.health().replace("ABSENT", "FAULTY");
        assertEquals(
                Optional.empty(), new SignedHealth(1, signed.terminal(), better, signed.signature()).opened(known));
        assertEquals(
                Optional.empty(),
                new SignedHealth(1, new TerminalId("counter-2"), signed.health(), signed.signature()).opened(known));
    }

    @Test
    void isNotOpenedIfItsTextIsNoHealthOrNamesAnotherTerminal() {
        assertEquals(Optional.empty(), signedText("{}").opened(known));
        assertEquals(
                Optional.empty(),
                signedText(Codec.write(Specimens.health()).replace("counter-1", "counter-2"))
                        .opened(known));
    }

    private SignedHealth signedText(String text) {
        String signature = own.sign("waypost-health-1\ncounter-1\n" + text);
        return new SignedHealth(1, Specimens.TERMINAL, text, signature);
    }

    /** A finer time or a state that a use changes would tell when somebody was at the counter. */
    @Test
    void takesWholeHoursOnlyAndNoMomentOfADeviceThatWorks() {
        Instant fine = Specimens.SEEN;
        assertThrows(
                IllegalArgumentException.class,
                () -> new Health(Specimens.TERMINAL, fine, Optional.empty(), Optional.empty(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> device(Health.Condition.FAULTY, Optional.of(fine)));
        assertThrows(
                IllegalArgumentException.class,
                () -> device(
                        Health.Condition.WORKING, Optional.of(Specimens.health().hour())));
        assertThrows(IllegalArgumentException.class, () -> device(Health.Condition.ABSENT, Optional.empty()));
    }

    @Test
    void numbersTrustStoresFromOne() {
        Instant hour = Specimens.health().hour();
        assertThrows(
                IllegalArgumentException.class,
                () -> new Health(Specimens.TERMINAL, hour, Optional.empty(), Optional.of(0L), List.of()));
    }

    @Test
    void holdsNoMoreDevicesThanItsLimit() {
        Health.Device device = device(Health.Condition.WORKING, Optional.empty());
        Instant hour = Specimens.health().hour();
        List<Health.Device> most = Collections.nCopies(Health.DEVICES_MAX, device);
        Health full = new Health(Specimens.TERMINAL, hour, Optional.empty(), Optional.of(Long.MAX_VALUE), most);
        assertEquals(
                Optional.of(full), SignedHealth.sign(full, own).opened(known), "the longest fits into its message");
        assertThrows(
                IllegalArgumentException.class,
                () -> new Health(
                        Specimens.TERMINAL,
                        hour,
                        Optional.empty(),
                        Optional.empty(),
                        Collections.nCopies(Health.DEVICES_MAX + 1, device)));
    }

    private static Health.Device device(Health.Condition condition, Optional<Instant> since) {
        return new Health.Device(
                Health.Kind.FINGERPRINT_MODULE,
                "n".repeat(40),
                condition,
                since,
                Health.Remedy.NONE,
                Health.Identity.NOT_COMPARED);
    }
}
