package org.waypost.trials;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import org.waypost.contract.KeyFile;

/**
 * More terminals for a site, each with a certificate, a key and a directory of its own.
 *
 * @param site made, not started
 * @param certifier whom hub and terminals trust from then on
 */
record Enrolment(Site site, Certifier certifier) {
    private static final List<String> GIVEN = List.of(
            "desk-sealing-public.json",
            "receipt-signing-public.json",
            "list-signing-public.json",
            "blinding.json",
            "tls.password");

    /** Gives the hub a certificate of this authority: a server's for its own broker, for Mosquitto a client's. */
    void identifyHub(boolean server) throws IOException, GeneralSecurityException {
        Certifier.Issued own = server ? certifier.hub() : certifier.client("hub", Certifier.Flaw.NONE);
        identify(site.hubSettings().resolveSibling(""), own);
    }

    /** As the installer makes one, beside the first; its broker is at that port of this machine. */
    void enrol(String name, int brokerPort) throws IOException, GeneralSecurityException {
        Path first = site.terminalSettings().resolveSibling("");
        Path own = Files.createDirectory(site.directory().resolve(name));
        Files.createDirectory(
                own.resolve("store"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (String file : GIVEN) {
            Files.copy(first.resolve(file), own.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        identify(own, certifier.client(name, Certifier.Flaw.NONE));
        KeysetHandle key = KeyFile.newSigningKey();
        new KeyFile(own.resolve("signing.json")).writePrivate(key);
        new KeyFile(site.hubSettings().resolveSibling("terminals").resolve(name + ".json")).writePublic(key);
        Files.writeString(
                own.resolve(site.terminalSettings().getFileName()),
                Files.readString(site.terminalSettings())
                        .replaceFirst("(?m)^terminal.id = .*$", "terminal.id = " + name)
                        .replaceFirst("(?m)^brokers = .*$", "brokers = ssl://localhost:" + brokerPort));
    }

    private void identify(Path directory, Certifier.Issued own) throws IOException, GeneralSecurityException {
        Certifier.write(own, directory.resolve("tls.p12"));
        certifier.writeAuthority(directory.resolve("trust.p12"));
        Files.writeString(directory.resolve("tls.password"), new String(Certifier.PASSWORD));
    }
}
