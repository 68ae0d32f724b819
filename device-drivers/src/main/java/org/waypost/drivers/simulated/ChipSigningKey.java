package org.waypost.drivers.simulated;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The key of active authentication, ICAO Doc 9303-11, section 6.1: ECDSA, or RSA with ISO/IEC 9796-2 scheme 1. */
public record ChipSigningKey(KeyPair pair) {
    private static final int DIGEST_AND_FRAME = 32 + 3;

    /** A new ECDSA key on a curve. */
    public static ChipSigningKey ecdsa(ChipCurve curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
            generator.initialize(new ECGenParameterSpec(curve.curveName()));
            return new ChipSigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException unknownCurve) {
            throw new IllegalStateException(unknownCurve);
        }
    }

    /** A new RSA key of 2048 bits. */
    public static ChipSigningKey rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new ChipSigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean isRsa() {
        return pair.getPrivate().getAlgorithm().equals("RSA");
    }

    /** A key of the same kind that is not this one. */
    ChipSigningKey another() {
        return isRsa() ? rsa() : ecdsa(ChipCurve.NIST_P256);
    }

    /** The answer to INTERNAL AUTHENTICATE. */
    byte[] sign(byte[] challenge, boolean der) {
        try {
            return isRsa() ? signByRsa(challenge) : signByEcdsa(challenge, der);
        } catch (GeneralSecurityException | CryptoException | IOException brokenKey) {
            throw new IllegalStateException(brokenKey);
        }
    }

    private byte[] signByEcdsa(byte[] challenge, boolean der) throws GeneralSecurityException {
        String name = der ? "SHA256withECDSA" : "SHA256withPLAIN-ECDSA";
        Signature signature = Signature.getInstance(name, new BouncyCastleProvider());
        signature.initSign(pair.getPrivate());
        signature.update(challenge);
        return signature.sign();
    }

    private byte[] signByRsa(byte[] challenge) throws CryptoException, IOException {
        RSAKeyParameters key =
                (RSAKeyParameters) PrivateKeyFactory.createKey(pair.getPrivate().getEncoded());
        ISO9796d2Signer signer = new ISO9796d2Signer(new RSAEngine(), new SHA256Digest(), false);
        signer.init(true, key);
        byte[] recoverable = new byte[key.getModulus().bitLength() / 8 - DIGEST_AND_FRAME];
        new SecureRandom().nextBytes(recoverable);
        signer.update(recoverable, 0, recoverable.length);
        signer.update(challenge, 0, challenge.length);
        return signer.generateSignature();
    }
}
