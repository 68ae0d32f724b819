package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What a {@link FollowUpCode} becomes before it leaves the station: a name by which messages that belong together are
 * known, and a key with which the desk answers. Both are made by Argon2id (RFC 9106; 19 MiB, 2 passes), so neither
 * leads back to the code. The salt is the contract's: a station must find the thread from the code alone, and a code
 * has 90 random bits, which no table made beforehand holds.
 *
 * @param handle 16 bytes, base64url
 * @param key of AES-256-GCM, base64url; lies under the seal of a tip and nowhere else
 */
public record TipThread(String handle, String key) {
    /** Longest answer, in characters. */
    public static final int ANSWER_MAX = 700;

    private static final int HANDLE_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final String SALT = "waypost-follow-up-1";
    private static final int ANSWER_STEP = 4_096;

    public TipThread {
        if (!handle.matches("[A-Za-z0-9_-]{22}") || !key.matches("[A-Za-z0-9_-]{43}")) {
            throw new IllegalArgumentException("no thread");
        }
    }

    static TipThread of(byte[] code) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(SALT.getBytes(UTF_8))
                .build());
        byte[] derived = new byte[HANDLE_BYTES + KEY_BYTES];
        argon2.generateBytes(code, derived);
        Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
        return new TipThread(
                text.encodeToString(Arrays.copyOf(derived, HANDLE_BYTES)),
                text.encodeToString(Arrays.copyOfRange(derived, HANDLE_BYTES, derived.length)));
    }

    /** An answer of 1 to {@value #ANSWER_MAX} characters for who holds the code, of a length that tells nothing. */
    public String seal(String answer) {
        byte[] text = Text.some(ANSWER_MAX, "answer", answer).getBytes(UTF_8);
        try {
            byte[] sealed = cipher().encrypt(Packing.pack(text, ANSWER_STEP), binding());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("an answer cannot be sealed", e);
        }
    }

    /** The answer; empty if it is not for this thread. */
    public Optional<String> open(String sealed) {
        try {
            byte[] packed = cipher().decrypt(Base64.getUrlDecoder().decode(sealed), binding());
            return Packing.unpack(packed, 4 * ANSWER_MAX).map(text -> new String(text, UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private AesGcmJce cipher() throws GeneralSecurityException {
        return new AesGcmJce(Base64.getUrlDecoder().decode(key));
    }

    private byte[] binding() {
        return ("waypost-answer-1\n" + handle).getBytes(UTF_8);
    }

    /** Without the key, so that no log ever has it. */
    @Override
    public String toString() {
        return "TipThread " + handle;
    }
}
