package org.waypost.drivers.passport;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.List;
import org.waypost.drivers.simulated.ChipCurve;
import org.waypost.drivers.simulated.ChipSigningKey;
import org.waypost.drivers.simulated.PassportFiles;

/** Keys of chips that prove themselves by a signature, each with the signature of one challenge. */
final class ChipKeys {
    private static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final List<ChipKeys> ALL = List.of(
            new ChipKeys(ChipSigningKey.ecdsa(ChipCurve.NIST_P256), "SHA256withPLAIN-ECDSA"),
            new ChipKeys(ChipSigningKey.ecdsa(ChipCurve.NIST_P256), "SHA256withECDSA"),
            new ChipKeys(ChipSigningKey.ecdsa(ChipCurve.NIST_P256), "SHA384withPLAIN-ECDSA"));

    private final byte[] dg15;
    private final byte[] signature;

    private ChipKeys(ChipSigningKey key, String algorithm) {
        this.dg15 = PassportFiles.dg15(key);
        try {
            Signature signing = Signature.getInstance(algorithm, Asn1.PROVIDER);
            signing.initSign(key.pair().getPrivate());
            signing.update(CHALLENGE);
            this.signature = signing.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ChipKeys of(int index) {
        return ALL.get(index);
    }

    byte[] dg15() {
        return dg15.clone();
    }

    /** Of {@link #challenge()}. */
    byte[] signature() {
        return signature.clone();
    }

    static byte[] challenge() {
        return CHALLENGE.clone();
    }
}
