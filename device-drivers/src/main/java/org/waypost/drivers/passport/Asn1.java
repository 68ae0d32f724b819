package org.waypost.drivers.passport;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPublicKeySpec;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorException;

/**
 * The one seam to BouncyCastle: runs a step on bytes that anybody may have written. BouncyCastle throws unchecked
 * exceptions for torn structures and impossible keys, so these are caught here too, and only here; the answer is then
 * empty.
 */
final class Asn1 {
    /** Used by name of the object: nothing is registered for the whole process. */
    static final Provider PROVIDER = new BouncyCastleProvider();

    private Asn1() {}

    /** Something BouncyCastle does with foreign bytes. */
    interface Step<T> {
        Optional<T> run() throws IOException, CMSException, CertException, OperatorException, GeneralSecurityException;
    }

    static <T> Optional<T> read(Step<T> step) {
        try {
            return step.run();
        } catch (IOException
                | CMSException
                | CertException
                | OperatorException
                | GeneralSecurityException
                | RuntimeException unusable) {
            return Optional.empty();
        }
    }

    /**
     * The key. Curves that are written out, as Doc 9303-12 wants them, are calculated slowly by BouncyCastle unless the
     * key is made from its numbers: then it recognises the usual ones.
     */
    static PublicKey publicKey(SubjectPublicKeyInfo info) throws IOException, GeneralSecurityException {
        PublicKey key = BouncyCastleProvider.getPublicKey(info);
        return key instanceof ECPublicKey written
                ? KeyFactory.getInstance("EC", PROVIDER)
                        .generatePublic(new ECPublicKeySpec(written.getW(), written.getParams()))
                : key;
    }

    /** The country attribute of a name, two letters in capitals; empty if there is none. */
    static Optional<String> country(X500Name name) {
        RDN[] countries = name.getRDNs(BCStyle.C);
        return countries.length == 0
                ? Optional.empty()
                : Optional.of(IETFUtils.valueToString(countries[0].getFirst().getValue())
                        .strip()
                        .toUpperCase(Locale.ROOT));
    }
}
