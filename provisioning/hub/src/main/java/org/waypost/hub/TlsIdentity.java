package org.waypost.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.waypost.contract.HubName;
import org.waypost.contract.PeerTrust;

/** Reads the hub's certificate and the authority it trusts. */
final class TlsIdentity {
    private TlsIdentity() {}

    static String password(HubSettings.Tls tls) {
        try {
            return Files.readString(tls.passwordFile()).strip();
        } catch (IOException e) {
            throw new SettingsRefused("tls-password-file " + tls.passwordFile() + " cannot be read: check its path");
        }
    }

    static SSLContext context(HubSettings.Tls tls) {
        char[] password = password(tls).toCharArray();
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
            own.init(store(tls.keyStore(), password), password);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(own.getKeyManagers(), PeerTrust.of(store(tls.trustStore(), password)), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new SettingsRefused(
                    "tls-key-store or tls-trust-store cannot be used: check their password, and that the latter holds an authority");
        }
    }

    /** The hub's name, as its certificate has it. */
    static HubName name(HubSettings.Tls tls) {
        try {
            KeyStore own = store(tls.keyStore(), password(tls).toCharArray());
            for (String alias : Collections.list(own.aliases())) {
                if (own.getCertificate(alias) instanceof X509Certificate certificate && own.isKeyEntry(alias)) {
                    return name(certificate);
                }
            }
        } catch (GeneralSecurityException | InvalidNameException e) {
            throw new SettingsRefused("the certificate in tls-key-store cannot be read: make it anew");
        }
        throw new SettingsRefused("tls-key-store holds no certificate with its key");
    }

    private static HubName name(X509Certificate certificate) throws InvalidNameException {
        String subject = certificate.getSubjectX500Principal().getName();
        return new LdapName(subject)
                .getRdns().stream()
                        .filter(part -> part.getType().equalsIgnoreCase("CN"))
                        .map(part -> part.getValue().toString())
                        .filter(HubName::isOne)
                        .map(HubName::new)
                        .findFirst()
                        .orElseThrow(() -> new SettingsRefused("the certificate in tls-key-store is of " + subject
                                + ": a hub's common name is hub, or hub-1 to hub-99"));
    }

    private static KeyStore store(Path file, char[] password) throws GeneralSecurityException {
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, password);
            return store;
        } catch (IOException e) {
            throw new SettingsRefused("key store " + file + " cannot be opened: check its path and password");
        }
    }
}
