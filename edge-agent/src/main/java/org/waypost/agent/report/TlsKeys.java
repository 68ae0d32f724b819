package org.waypost.agent.report;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.waypost.contract.KeyFailure;
import org.waypost.contract.PeerTrust;

/**
 * What {@link TlsFiles} hold, read.
 *
 * @param files where it was read from
 * @param own the terminal's key and certificate
 * @param authorities who certifies brokers
 */
record TlsKeys(TlsFiles files, KeyManagerFactory own, KeyStore authorities) {

    /**
     * For connections to brokers.
     *
     * @param asOf when their certificates are to be in force; empty for now, as the clock has it
     * @throws KeyFailure if the keys cannot be used
     */
    SSLContext context(Optional<Instant> asOf) {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(own.getKeyManagers(), PeerTrust.of(authorities, asOf), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw files.unusable(e);
        }
    }
}
