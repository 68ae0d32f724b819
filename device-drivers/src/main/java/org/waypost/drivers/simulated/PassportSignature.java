package org.waypost.drivers.simulated;

/** Ways in which issuers sign the security object, ICAO Doc 9303-12, section 4.4. */
public enum PassportSignature {
    ECDSA("SHA256withECDSA"),
    RSA("SHA256withRSA"),
    RSA_PSS("SHA256withRSAandMGF1");

    private final String algorithm;

    PassportSignature(String algorithm) {
        this.algorithm = algorithm;
    }

    String algorithm() {
        return algorithm;
    }
}
