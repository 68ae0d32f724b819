package org.waypost.contract;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Which certificates the two sides of the wire take: those of the authorities in a trust store (RFC 5280), for the use
 * they are shown for, and strong enough. Java alone takes SHA-1 and RSA of 1,024 bits from an authority that is not one
 * of its own.
 */
public final class PeerTrust {
    // 112 bits of security, NIST SP 800-57 part 1 table 2
    private static final int RSA_BITS = 2_048;
    private static final int CURVE_BITS = 224;
    private static final Set<String> SIGNATURES = Set.of(
            "SHA256withECDSA",
            "SHA384withECDSA",
            "SHA512withECDSA",
            "SHA256withRSA",
            "SHA384withRSA",
            "SHA512withRSA",
            "RSASSA-PSS",
            "Ed25519");

    private PeerTrust() {}

    /**
     * Trust in the certificates of one store and in no other. Nothing asks for revocation lists: a certificate lives
     * for days, and who is no longer trusted gets no new one and loses the key that reports are signed with.
     *
     * @throws GeneralSecurityException if the store holds no authority
     */
    public static TrustManager[] of(KeyStore authorities) throws GeneralSecurityException {
        return of(authorities, Optional.empty());
    }

    /**
     * The same, for a machine whose clock is known to be behind.
     *
     * @param asOf when certificates are to be in force; empty for now, as the clock has it
     * @throws GeneralSecurityException if the store holds no authority
     */
    public static TrustManager[] of(KeyStore authorities, Optional<Instant> asOf) throws GeneralSecurityException {
        PKIXBuilderParameters path = new PKIXBuilderParameters(authorities, new X509CertSelector());
        path.setRevocationEnabled(false);
        path.setDate(asOf.map(Date::from).orElse(null));
        path.addCertPathChecker(new Strength());
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(new CertPathTrustManagerParameters(path));
        return factory.getTrustManagers();
    }

    /** What is too weak about a certificate, in a few words for an operator; empty if nothing is. */
    public static Optional<String> weakness(X509Certificate certificate) {
        if (!SIGNATURES.contains(certificate.getSigAlgName())) {
            return Optional.of("the certificate is signed with " + certificate.getSigAlgName());
        }
        return strong(certificate.getPublicKey())
                ? Optional.empty()
                : Optional.of("the certificate's key is too short, or of an unusual kind");
    }

    private static boolean strong(PublicKey key) {
        return switch (key) {
            case RSAKey rsa -> rsa.getModulus().bitLength() >= RSA_BITS;
            case ECKey curve -> curve.getParams().getCurve().getField().getFieldSize() >= CURVE_BITS;
            default -> key.getAlgorithm().equals("EdDSA") || key.getAlgorithm().equals("Ed25519"); // not sealed
        };
    }

    private static final class Strength extends PKIXCertPathChecker {
        @Override
        public void init(boolean forward) {}

        @Override
        public boolean isForwardCheckingSupported() {
            return true;
        }

        @Override
        public Set<String> getSupportedExtensions() {
            return Set.of();
        }

        @Override
        public void check(Certificate certificate, Collection<String> unresolved) throws CertPathValidatorException {
            Optional<String> weakness = certificate instanceof X509Certificate x509
                    ? weakness(x509)
                    : Optional.of("not an X.509 certificate");
            if (weakness.isPresent()) {
                throw new CertPathValidatorException(weakness.get());
            }
        }

        @Override
        public Strength clone() {
            return new Strength();
        }
    }
}
