package org.waypost.trials;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.waypost.contract.PeerTrust;

/** Shows a certificate whatever is wrong with it, and whatever the other side asks for; Java's own would choose. */
final class Shown extends X509ExtendedKeyManager {
    private static final String ALIAS = "shown";

    private final Certifier.Issued issued;

    private Shown(Certifier.Issued issued) {
        this.issued = issued;
    }

    /** For one side of a connection that trusts that authority. */
    static SSLContext context(Certifier.Issued shown, X509Certificate trusted) throws GeneralSecurityException {
        return context(new KeyManager[] {new Shown(shown)}, trusted);
    }

    /** The same, with nothing to show. */
    static SSLContext nothing(X509Certificate trusted) throws GeneralSecurityException {
        return context(new KeyManager[0], trusted);
    }

    private static SSLContext context(KeyManager[] keys, X509Certificate trusted) throws GeneralSecurityException {
        try {
            KeyStore authorities = KeyStore.getInstance("PKCS12");
            authorities.load(null, null);
            authorities.setCertificateEntry("authority", trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, PeerTrust.of(authorities), null);
            return context;
        } catch (java.io.IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return ALIAS;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return ALIAS;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return issued.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return issued.key();
    }
}
