package org.waypost.drivers.simulated;

import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;

/** Ways in which issuers sign the security object, ICAO Doc 9303-12, section 4.4. */
public enum PassportSignature {
    ECDSA("SHA256withECDSA"),
    RSA("SHA256withRSA"),
    RSA_PSS("SHA256withRSAandMGF1"),
    /** A salt shorter than the digest: the length stands in the signer's entry only. */
    RSA_PSS_SHORT_SALT("SHA256withRSAandMGF1") {
        @Override
        Optional<AlgorithmParameterSpec> parameters() {
            return Optional.of(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 20, 1));
        }
    };

    private final String algorithm;

    PassportSignature(String algorithm) {
        this.algorithm = algorithm;
    }

    /** Other than the algorithm's usual ones. */
    Optional<AlgorithmParameterSpec> parameters() {
        return Optional.empty();
    }

    String algorithm() {
        return algorithm;
    }
}
