package org.waypost.drivers.simulated;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECParameterSpec;

/** New key pairs of invented issuers; nothing here is ever kept. */
final class PassportKeys {
    static final Provider PROVIDER = new BouncyCastleProvider();

    private PassportKeys() {}

    /** P-256 with its parameters written out in place of its name, which the JDK's own provider refuses. */
    static KeyPair explicitEc() {
        X9ECParameters curve = ChipCurve.NIST_P256.parameters();
        return generated(
                "EC",
                generator -> generator.initialize(
                        new ECParameterSpec(curve.getCurve(), curve.getG(), curve.getN(), curve.getH())));
    }

    static KeyPair rsa() {
        return generated("RSA", generator -> generator.initialize(2048));
    }

    private interface Setting {
        void apply(KeyPairGenerator generator) throws GeneralSecurityException;
    }

    private static KeyPair generated(String kind, Setting setting) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind, PROVIDER);
            setting.apply(generator);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
