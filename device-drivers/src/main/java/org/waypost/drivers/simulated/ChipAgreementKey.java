package org.waypost.drivers.simulated;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;

/** The static key of chip authentication, ICAO Doc 9303-11, section 6.2: a curve, a cipher, the private number. */
public record ChipAgreementKey(ChipCurve curve, ChipCipher cipher, BigInteger privateKey, int keyId) {
    /** Key identifier in DG14, not the lowest, so that a reader cannot guess it. */
    private static final int USUAL = 7;

    /** A new key. */
    public static ChipAgreementKey drawn(ChipCurve curve, ChipCipher cipher, ChipRandom random) {
        return new ChipAgreementKey(curve, cipher, curve.privateKey(random), USUAL);
    }

    /** The same key under another identifier, 0..127. */
    public ChipAgreementKey numbered(int other) {
        return new ChipAgreementKey(curve, cipher, privateKey, other);
    }

    /** The object identifier id-CA-ECDH-*, section 9.2.2. */
    String oid() {
        return "0.4.0.127.0.7.2.2.3.2." + cipher.suffix();
    }

    ECPoint publicPoint() {
        return curve.generator().multiply(privateKey).normalize();
    }

    /** The shared secret with the terminal's ephemeral key. */
    byte[] secretWith(byte[] theirPoint) {
        return curve.secret(curve.point(theirPoint).multiply(privateKey));
    }
}
