package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Supplier;

/** Signs texts with one private key; base64url without padding. Safe for use by several threads. */
public final class Signer {
    private final Supplier<PublicKeySign> key;

    /**
     * Signs with one key.
     *
     * @throws KeyFailure if the key is not a private signing key
     */
    public Signer(KeysetHandle key) {
        PublicKeySign now = signing(key);
        this.key = () -> now;
    }

    /**
     * Signs with the primary key, as the file has it at each use.
     *
     * @throws KeyFailure if the file cannot be used now
     */
    public Signer(KeyFile key) {
        this.key = new KeysInUse<>(key, Signer::signing);
    }

    private static PublicKeySign signing(KeysetHandle keys) {
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class);
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("the signing key is not a private key for signatures", e);
        }
    }

    /** The signature over the UTF-8 bytes of a text. */
    public String sign(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(key.get().sign(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("the signing key cannot sign", e);
        }
    }
}
