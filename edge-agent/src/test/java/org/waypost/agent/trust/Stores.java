package org.waypost.agent.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.waypost.contract.Codec;
import org.waypost.contract.KeyFile;
import org.waypost.contract.SignedTrustStore;
import org.waypost.contract.Signer;
import org.waypost.contract.TrustStoreIssue;
import org.waypost.contract.TrustStoreIssue.CountrySigner;
import org.waypost.contract.Verifier;
import org.waypost.drivers.simulated.PassportAuthority;

/** A hub's side of the trust store, with keys of its own, and the one country it knows. */
final class Stores {
    static final Instant NOON = Instant.parse("2026-11-29T04:00:00Z");

    private final PassportAuthority utopia = PassportAuthority.founded("UT", NOON);
    private final Signer signer;
    private final Verifier verifier;

    Stores() throws GeneralSecurityException {
        KeysetHandle key = KeyFile.newSigningKey();
        signer = new Signer(key);
        verifier = new Verifier(key.getPublicKeysetHandle());
    }

    PassportAuthority utopia() {
        return utopia;
    }

    TrustCopy at(Path file) {
        return new TrustCopy(file, verifier);
    }

    static String certificate(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }

    Path write(Path file, long number) throws IOException {
        return write(file, number, certificate(utopia.certificate()));
    }

    Path write(Path file, long number, String certificate) throws IOException {
        CountrySigner signers = new CountrySigner("UT", certificate, NOON, "UT");
        return write(file, Codec.write(new TrustStoreIssue(number, NOON, List.of(signers), List.of())));
    }

    /** A signed file around whatever text. */
    Path write(Path file, String issue) throws IOException {
        String signature = signer.sign(SignedTrustStore.FORMAT + "\n" + issue);
        return Files.write(
                file,
                Codec.write(new SignedTrustStore(SignedTrustStore.FORMAT, issue, signature))
                        .getBytes(UTF_8));
    }
}
