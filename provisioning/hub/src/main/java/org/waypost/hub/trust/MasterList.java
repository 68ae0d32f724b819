package org.waypost.hub.trust;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.icao.CscaMasterList;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * A list of country signers that some state has put together and signed, ICAO Doc 9303-12, section 8: the form in which
 * Germany and the Netherlands publish theirs. Anybody may have written the bytes: whatever BouncyCastle throws for them
 * makes the list no master list.
 */
public final class MasterList {
    /** Largest file that is read; the published ones have about 1 MB. */
    static final int LARGEST = 16 * 1024 * 1024;

    private static final String CONTENT = "2.23.136.1.1.2";
    // by name of the object: nothing is registered for the whole process
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private MasterList() {}

    /** The outcome of reading a list. */
    public sealed interface Result {
        /**
         * The list is what its issuer signed.
         *
         * @param certificates as listed
         */
        record Read(List<X509CertificateHolder> certificates) implements Result {
            public Read {
                certificates = List.copyOf(certificates);
            }
        }

        /** The list must not be used. */
        record Refused(Reason reason) implements Result {
            public Refused {
                requireNonNull(reason);
            }
        }
    }

    /** Why a list must not be used. */
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
        try {
            return checked(new CMSSignedData(cms), new X509CertificateHolder(pinned));
        } catch (IOException | CMSException | OperatorCreationException | CertException | RuntimeException torn) {
            return new Result.Refused(Reason.NOT_A_MASTER_LIST);
        }
    }

    private static Result checked(CMSSignedData signed, X509CertificateHolder pinned)
            throws CMSException, IOException, OperatorCreationException, CertException {
        if (!CONTENT.equals(signed.getSignedContentTypeOID())
                || signed.getSignerInfos().size() != 1
                || !(signed.getSignedContent().getContent() instanceof byte[] content)) {
            return new Result.Refused(Reason.NOT_A_MASTER_LIST);
        }
        SignerInformation signer =
                signed.getSignerInfos().getSigners().iterator().next();
        Optional<X509CertificateHolder> issuer = issuer(signed, signer, pinned);
        if (issuer.isEmpty()) {
            return new Result.Refused(Reason.ISSUER_UNKNOWN);
        }
        var verifier = new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(PROVIDER)
                .build(BouncyCastleProvider.getPublicKey(issuer.get().getSubjectPublicKeyInfo()));
        return signer.verify(verifier) ? listed(content) : new Result.Refused(Reason.SIGNATURE_WRONG);
    }

    /** The certificate by which the list says it is signed, if it is the pinned one or of the pinned one's key. */
    private static Optional<X509CertificateHolder> issuer(
            CMSSignedData signed, SignerInformation signer, X509CertificateHolder pinned)
            throws IOException, OperatorCreationException, CertException {
        var above = new JcaContentVerifierProviderBuilder()
                .setProvider(PROVIDER)
                .build(BouncyCastleProvider.getPublicKey(pinned.getSubjectPublicKeyInfo()));
        for (X509CertificateHolder named : signed.getCertificates().getMatches(null)) {
            if (signer.getSID().match(named) && (named.equals(pinned) || named.isSignatureValid(above))) {
                return Optional.of(named);
            }
        }
        return Optional.empty();
    }

    private static Result listed(byte[] content) {
        List<X509CertificateHolder> certificates = new ArrayList<>();
        for (Certificate listed : CscaMasterList.getInstance(content).getCertStructs()) {
            certificates.add(new X509CertificateHolder(listed));
        }
        return new Result.Read(certificates);
    }
}
