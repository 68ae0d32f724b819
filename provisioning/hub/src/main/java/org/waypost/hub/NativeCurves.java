package org.waypost.hub;

import java.security.Security;
import org.conscrypt.Conscrypt;

/**
 * Ed25519 and X25519 by BoringSSL: Tink takes a provider of this name, if there is one, instead of its own Java, which
 * needs about three times as long for a report (Tink's {@code ConscryptUtil}). The provider stands last, so TLS and all
 * else stay with the JDK.
 */
public final class NativeCurves {
    private NativeCurves() {}

    /**
     * Makes the process use them; to be called before any key is read.
     *
     * @return false where the library does not run (neither x86-64 nor aarch64, or no program may be loaded from the
     *     temporary directory): Tink's Java then does the same, slower
     */
    public static boolean install() {
        if (!Conscrypt.isAvailable()) {
            return false;
        }
        Security.addProvider(Conscrypt.newProvider());
        return true;
    }
}
