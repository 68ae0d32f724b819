package org.waypost.drivers.simulated;

import java.math.BigInteger;
import java.security.MessageDigest;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * PACE with elliptic curves and generic mapping, the chip's side: ICAO Doc 9303-11, section 4.4. The four steps of
 * GENERAL AUTHENTICATE in their order; any other order refuses with 6985.
 */
final class ChipPace {
    private final ChipCipher cipher;
    private final ChipCurve curve;
    private final byte[] oid;
    private final byte[] password;
    private final ChipRandom random;
    private byte @Nullable [] nonce;
    private @Nullable ECPoint generator;
    private @Nullable ECPoint ourKey;
    private @Nullable ECPoint theirKey;
    private byte @Nullable [] secret;

    /** @param password the shared password K of table 2: hash of the MRZ information, or the CAN's characters */
    ChipPace(ChipPaceVariant variant, byte[] oid, byte[] password, ChipRandom random) {
        this.cipher = variant.cipher();
        this.curve = variant.curve();
        this.oid = oid;
        this.password = password;
        this.random = random;
    }

    /** One step: takes the content of object 7C, gives that of the answer. */
    byte[] step(byte[] content) {
        if (content.length == 0) {
            return encryptedNonce();
        }
        ChipTlv object = ChipTlv.all(content).getFirst();
        return switch (object.tag()) {
            case 0x81 -> mapped(curve.point(object.value()));
            case 0x83 -> agreed(curve.point(object.value()));
            case 0x85 -> confirmed(object.value());
            default -> throw new ChipStatus(ChipStatus.WRONG_PARAMETERS);
        };
    }

    /** The channel after the fourth step. */
    ChipSecureChannel channel() {
        return ChipSecureChannel.fresh(cipher, required(secret));
    }

    private byte[] encryptedNonce() {
        byte[] fresh = random.next(16);
        nonce = fresh;
        byte[] key = cipher.derive(password, ChipCipher.FOR_PASSWORD);
        return ChipTlv.of(0x80, cipher.encrypt(key, new byte[cipher.block()], fresh));
    }

    /** G~ = s * G + H, section 4.4.3.3.1. */
    private byte[] mapped(ECPoint theirs) {
        BigInteger s = new BigInteger(1, required(nonce));
        BigInteger ours = curve.privateKey(random);
        generator = curve.generator().multiply(s).add(theirs.multiply(ours)).normalize();
        return ChipTlv.of(0x82, ChipCurve.uncompressed(curve.generator().multiply(ours)));
    }

    private byte[] agreed(ECPoint theirs) {
        BigInteger ours = curve.privateKey(random);
        ECPoint key = required(generator).multiply(ours).normalize();
        ourKey = key;
        theirKey = theirs;
        secret = curve.secret(theirs.multiply(ours));
        return ChipTlv.of(0x84, ChipCurve.uncompressed(key));
    }

    private byte[] confirmed(byte[] token) {
        byte[] macKey = cipher.derive(required(secret), ChipCipher.FOR_MAC);
        if (!MessageDigest.isEqual(token, token(macKey, required(ourKey)))) {
            throw new ChipStatus(ChipStatus.AUTHENTICATION_FAILED);
        }
        return ChipTlv.of(0x86, token(macKey, required(theirKey)));
    }

    /** Section 4.4.3.4: a MAC over object 7F49 with the other side's key. */
    private byte[] token(byte[] macKey, ECPoint key) {
        byte[] object = ChipTlv.of(0x7F49, ChipTlv.of(0x06, oid), ChipTlv.of(0x86, ChipCurve.uncompressed(key)));
        return cipher.mac(macKey, cipher == ChipCipher.TRIPLE_DES ? cipher.padded(object) : object);
    }

    private static <T> T required(@Nullable T earlier) {
        if (earlier == null) {
            throw new ChipStatus(ChipStatus.CONDITIONS_NOT_SATISFIED);
        }
        return earlier;
    }
}
