package org.waypost.drivers.passport;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.icao.CscaMasterList;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A list of country signers that some state has put together and signed, ICAO Doc 9303-12, section 8: the form in which
 * Germany and the Netherlands publish theirs. Read when a trust store is put together, not on a terminal.
 */
public final class MasterList {
    private static final String CONTENT = "2.23.136.1.1.2";
    private static final int LARGEST = 16 * 1024 * 1024;

    private MasterList() {}

    /** The outcome of reading a list. */
    public sealed interface Result {
        /**
         * The list is what its issuer signed.
         *
         * @param certificates DER, of country signers
         * @param unusable how many entries were no certificate of a country
         */
        record Read(List<byte[]> certificates, int unusable) implements Result {
            public Read {
                certificates = certificates.stream().map(byte[]::clone).toList();
            }
        }

        /** The list must not be used. */
        record Refused(Reason reason) implements Result {
            public Refused {
                requireNonNull(reason);
            }
        }
    }

    /** Why a list must not be used; the name is the key of the text shown. */
    public enum Reason {
        /** Not a master list, torn, or larger than 16 MiB. */
        NOT_A_MASTER_LIST,
        /** Not signed by the pinned issuer. */
        ISSUER_UNKNOWN,
        /** The signature does not fit. */
        SIGNATURE_WRONG
    }

    /**
     * Reads a list.
     *
     * @param cms the file as published, CMS in DER or BER
     * @param pinned the issuer's certificate, DER, obtained by another way: the list names its own signer, which proves
     *     nothing. Either the list's signer itself or the country signer above it
     */
    public static Result read(byte[] cms, byte[] pinned) {
        if (cms.length > LARGEST) {
            return new Result.Refused(Reason.NOT_A_MASTER_LIST);
        }
        return Asn1.read(() -> Optional.of(checked(new CMSSignedData(cms), pinned)))
                .orElseGet(() -> new Result.Refused(Reason.NOT_A_MASTER_LIST));
    }

    private static Result checked(CMSSignedData signed, byte[] pinned)
            throws CMSException, IOException, OperatorCreationException, GeneralSecurityException {
        if (!CONTENT.equals(signed.getSignedContentTypeOID())
                || signed.getSignerInfos().size() != 1
                || !(signed.getSignedContent().getContent() instanceof byte[] content)) {
            return new Result.Refused(Reason.NOT_A_MASTER_LIST);
        }
        SignerInformation signer =
                signed.getSignerInfos().getSigners().iterator().next();
        Optional<X509CertificateHolder> issuer =
                SecurityObject.certificateOf(signed, signer).filter(certificate -> isPinned(certificate, pinned));
        if (issuer.isEmpty()) {
            return new Result.Refused(Reason.ISSUER_UNKNOWN);
        }
        var verifier = new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(Asn1.PROVIDER)
                .build(Asn1.publicKey(issuer.get().getSubjectPublicKeyInfo()));
        return signer.verify(verifier) ? listed(content) : new Result.Refused(Reason.SIGNATURE_WRONG);
    }

    private static boolean isPinned(X509CertificateHolder certificate, byte[] pinned) {
        return Asn1.read(() -> Optional.of(certificate.equals(new X509CertificateHolder(pinned))))
                        .orElse(false)
                || CountrySigner.of(pinned)
                        .filter(root -> root.signed(certificate))
                        .isPresent();
    }

    private static Result listed(byte[] content) throws IOException {
        List<byte[]> certificates = new ArrayList<>();
        int unusable = 0;
        for (Certificate listed : CscaMasterList.getInstance(content).getCertStructs()) {
            byte[] der = listed.getEncoded();
            if (CountrySigner.of(der).isPresent()) {
                certificates.add(der);
            } else {
                unusable++;
            }
        }
        return new Result.Read(certificates, unusable);
    }
}
