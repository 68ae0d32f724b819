package org.waypost.drivers.passport;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * EF.SOD, the issuer's signed list of digests: ICAO Doc 9303-10, section 4.6.2, and Doc 9303-12. Read from the bytes of
 * the chip; nothing in it is trusted before {@link #signatureHolds}.
 */
final class SecurityObject {
    private final SignerInformation signer;
    private final X509CertificateHolder certificate;
    private final String digestAlgorithm;
    private final Map<Integer, byte[]> digests;

    private SecurityObject(
            SignerInformation signer,
            X509CertificateHolder certificate,
            String digestAlgorithm,
            Map<Integer, byte[]> digests) {
        this.signer = signer;
        this.certificate = certificate;
        this.digestAlgorithm = digestAlgorithm;
        this.digests = digests;
    }

    /** Empty for anything that is not a security object with one signer and that signer's certificate. */
    static Optional<SecurityObject> of(byte[] file) {
        Optional<Tlv> outer = Tlv.first(file).filter(tlv -> tlv.tag() == EmrtdFile.SECURITY_OBJECT.tag());
        return outer.flatMap(tlv -> Asn1.read(() -> parsed(tlv.value())));
    }

    private static Optional<SecurityObject> parsed(byte[] cms) throws CMSException, IOException {
        CMSSignedData signed = new CMSSignedData(cms);
        List<SignerInformation> signers = List.copyOf(signed.getSignerInfos().getSigners());
        if (signers.size() != 1
                || !ICAOObjectIdentifiers.id_icao_ldsSecurityObject.getId().equals(signed.getSignedContentTypeOID())
                || !(signed.getSignedContent().getContent() instanceof byte[] content)) {
            return Optional.empty();
        }
        LDSSecurityObject list = LDSSecurityObject.getInstance(content);
        return certificateOf(signed, signers.getFirst())
                .map(certificate -> new SecurityObject(
                        signers.getFirst(),
                        certificate,
                        new DefaultAlgorithmNameFinder().getAlgorithmName(list.getDigestAlgorithmIdentifier()),
                        digests(list)));
    }

    /** By the signer's own name for it: issuer and serial number, or subject key identifier. */
    static Optional<X509CertificateHolder> certificateOf(CMSSignedData signed, SignerInformation signer) {
        @SuppressWarnings("unchecked") // SignerId is a raw Selector of certificates in BouncyCastle's signature
        var wanted = (org.bouncycastle.util.Selector<X509CertificateHolder>) signer.getSID();
        return signed.getCertificates().getMatches(wanted).stream().findFirst();
    }

    private static Map<Integer, byte[]> digests(LDSSecurityObject list) {
        Map<Integer, byte[]> digests = new HashMap<>();
        for (DataGroupHash hash : list.getDatagroupHash()) {
            ASN1OctetString value = hash.getDataGroupHashValue();
            digests.put(hash.getDataGroupNumber(), value.getOctets());
        }
        return Map.copyOf(digests);
    }

    /** The document signer's certificate, untrusted. */
    X509CertificateHolder certificate() {
        return certificate;
    }

    /** Algorithm and parameters come from the signer's entry, not from the certificate, which may use another. */
    boolean signatureHolds() {
        return Asn1.read(() -> Optional.of(verified())).orElse(false);
    }

    private boolean verified() throws CMSException, OperatorCreationException, IOException, GeneralSecurityException {
        var key = Asn1.publicKey(certificate.getSubjectPublicKeyInfo());
        return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(Asn1.PROVIDER)
                .build(key));
    }

    /** Whether the issuer signed a file of this kind. */
    boolean lists(EmrtdFile file) {
        return digests.containsKey(file.group());
    }

    /** Whether these are the bytes that the issuer signed. */
    boolean holds(EmrtdFile file, byte[] content) {
        byte[] wanted = digests.get(file.group());
        try {
            return wanted != null
                    && MessageDigest.isEqual(
                            wanted,
                            MessageDigest.getInstance(digestAlgorithm, Asn1.PROVIDER)
                                    .digest(content));
        } catch (NoSuchAlgorithmException unknown) {
            return false;
        }
    }
}
