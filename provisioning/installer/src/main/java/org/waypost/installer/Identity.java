package org.waypost.installer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

/** One machine's TLS identity: its key, its certificate, and the authority both sides trust. */
record Identity(PrivateKey key, X509Certificate certificate, X509Certificate authority) {

    /** Writes {@code tls.p12} (key and chain) and {@code trust.p12} (the authority), PKCS#12, for the owner alone. */
    void write(Path directory, char[] password) throws GeneralSecurityException, IOException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        load(own);
        own.setKeyEntry("tls", key, password, new Certificate[] {certificate, authority});
        store(own, directory.resolve("tls.p12"), password);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        load(trusted);
        trusted.setCertificateEntry("authority", authority);
        store(trusted, directory.resolve("trust.p12"), password);
    }

    private static void load(KeyStore empty) throws GeneralSecurityException, IOException {
        empty.load(null, null);
    }

    private static void store(KeyStore store, Path file, char[] password) throws GeneralSecurityException, IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
    }
}
