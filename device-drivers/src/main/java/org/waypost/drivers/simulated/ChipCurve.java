package org.waypost.drivers.simulated;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.teletrust.TeleTrusTNamedCurves;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** Standardised elliptic curves of ICAO Doc 9303-11, table 6, and the chip's arithmetic on them. */
public enum ChipCurve {
    NIST_P256(12, "P-256"),
    BRAINPOOL_P256(13, "brainpoolP256r1"),
    NIST_P384(15, "P-384"),
    BRAINPOOL_P384(16, "brainpoolP384r1");

    private final int parameterId;
    private final String curveName;

    ChipCurve(int parameterId, String curveName) {
        this.parameterId = parameterId;
        this.curveName = curveName;
    }

    int parameterId() {
        return parameterId;
    }

    /** The name by which the JCA provider knows the curve. */
    String curveName() {
        return curveName;
    }

    X9ECParameters parameters() {
        X9ECParameters brainpool = TeleTrusTNamedCurves.getByName(curveName);
        return brainpool == null ? ECNamedCurveTable.getByName(curveName) : brainpool;
    }

    ECPoint generator() {
        return parameters().getG();
    }

    int fieldBytes() {
        return (parameters().getCurve().getFieldSize() + 7) / 8;
    }

    /** A private key from the chip's randomness, 1..n-1. */
    BigInteger privateKey(ChipRandom random) {
        BigInteger key =
                new BigInteger(1, random.next(fieldBytes())).mod(parameters().getN());
        return key.signum() == 0 ? BigInteger.ONE : key;
    }

    /** A point from its uncompressed form; one that is not on the curve refuses the command with 6A80. */
    ECPoint point(byte[] coded) {
        try {
            ECPoint point = parameters().getCurve().decodePoint(coded);
            if (point.isInfinity()) {
                throw new ChipStatus(ChipStatus.WRONG_PARAMETERS);
            }
            return point;
        } catch (IllegalArgumentException notOnTheCurve) {
            throw new ChipStatus(ChipStatus.WRONG_PARAMETERS);
        }
    }

    /** The x coordinate of a shared point, as long as the field. */
    byte[] secret(ECPoint shared) {
        BigInteger x = shared.normalize().getAffineXCoord().toBigInteger();
        return BigIntegers.asUnsignedByteArray(fieldBytes(), x);
    }

    static byte[] uncompressed(ECPoint point) {
        return point.normalize().getEncoded(false);
    }

    static ChipCurve of(int parameterId) {
        return Arrays.stream(values())
                .filter(curve -> curve.parameterId == parameterId)
                .findFirst()
                .orElseThrow(() -> new ChipStatus(ChipStatus.WRONG_PARAMETERS));
    }
}
