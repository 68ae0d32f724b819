package org.waypost.hub.trust;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.icao.CscaMasterList;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An invented state with a signing authority, and the lists it publishes. */
public final class Country {
    private static final ASN1ObjectIdentifier MASTER_LIST = new ASN1ObjectIdentifier("2.23.136.1.1.2");
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final KeyPair pair;
    private final X509CertificateHolder certificate;

    private Country(KeyPair pair, X509CertificateHolder certificate) {
        this.pair = pair;
        this.certificate = certificate;
    }

    /** A name such as {@code C=UT,CN=CSCA}. */
    public static Country named(String name) throws Exception {
        KeyPair pair = pair();
        return new Country(pair, certificate(name, pair, new X500Name(name), pair));
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509CertificateHolder certificate(String name, KeyPair own, X500Name issuer, KeyPair by)
            throws Exception {
        return new JcaX509v3CertificateBuilder(
                        issuer,
                        BigInteger.valueOf(System.nanoTime()),
                        Date.from(NOW),
                        Date.from(NOW.plus(Duration.ofDays(5_000))),
                        new X500Name(name),
                        own.getPublic())
                .build(signer(by));
    }

    private static ContentSigner signer(KeyPair by) throws Exception {
        return new JcaContentSignerBuilder("SHA256withECDSA")
                .setProvider(PROVIDER)
                .build(by.getPrivate());
    }

    /** DER. */
    public byte[] certificate() throws Exception {
        return certificate.getEncoded();
    }

    /** Signed by the authority's own key. */
    public byte[] masterList(Country... listed) throws Exception {
        return list(pair, certificate, listed);
    }

    /** Signed by a list signer that the authority appointed, as Germany does. */
    public byte[] masterListBySigner(Country... listed) throws Exception {
        KeyPair signer = pair();
        String name = "C=UT,CN=Master List Signer";
        return list(signer, certificate(name, signer, certificate.getSubject(), pair), listed);
    }

    private static byte[] list(KeyPair by, X509CertificateHolder named, Country... listed) throws Exception {
        Certificate[] certificates = List.of(listed).stream()
                .map(country -> country.certificate.toASN1Structure())
                .toArray(Certificate[]::new);
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setProvider(PROVIDER)
                .build("SHA256withECDSA", by.getPrivate(), named));
        generator.addCertificate(named);
        byte[] content = new CscaMasterList(certificates).getEncoded("DER");
        return generator
                .generate(new CMSProcessableByteArray(MASTER_LIST, content), true)
                .getEncoded();
    }

    /**
     * DER.
     *
     * @param revoked how many certificates; each takes some 35 bytes
     */
    public byte[] revocationList(int revoked) throws Exception {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(certificate.getSubject(), Date.from(NOW));
        for (int i = 0; i < revoked; i++) {
            builder.addCRLEntry(BigInteger.ONE.shiftLeft(100).add(BigInteger.valueOf(i)), Date.from(NOW), 0);
        }
        return builder.build(signer(pair)).getEncoded();
    }
}
