package org.waypost.agent.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.waypost.contract.KeyFailure;

/**
 * What a terminal shows to a broker and whom it believes.
 *
 * @param keyStore PKCS #12 with the terminal's key and certificate chain
 * @param trustStore PKCS #12 with the authority of the brokers' certificates; the system's own are not believed
 * @param password file with the password of both, mode 600, one line
 */
public record TlsFiles(Path keyStore, Path trustStore, Path password) {

    /**
     * Reads the files; certificates are held against the clock.
     *
     * @throws KeyFailure naming the file and the next step, if one is missing, open to others or of another kind
     */
    public SSLContext context() {
        return keys().context(Optional.empty());
    }

    /** Reads the files. Throws as {@link #context} does. */
    TlsKeys keys() {
        char[] secret = secret();
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(load(keyStore, secret), secret);
            return new TlsKeys(this, keys, load(trustStore, secret));
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        } finally {
            Arrays.fill(secret, ' ');
        }
    }

    KeyFailure unusable(GeneralSecurityException why) {
        return new KeyFailure("the keys in " + keyStore + " or " + trustStore + " cannot be used: enrol again", why);
    }

    private static KeyStore load(Path file, char[] secret) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, secret);
            if (store.size() == 0) {
                throw new KeyFailure("key store " + file + " is empty: enrol this machine again");
            }
            return store;
        } catch (IOException e) {
            throw new KeyFailure(
                    "key store " + file + " cannot be read: check that it exists, is PKCS #12 and has the password of"
                            + " the password file",
                    e);
        }
    }

    private char[] secret() {
        try {
            var mode = Files.getPosixFilePermissions(password);
            if (mode.contains(PosixFilePermission.GROUP_READ) || mode.contains(PosixFilePermission.OTHERS_READ)) {
                throw new KeyFailure("others may read the password file " + password + ": run chmod 600 on it");
            }
            return Files.readString(password).strip().toCharArray();
        } catch (IOException e) {
            throw new KeyFailure("the password file " + password + " cannot be read: enrol this machine again", e);
        }
    }
}
