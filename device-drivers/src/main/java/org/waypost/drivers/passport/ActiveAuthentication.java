package org.waypost.drivers.passport;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;

/**
 * Verifies the answer of active authentication, ICAO Doc 9303-11, section 6.1. ECDSA: plain r and s as specified, and
 * the DER form that some issuers' chips give. RSA: ISO/IEC 9796-2 scheme 1, the whole recovered frame checked.
 */
final class ActiveAuthentication {
    private final PublicKey key;

    private ActiveAuthentication(PublicKey key) {
        this.key = key;
    }

    /** Empty if DG15 holds no key of a kind that Doc 9303 knows. */
    static Optional<ActiveAuthentication> of(byte[] dg15) {
        return Tlv.first(dg15)
                .flatMap(tlv ->
                        Asn1.read(() -> Optional.of(Asn1.publicKey(SubjectPublicKeyInfo.getInstance(tlv.value())))))
                .filter(key -> key instanceof ECPublicKey || key instanceof RSAPublicKey)
                .map(ActiveAuthentication::new);
    }

    PublicKey key() {
        return key;
    }

    /** @param challenge the 8 bytes that the chip was to sign */
    boolean verifies(byte[] challenge, byte[] signature) {
        if (signature.length == 0) {
            return false;
        }
        return key instanceof RSAPublicKey rsa ? rsa(rsa, challenge, signature) : ecdsa(challenge, signature);
    }

    private boolean ecdsa(byte[] challenge, byte[] signature) {
        return List.of("SHA256", "SHA384", "SHA512", "SHA224", "SHA1").stream()
                .anyMatch(digest -> ecdsa(digest + "withPLAIN-ECDSA", challenge, signature)
                        || ecdsa(digest + "withECDSA", challenge, signature));
    }

    private boolean ecdsa(String algorithm, byte[] challenge, byte[] signature) {
        return Asn1.read(() -> Optional.of(verified(algorithm, challenge, signature)))
                .orElse(false);
    }

    private boolean verified(String algorithm, byte[] challenge, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(algorithm, Asn1.PROVIDER);
        verifier.initVerify(key);
        verifier.update(challenge);
        return verifier.verify(signature);
    }

    private static boolean rsa(RSAPublicKey rsa, byte[] challenge, byte[] signature) {
        List<Digest> digests = List.of(
                new SHA256Digest(), new SHA384Digest(), new SHA512Digest(), new SHA224Digest(), new SHA1Digest());
        return digests.stream()
                        .anyMatch(digest -> Asn1.read(
                                        () -> Optional.of(recovered(rsa, digest, false, challenge, signature)))
                                .orElse(false))
                || implicitly(rsa, challenge, signature);
    }

    /**
     * With SHA-1 the trailer may be the implicit one byte BC. Tried by itself: BouncyCastle throws where it looks for
     * two bytes.
     */
    private static boolean implicitly(RSAPublicKey rsa, byte[] challenge, byte[] signature) {
        return Asn1.read(() -> Optional.of(recovered(rsa, new SHA1Digest(), true, challenge, signature)))
                .orElse(false);
    }

    private static boolean recovered(
            RSAPublicKey rsa, Digest digest, boolean implicit, byte[] challenge, byte[] signature) {
        try {
            ISO9796d2Signer verifier = new ISO9796d2Signer(new RSAEngine(), digest, implicit);
            verifier.init(false, new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent()));
            verifier.updateWithRecoveredMessage(signature);
            verifier.update(challenge, 0, challenge.length);
            return verifier.verifySignature(signature);
        } catch (InvalidCipherTextException noFrame) {
            return false;
        }
    }
}
