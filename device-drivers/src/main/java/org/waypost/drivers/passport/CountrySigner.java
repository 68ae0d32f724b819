package org.waypost.drivers.passport;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * A country signing authority (CSCA) of the trust store. Its key decides; its name is only a hint, since names recur.
 */
final class CountrySigner {
    private final X509CertificateHolder certificate;
    private final String country;

    private CountrySigner(X509CertificateHolder certificate, String country) {
        this.certificate = certificate;
        this.country = country;
    }

    /** Empty for anything that is not a certificate of a country. */
    static Optional<CountrySigner> of(byte[] der) {
        return Asn1.read(() -> {
            X509CertificateHolder certificate = new X509CertificateHolder(der);
            return Asn1.country(certificate.getSubject()).map(country -> new CountrySigner(certificate, country));
        });
    }

    /** Two letters in capitals. */
    String country() {
        return country;
    }

    boolean signed(X509CertificateHolder other) {
        return Asn1.read(() -> Optional.of(other.isSignatureValid(verifier()))).orElse(false);
    }

    boolean signed(X509CRLHolder list) {
        return Asn1.read(() -> Optional.of(list.isSignatureValid(verifier()))).orElse(false);
    }

    private ContentVerifierProvider verifier() throws OperatorCreationException, IOException, GeneralSecurityException {
        return new JcaContentVerifierProviderBuilder()
                .setProvider(Asn1.PROVIDER)
                .build(Asn1.publicKey(certificate.getSubjectPublicKeyInfo()));
    }

    boolean isValidOn(Date moment) {
        return certificate.isValidOn(moment);
    }
}
