package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.waypost.drivers.passport.PassportBench.UTOPIA;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.custom.sec.SecP256R1Curve;
import org.junit.jupiter.api.Test;

/** A usual curve whose numbers a certificate writes out is calculated as fast as one that it names. */
class WrittenOutCurveTest {

    @Test
    void isRecognisedAndTheKeyIsTheSame() throws IOException, GeneralSecurityException {
        SubjectPublicKeyInfo info = new X509CertificateHolder(UTOPIA.certificate()).getSubjectPublicKeyInfo();
        assertEquals(
                false,
                X962Parameters.getInstance(info.getAlgorithm().getParameters()).isNamedCurve());
        ECPublicKey written = assertInstanceOf(ECPublicKey.class, BouncyCastleProvider.getPublicKey(info));
        assertInstanceOf(ECCurve.Fp.class, written.getQ().getCurve());
        ECPublicKey key = assertInstanceOf(ECPublicKey.class, Asn1.publicKey(info));
        assertInstanceOf(SecP256R1Curve.class, key.getQ().getCurve());
        assertEquals(
                written.getQ().normalize().getXCoord().toBigInteger(),
                key.getQ().normalize().getXCoord().toBigInteger());
        assertEquals(written.getParameters().getN(), key.getParameters().getN());
    }
}
