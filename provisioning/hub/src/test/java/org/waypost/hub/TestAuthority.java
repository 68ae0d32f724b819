package org.waypost.hub;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A certificate authority for one test run. */
final class TestAuthority {
    static final String PASSWORD = "for this run";
    private static final X500Name ISSUER = new X500Name("CN=test authority");

    private final KeyPair keys = pair();
    private final X509Certificate certificate = sign(ISSUER, keys, true);

    KeyStore trust() {
        return store(empty -> empty.setCertificateEntry("authority", certificate));
    }

    /** Key and certificate of that common name, also good for localhost. */
    KeyStore identity(String commonName) {
        KeyPair own = pair();
        X509Certificate signed = sign(new X500Name("CN=" + commonName), own, false);
        return store(empty -> empty.setKeyEntry(
                "own", own.getPrivate(), PASSWORD.toCharArray(), new X509Certificate[] {signed, certificate}));
    }

    SSLContext context(String commonName) {
        return context(commonName, this);
    }

    /** A certificate that this authority signed, for a client that trusts another one. */
    SSLContext contextTrusting(TestAuthority other) {
        return context("counter-1", other);
    }

    private SSLContext context(String commonName, TestAuthority trusted) {
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
            own.init(identity(commonName), PASSWORD.toCharArray());
            return trusted.trusting(own);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts the authority, has no certificate of its own. */
    SSLContext anonymous() {
        return trusting(null);
    }

    private SSLContext trusting(@Nullable KeyManagerFactory own) {
        try {
            TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
            trusted.init(trust());
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(own == null ? null : own.getKeyManagers(), trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    /** The certificate of a broker on localhost, and the authority's, as Debian's broker reads them. */
    void writePem(Path directory) throws IOException, GeneralSecurityException {
        KeyStore own = identity("localhost");
        byte[] key = own.getKey("own", PASSWORD.toCharArray()).getEncoded();
        Files.writeString(directory.resolve("localhost.key"), pem("PRIVATE KEY", key));
        Files.writeString(
                directory.resolve("localhost.pem"),
                pem("CERTIFICATE", own.getCertificate("own").getEncoded()));
        Files.writeString(directory.resolve("ca.pem"), pem("CERTIFICATE", certificate.getEncoded()));
    }

    /** RFC 7468. */
    private static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    private X509Certificate sign(X500Name subject, KeyPair own, boolean authority) {
        try {
            Instant now = Instant.now();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    ISSUER,
                    new BigInteger(64, new SecureRandom()),
                    Date.from(now.minusSeconds(60)),
                    Date.from(now.plusSeconds(86_400)),
                    subject,
                    own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore store(Filling filling) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            filling.into(store);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Filling {
        void into(KeyStore store) throws GeneralSecurityException;
    }
}
