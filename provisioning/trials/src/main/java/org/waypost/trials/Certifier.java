package org.waypost.trials;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that certifies as the installer does, and wrongly in one point if asked to. */
final class Certifier {
    static final char[] PASSWORD = "for this run".toCharArray();
    private static final X500Name NAME = new X500Name("CN=trial authority");
    private static final ASN1ObjectIdentifier DEMAND = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");

    private final Issued root;

    Certifier() throws GeneralSecurityException, IOException {
        KeyPair keys = pair("EC", 256);
        this.root = new Issued(
                keys.getPrivate(), List.of(signed(new Order(NAME, keys), NAME, keys.getPrivate(), Flaw.NONE, true)));
    }

    /** What is wrong with a certificate. */
    enum Flaw {
        NONE,
        EXPIRED,
        NOT_YET_VALID,
        OTHER_AUTHORITY,
        SELF_SIGNED,
        AUTHORITY_IN_NAME_ONLY,
        ISSUED_BY_A_TERMINAL,
        FOR_THE_OTHER_SIDE,
        SIGNED_WITH_SHA_1,
        RSA_OF_1024_BITS,
        UNKNOWN_CRITICAL_EXTENSION,
        NO_COMMON_NAME,
        TWO_COMMON_NAMES,
        NAME_OF_NO_TERMINAL,
        OTHER_HOST
    }

    /** A key, its certificate and those above. */
    record Issued(PrivateKey key, List<X509Certificate> chain) {
        X509Certificate certificate() {
            return chain.getFirst();
        }
    }

    /** Who asks for what. */
    private record Order(X500Name subject, KeyPair keys, KeyPurposeId use, String host) {
        Order(X500Name subject, KeyPair keys) {
            this(subject, keys, KeyPurposeId.anyExtendedKeyUsage, "");
        }
    }

    X509Certificate authority() {
        return root.certificate();
    }

    /** For a client of that name. */
    Issued client(String name, Flaw flaw) throws GeneralSecurityException, IOException {
        String subject = switch (flaw) {
            case NO_COMMON_NAME -> "O=" + name;
            case TWO_COMMON_NAMES -> "CN=" + name + ",CN=hub";
            case NAME_OF_NO_TERMINAL -> "CN=Not A Name";
            default -> "CN=" + name;
        };
        KeyPurposeId use =
                flaw == Flaw.FOR_THE_OTHER_SIDE ? KeyPurposeId.id_kp_serverAuth : KeyPurposeId.id_kp_clientAuth;
        return issue(new Order(new X500Name(subject), keys(flaw), use, ""), flaw);
    }

    /** Server and client at once, as the installer makes the hub's. */
    Issued hub() throws GeneralSecurityException, IOException {
        return issue(
                new Order(new X500Name("CN=hub"), keys(Flaw.NONE), KeyPurposeId.anyExtendedKeyUsage, "localhost"),
                Flaw.NONE);
    }

    /** For a broker on this machine. */
    Issued server(Flaw flaw) throws GeneralSecurityException, IOException {
        KeyPurposeId use =
                flaw == Flaw.FOR_THE_OTHER_SIDE ? KeyPurposeId.id_kp_clientAuth : KeyPurposeId.id_kp_serverAuth;
        String host = flaw == Flaw.OTHER_HOST ? "elsewhere.example" : "localhost";
        return issue(new Order(new X500Name("CN=broker"), keys(flaw), use, host), flaw);
    }

    private Issued issue(Order order, Flaw flaw) throws GeneralSecurityException, IOException {
        Issued by = switch (flaw) {
            case OTHER_AUTHORITY -> new Certifier().root;
            case SELF_SIGNED -> new Issued(order.keys.getPrivate(), List.of());
            case AUTHORITY_IN_NAME_ONLY -> new Issued(keys(flaw).getPrivate(), root.chain);
            case ISSUED_BY_A_TERMINAL -> client("counter-2", Flaw.NONE);
            default -> root;
        };
        X500Name issuer = by.chain.isEmpty()
                ? order.subject
                : X500Name.getInstance(
                        by.certificate().getSubjectX500Principal().getEncoded());
        X509Certificate own = signed(order, issuer, by.key, flaw, false);
        return new Issued(
                order.keys.getPrivate(),
                Stream.concat(Stream.of(own), by.chain.stream()).toList());
    }

    private static X509Certificate signed(Order order, X500Name issuer, PrivateKey key, Flaw flaw, boolean authority)
            throws GeneralSecurityException, IOException {
        Instant from = Instant.now()
                .plus(
                        switch (flaw) {
                            case EXPIRED -> Duration.ofDays(-2);
                            case NOT_YET_VALID -> Duration.ofDays(1);
                            default -> Duration.ofMinutes(-5);
                        });
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(64, new SecureRandom()),
                Date.from(from),
                Date.from(from.plus(Duration.ofDays(1))),
                order.subject,
                order.keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!authority) {
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(order.use));
        }
        if (!order.host.isEmpty()) {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, order.host)));
        }
        if (flaw == Flaw.UNKNOWN_CRITICAL_EXTENSION) {
            builder.addExtension(DEMAND, true, DERNull.INSTANCE);
        }
        String hash = flaw == Flaw.SIGNED_WITH_SHA_1 ? "SHA1with" : "SHA256with";
        try {
            var signer =
                    new JcaContentSignerBuilder(hash + (key.getAlgorithm().equals("RSA") ? "RSA" : "ECDSA")).build(key);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair keys(Flaw flaw) throws GeneralSecurityException {
        return flaw == Flaw.RSA_OF_1024_BITS ? pair("RSA", 1_024) : pair("EC", 256);
    }

    private static KeyPair pair(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    /** A PKCS #12 file of a key and its chain. */
    static Path write(Issued issued, Path file) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        store.setKeyEntry("tls", issued.key, PASSWORD, issued.chain.toArray(X509Certificate[]::new));
        return write(store, file);
    }

    /** A PKCS #12 file of this authority. */
    Path writeAuthority(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        store.setCertificateEntry("authority", authority());
        return write(store, file);
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Path write(KeyStore store, Path file) throws GeneralSecurityException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }

    /** For a broker that reads PEM (RFC 7468). */
    static void pem(Path file, String label, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(file, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }
}
