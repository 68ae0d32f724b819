package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.simulated.ChipCurve;
import org.waypost.drivers.simulated.ChipSigningKey;
import org.waypost.drivers.simulated.PassportFiles;

/** Answers of active authentication, ICAO Doc 9303-11, section 6.1, and what only looks like one. */
class ActiveAuthenticationTest {
    private static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final byte[] OTHER = {1, 2, 3, 4, 5, 6, 7, 9};
    private static final int MODULUS = 256;
    private static final ChipSigningKey RSA = ChipSigningKey.rsa();
    private static final ChipSigningKey EC = ChipSigningKey.ecdsa(ChipCurve.NIST_P256);

    private static ActiveAuthentication of(ChipSigningKey key) {
        return ActiveAuthentication.of(PassportFiles.dg15(key)).orElseThrow();
    }

    /** ISO/IEC 9796-2, scheme 1, partial recovery: header 6A, recoverable part, digest, trailer. */
    private static byte[] frame(int header, String digest, int trailer) throws GeneralSecurityException {
        byte[] frame = new byte[MODULUS];
        int trailing = trailer > 0xFF ? 2 : 1;
        int length = MessageDigest.getInstance(digest).getDigestLength();
        Arrays.fill(frame, (byte) 0x5C);
        frame[0] = (byte) header;
        byte[] recoverable = Arrays.copyOfRange(frame, 1, MODULUS - trailing - length);
        MessageDigest hashing = MessageDigest.getInstance(digest);
        hashing.update(recoverable);
        System.arraycopy(hashing.digest(CHALLENGE), 0, frame, MODULUS - trailing - length, length);
        frame[MODULUS - trailing] = (byte) (trailing == 2 ? trailer >> 8 : trailer);
        frame[MODULUS - 1] = (byte) trailer;
        return frame;
    }

    private static byte[] signed(byte[] frame) {
        RSAPrivateKey key = (RSAPrivateKey) RSA.pair().getPrivate();
        return fixed(new BigInteger(1, frame).modPow(key.getPrivateExponent(), key.getModulus()));
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] whole = new byte[MODULUS];
        int length = Math.min(bytes.length, MODULUS);
        System.arraycopy(bytes, bytes.length - length, whole, MODULUS - length, length);
        return whole;
    }

    @ParameterizedTest
    @CsvSource({
        "SHA-1,   0xBC",
        "SHA-1,   0x33CC",
        "SHA-224, 0x38CC",
        "SHA-256, 0x34CC",
        "SHA-384, 0x36CC",
        "SHA-512, 0x35CC"
    })
    void rsaWithEveryTrailer(String digest, int trailer) throws GeneralSecurityException {
        byte[] signature = signed(frame(0x6A, digest, trailer));
        assertTrue(of(RSA).verifies(CHALLENGE, signature));
        assertFalse(of(RSA).verifies(OTHER, signature));
        assertFalse(of(ChipSigningKey.rsa()).verifies(CHALLENGE, signature));
    }

    /** Each frame ends as a good one does: digest and trailer fit, the rest does not. */
    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x2A, 0x4A, 0x6B, 0x60})
    void rsaThatFitsByItsEndAlone(int header) throws GeneralSecurityException {
        assertFalse(of(RSA).verifies(CHALLENGE, signed(frame(header, "SHA-256", 0x34CC))));
    }

    @Test
    void rsaWhoseRecoverablePartIsNotUnderTheDigest() throws GeneralSecurityException {
        byte[] good = frame(0x6A, "SHA-256", 0x34CC);
        for (int at : new int[] {1, 100, MODULUS - 35, MODULUS - 34, MODULUS - 3}) {
            byte[] frame = good.clone();
            frame[at] ^= 1;
            assertFalse(of(RSA).verifies(CHALLENGE, signed(frame)), "byte " + at);
        }
    }

    /** The digest of the challenge alone behind nothing that is hashed, as a comparison of suffixes would take it. */
    @Test
    void rsaWithTheDigestOfTheChallengeAlone() throws GeneralSecurityException {
        byte[] frame = frame(0x6A, "SHA-256", 0x34CC);
        byte[] alone = MessageDigest.getInstance("SHA-256").digest(CHALLENGE);
        System.arraycopy(alone, 0, frame, MODULUS - 34, alone.length);
        assertFalse(of(RSA).verifies(CHALLENGE, signed(frame)));
    }

    @ParameterizedTest
    @CsvSource({"SHA-1, 0x34CC", "SHA-256, 0xBC", "SHA-256, 0x35CC", "SHA-256, 0x34CD", "SHA-256, 0x39CC"})
    void rsaWithATrailerOfAnotherDigest(String digest, int trailer) throws GeneralSecurityException {
        assertFalse(of(RSA).verifies(CHALLENGE, signed(frame(0x6A, digest, trailer))));
    }

    @Test
    void rsaOfNoSignatureAtAll() throws GeneralSecurityException {
        byte[] good = signed(frame(0x6A, "SHA-256", 0x34CC));
        BigInteger modulus = ((RSAPrivateKey) RSA.pair().getPrivate()).getModulus();
        for (byte[] bad : new byte[][] {
            {},
            new byte[MODULUS],
            frame(0x6A, "SHA-256", 0x34CC),
            Arrays.copyOf(good, MODULUS - 1),
            new BigInteger(1, good).add(modulus).toByteArray(),
            fixed(BigInteger.ONE),
            fixed(modulus.subtract(BigInteger.ONE))
        }) {
            assertFalse(of(RSA).verifies(CHALLENGE, bad), bad.length + " bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1", "SHA224", "SHA256", "SHA384", "SHA512"})
    void ecdsaPlainAndInDer(String digest) throws GeneralSecurityException {
        for (String form : new String[] {"withPLAIN-ECDSA", "withECDSA"}) {
            Signature signing = Signature.getInstance(digest + form, Asn1.PROVIDER);
            signing.initSign(EC.pair().getPrivate());
            signing.update(CHALLENGE);
            byte[] signature = signing.sign();
            assertEquals(form.contains("PLAIN"), signature.length == 64, form);
            assertTrue(of(EC).verifies(CHALLENGE, signature), form);
            assertFalse(of(EC).verifies(OTHER, signature), form);
            assertFalse(of(ChipSigningKey.ecdsa(ChipCurve.NIST_P256)).verifies(CHALLENGE, signature), form);
            assertFalse(of(EC).verifies(CHALLENGE, Arrays.copyOf(signature, signature.length - 1)), form);
        }
    }

    /** Zero, and numbers beyond the order, fit every message where nobody looks. */
    @Test
    void ecdsaOfNumbersOutsideTheirRange() {
        byte[] order = BigIntegers.asUnsignedByteArray(
                32, SECNamedCurves.getByName("secp256r1").getN());
        byte[] zero = new byte[32];
        byte[] one = zero.clone();
        one[31] = 1;
        for (byte[] r : new byte[][] {zero, one, order}) {
            for (byte[] s : new byte[][] {zero, order}) {
                byte[] signature = Arrays.copyOf(r, 64);
                System.arraycopy(s, 0, signature, 32, 32);
                assertFalse(of(EC).verifies(CHALLENGE, signature));
            }
        }
        assertFalse(of(EC).verifies(CHALLENGE, new byte[] {0x30, 6, 2, 1, 0, 2, 1, 0}));
    }

    @Test
    void aKeyOfAnotherKindIsNone() {
        assertTrue(ActiveAuthentication.of(new byte[0]).isEmpty());
        assertTrue(ActiveAuthentication.of(new byte[] {0x6F, 2, 0x30, 0}).isEmpty());
    }
}
