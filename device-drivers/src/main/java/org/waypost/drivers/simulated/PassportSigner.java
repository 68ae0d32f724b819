package org.waypost.drivers.simulated;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A document signer (DSC, ICAO Doc 9303-12) of an invented state: signs security objects. */
public final class PassportSigner {
    private static final ASN1ObjectIdentifier SECURITY_OBJECT = new ASN1ObjectIdentifier("2.23.136.1.1.1");

    private final KeyPair pair;
    private final X509CertificateHolder certificate;
    private final PassportSignature scheme;
    private final boolean namedByKey;

    private PassportSigner(
            KeyPair pair, X509CertificateHolder certificate, PassportSignature scheme, boolean namedByKey) {
        this.pair = pair;
        this.certificate = certificate;
        this.scheme = scheme;
        this.namedByKey = namedByKey;
    }

    static PassportSigner appointed(
            PassportAuthority authority, PassportSignature scheme, Instant from, Instant until) {
        KeyPair pair = scheme == PassportSignature.ECDSA ? PassportKeys.explicitEc() : PassportKeys.rsa();
        X500Name name = new X500Name("C=" + authority.country() + ",O=Government of " + authority.country() + ",CN=DS-"
                + authority.country());
        BigInteger serial = new BigInteger(63, new java.security.SecureRandom()).add(BigInteger.TWO);
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    authority.name(), serial, Date.from(from), Date.from(until), name, pair.getPublic());
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            return new PassportSigner(pair, authority.certified(builder), scheme, false);
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The same signer, naming itself by its subject key identifier in place of issuer and serial number. */
    public PassportSigner namedByKey() {
        return new PassportSigner(pair, certificate, scheme, true);
    }

    /** The serial number, to be revoked by. */
    public BigInteger serialNumber() {
        return certificate.getSerialNumber();
    }

    /** EF.SOD over data groups as they lie in the chip, by data group number: ICAO Doc 9303-10, section 4.6.2. */
    public byte[] securityObject(Map<Integer, byte[]> dataGroups) {
        DataGroupHash[] hashes = new TreeMap<>(dataGroups)
                .entrySet().stream()
                        .map(group -> new DataGroupHash(
                                group.getKey(), new DEROctetString(ChipCipher.hash("SHA-256", group.getValue()))))
                        .toArray(DataGroupHash[]::new);
        var content = new LDSSecurityObject(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), hashes);
        try {
            return ChipTlv.of(0x77, signed(content.getEncoded("DER")));
        } catch (IOException | CMSException | OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private byte[] signed(byte[] content) throws IOException, CMSException, OperatorCreationException {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(signerInfo());
        generator.addCertificate(certificate);
        return generator
                .generate(new CMSProcessableByteArray(SECURITY_OBJECT, content), true)
                .getEncoded("DER");
    }

    private SignerInfoGenerator signerInfo() throws OperatorCreationException, CMSException, IOException {
        ContentSigner signer = scheme.parameters()
                .map(parameters -> new JcaContentSignerBuilder(scheme.algorithm(), parameters))
                .orElseGet(() -> new JcaContentSignerBuilder(scheme.algorithm()))
                .setProvider(PassportKeys.PROVIDER)
                .build(pair.getPrivate());
        var digests = new JcaDigestCalculatorProviderBuilder()
                .setProvider(PassportKeys.PROVIDER)
                .build();
        var builder = new JcaSignerInfoGeneratorBuilder(digests);
        if (!namedByKey) {
            return builder.build(signer, certificate);
        }
        byte[] key = DEROctetString.getInstance(
                        certificate.getExtension(Extension.subjectKeyIdentifier).getParsedValue())
                .getOctets();
        return builder.build(signer, key);
    }
}
