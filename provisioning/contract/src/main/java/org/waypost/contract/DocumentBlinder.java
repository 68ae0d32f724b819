package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;

/**
 * Replaces a document number by its keyed hash: HMAC-SHA256 over {@code type|state|number}, base64url without padding.
 * Numbers have few values, so the key is what protects them: it is kept apart from the list and never sent. The state
 * is part of the key text, since numbers of two states may be equal. Safe for use by several threads.
 */
public final class DocumentBlinder {
    private final Mac mac;

    /**
     * Blinds with one key.
     *
     * @throws KeyFailure if the key is not one for a keyed hash
     */
    public DocumentBlinder(KeysetHandle key) {
        try {
            this.mac = key.getPrimitive(RegistryConfiguration.get(), Mac.class);
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("the list key is not a key for a keyed hash", e);
        }
    }

    /**
     * The reference of one document.
     *
     * @param state issuing state, ISO 3166 alpha-3
     * @param number as read; upper-cased, blanks, {@code <} and hyphens dropped; characters are never folded
     */
    public String blind(DocumentType type, String state, String number) {
        String normal = number.toUpperCase(Locale.ROOT).replaceAll("[\\s<-]", "");
        byte[] text = (type.name() + "|" + state.toUpperCase(Locale.ROOT) + "|" + normal).getBytes(UTF_8);
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.computeMac(text));
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("the list key cannot hash", e);
        }
    }
}
