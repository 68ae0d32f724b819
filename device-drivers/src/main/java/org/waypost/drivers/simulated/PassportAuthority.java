package org.waypost.drivers.simulated;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERT61String;
import org.bouncycastle.asn1.icao.CscaMasterList;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The country signing authority of an invented state (CSCA, ICAO Doc 9303-12): a key and its self-issued certificate
 * with the curve parameters written out, as many states do.
 */
public final class PassportAuthority {
    private static final ASN1ObjectIdentifier MASTER_LIST = new ASN1ObjectIdentifier("2.23.136.1.1.2");
    private static final Duration FIVE_YEARS = Duration.ofDays(5 * 365);

    private final KeyPair pair;
    private final X509CertificateHolder certificate;
    private final X500Name name;

    private PassportAuthority(KeyPair pair, X509CertificateHolder certificate, X500Name name) {
        this.pair = pair;
        this.certificate = certificate;
        this.name = name;
    }

    /**
     * Founds an authority.
     *
     * @param country two letters, or what else the test wants to see refused
     * @param from first moment of the certificate
     * @param until last moment of the certificate
     */
    public static PassportAuthority founded(String country, Instant from, Instant until) {
        KeyPair pair = PassportKeys.explicitEc();
        X500Name name = new X500Name("C=" + country + ",O=Government of " + country + ",CN=CSCA-" + country);
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    name, BigInteger.ONE, Date.from(from), Date.from(until), name, pair.getPublic());
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(pair.getPublic()));
            return new PassportAuthority(pair, builder.build(signer(pair)), name);
        } catch (IOException | GeneralSecurityException | OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** An authority whose certificate is valid ten years about this moment. */
    public static PassportAuthority founded(String country, Instant now) {
        return founded(country, now.minus(FIVE_YEARS), now.plus(FIVE_YEARS));
    }

    private static ContentSigner signer(KeyPair pair) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA")
                .setProvider(PassportKeys.PROVIDER)
                .build(pair.getPrivate());
    }

    /** The certificate, DER. */
    public byte[] certificate() {
        try {
            return certificate.getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A document signer of this authority. */
    public PassportSigner appoint(PassportSignature scheme, Instant from, Instant until) {
        return PassportSigner.appointed(this, scheme, from, until);
    }

    /** A document signer valid ten years about this moment. */
    public PassportSigner appoint(PassportSignature scheme, Instant now) {
        return appoint(scheme, now.minus(FIVE_YEARS), now.plus(FIVE_YEARS));
    }

    /** The same authority, whose signers write its name in the other order and in another type of string. */
    public PassportAuthority writtenOtherwise() {
        RDN[] parts = certificate.getSubject().getRDNs();
        RDN[] other = new RDN[parts.length];
        for (int i = 0; i < parts.length; i++) {
            AttributeTypeAndValue part = parts[parts.length - 1 - i].getFirst();
            String text = IETFUtils.valueToString(part.getValue());
            other[i] = new RDN(part.getType(), new DERT61String(text));
        }
        return new PassportAuthority(pair, certificate, new X500Name(other));
    }

    /** How its signers name it. */
    X500Name name() {
        return name;
    }

    /** The country in the certificate. */
    String country() {
        return IETFUtils.valueToString(
                certificate.getSubject().getRDNs(BCStyle.C)[0].getFirst().getValue());
    }

    X509CertificateHolder certified(X509v3CertificateBuilder builder) throws IOException {
        try {
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(pair.getPublic()));
            return builder.build(signer(pair));
        } catch (GeneralSecurityException | OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /**
     * A certificate revocation list, DER.
     *
     * @param revoked serial numbers of document signers
     */
    public byte[] revocationList(List<BigInteger> revoked, Instant from, Instant next) {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(name(), Date.from(from));
        builder.setNextUpdate(Date.from(next));
        revoked.forEach(serial -> builder.addCRLEntry(serial, Date.from(from), CRLReason.keyCompromise));
        try {
            return builder.build(signer(pair)).getEncoded();
        } catch (IOException | OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A master list signed by this authority's own key, ICAO Doc 9303-12, section 8: CMS, DER. */
    public byte[] masterList(List<byte[]> certificates) {
        try {
            Certificate[] listed =
                    certificates.stream().map(Certificate::getInstance).toArray(Certificate[]::new);
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .setProvider(PassportKeys.PROVIDER)
                    .build("SHA256withECDSA", pair.getPrivate(), certificate));
            generator.addCertificate(certificate);
            byte[] content = new CscaMasterList(listed).getEncoded("DER");
            return generator
                    .generate(new CMSProcessableByteArray(MASTER_LIST, content), true)
                    .getEncoded();
        } catch (IOException | CMSException | OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
