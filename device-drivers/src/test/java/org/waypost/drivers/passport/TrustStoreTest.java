package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.waypost.drivers.passport.PassportBench.NOW;
import static org.waypost.drivers.passport.PassportBench.UTOPIA;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.simulated.PassportAuthority;

class TrustStoreTest {
    private static final PassportAuthority OTHER = PassportAuthority.founded("XX", NOW);
    private static final PassportAuthority NAMELESS = PassportAuthority.founded("YY", NOW);
    private static final KeyPair HUB = ed25519();

    private static KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static TrustStore store(long version) {
        var certificates = List.of(UTOPIA.certificate(), OTHER.certificate());
        return new TrustStore(version, NOW, certificates, List.of(PassportBench.freshList()));
    }

    private static TrustStore opened(byte[] sealed, long known) {
        return assertInstanceOf(
                        SignedTrustStore.Opening.Opened.class, SignedTrustStore.open(sealed, HUB.getPublic(), known))
                .store();
    }

    private static void assertRefused(SignedTrustStore.Reason reason, byte[] sealed, long known) {
        assertEquals(
                new SignedTrustStore.Opening.Refused(reason), SignedTrustStore.open(sealed, HUB.getPublic(), known));
    }

    @Test
    void travelsWhole() {
        TrustStore arrived = opened(SignedTrustStore.seal(store(7), HUB.getPrivate()), 7);
        assertEquals(7, arrived.version());
        assertEquals(NOW, arrived.issued());
        assertEquals(2, arrived.size());
        assertEquals(1, arrived.revocationsOf("UT").size());
        assertArrayEquals(UTOPIA.certificate(), arrived.certificates().getFirst());
    }

    @Test
    void refusesAnOlderOne() {
        byte[] sealed = SignedTrustStore.seal(store(7), HUB.getPrivate());
        assertRefused(SignedTrustStore.Reason.OLDER_THAN_KNOWN, sealed, 8);
    }

    @Test
    void refusesWhatItWouldNotHaveSealedItself() throws GeneralSecurityException {
        byte[] sealed = SignedTrustStore.seal(store(7), HUB.getPrivate());
        byte[] content = Arrays.copyOf(sealed, sealed.length - 64);
        byte[] longer = Arrays.copyOf(content, content.length + 1);
        byte[] negative = Arrays.copyOf(content, 29);
        Arrays.fill(negative, 21, 29, (byte) -1);
        assertRefused(SignedTrustStore.Reason.FORMAT_UNKNOWN, signed(longer), 0);
        assertRefused(SignedTrustStore.Reason.FORMAT_UNKNOWN, signed(negative), 0);
        assertEquals(7, opened(signed(content), 0).version());
    }

    private static byte[] signed(byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(HUB.getPrivate());
        signature.update(content);
        byte[] sealed = Arrays.copyOf(content, content.length + 64);
        System.arraycopy(signature.sign(), 0, sealed, content.length, 64);
        return sealed;
    }

    @Test
    void refusesAnotherSignerAndEveryChange() {
        byte[] foreign = SignedTrustStore.seal(store(7), ed25519().getPrivate());
        assertRefused(SignedTrustStore.Reason.SIGNATURE_WRONG, foreign, 0);
        byte[] sealed = SignedTrustStore.seal(store(7), HUB.getPrivate());
        Random random = new Random(20261123);
        for (int i = 0; i < 100; i++) {
            byte[] changed = sealed.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertRefused(SignedTrustStore.Reason.SIGNATURE_WRONG, changed, 0);
        }
        assertRefused(SignedTrustStore.Reason.SIGNATURE_WRONG, new byte[10], 0);
    }

    @Test
    void readsAMasterListOfThePinnedIssuer() {
        byte[] list = UTOPIA.masterList(List.of(UTOPIA.certificate(), OTHER.certificate(), NAMELESS.certificate()));
        var read = assertInstanceOf(MasterList.Result.Read.class, MasterList.read(list, UTOPIA.certificate()));
        assertEquals(3, read.certificates().size());
        assertEquals(0, read.unusable());
        assertEquals(3, new TrustStore(1, NOW, read.certificates(), List.of()).size());
    }

    @Test
    void refusesAMasterListThatOnlyVouchesForItself() {
        byte[] list = OTHER.masterList(List.of(OTHER.certificate(), UTOPIA.certificate()));
        assertEquals(
                new MasterList.Result.Refused(MasterList.Reason.ISSUER_UNKNOWN),
                MasterList.read(list, UTOPIA.certificate()));
    }

    @Test
    void refusesWhatIsNoMasterListOrWasChanged() {
        var none = new MasterList.Result.Refused(MasterList.Reason.NOT_A_MASTER_LIST);
        assertEquals(none, MasterList.read(new byte[0], UTOPIA.certificate()));
        byte[] list = UTOPIA.masterList(List.of(UTOPIA.certificate(), OTHER.certificate()));
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] changed = list.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            refused += MasterList.read(changed, UTOPIA.certificate()) instanceof MasterList.Result.Refused ? 1 : 0;
        }
        assertEquals(true, refused > 290, "refused " + refused);
    }
}
