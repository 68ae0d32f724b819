package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Supplier;

/** Checks signatures of one signer, by any key of the set. Safe for use by several threads. */
public final class Verifier {
    private final Supplier<PublicKeyVerify> key;

    /**
     * Checks against one set of keys.
     *
     * @throws KeyFailure if the key is not a public signing key
     */
    public Verifier(KeysetHandle key) {
        PublicKeyVerify now = verifying(key);
        this.key = () -> now;
    }

    /**
     * Checks against a set of keys, as the file holds it at each use.
     *
     * @throws KeyFailure if the file cannot be used now
     */
    public Verifier(KeyFile key) {
        this.key = new KeysInUse<>(key, Verifier::verifying);
    }

    private static PublicKeyVerify verifying(KeysetHandle keys) {
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class);
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("the verification key is not a public key for signatures", e);
        }
    }

    /** Whether the signature, base64url, is the signer's over the UTF-8 bytes of this text. */
    public boolean signed(String text, String signature) {
        try {
            key.get().verify(Base64.getUrlDecoder().decode(signature), text.getBytes(UTF_8));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException notTheirs) {
            return false;
        }
    }
}
