package org.waypost.agent.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.waypost.contract.Codec;
import org.waypost.contract.SignedTrustStore;
import org.waypost.contract.TrustStoreIssue;
import org.waypost.contract.TrustStoreIssue.CountrySigner;
import org.waypost.contract.Verifier;
import org.waypost.drivers.passport.TrustStore;

/** Reads one signed trust store of whatever content. Never throws for what it holds. */
final class TrustFile {
    private final Verifier hub;

    TrustFile(Verifier hub) {
        this.hub = hub;
    }

    /** The store in a file; the file is read up to the size one may have. */
    Content read(Path file) {
        if (!Files.exists(file)) {
            return new Unusable(TrustStanding.Reason.TRUST_ABSENT);
        }
        if (!Files.isRegularFile(file)) {
            return new Unusable(TrustStanding.Reason.TRUST_MALFORMED);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return parse(in.readNBytes(Codec.FILE_MAX + 1));
        } catch (IOException unreadable) {
            return new Unusable(TrustStanding.Reason.TRUST_MALFORMED);
        }
    }

    private Content parse(byte[] bytes) {
        return switch (Codec.read(bytes, SignedTrustStore.class, Codec.FILE_MAX)) {
            case Codec.Malformed<SignedTrustStore> malformed -> new Unusable(TrustStanding.Reason.TRUST_MALFORMED);
            case Codec.Decoded<SignedTrustStore> decoded -> opened(decoded.value(), bytes);
        };
    }

    private Content opened(SignedTrustStore signed, byte[] bytes) {
        if (!signed.signedBy(hub)) {
            return new Unusable(TrustStanding.Reason.TRUST_SIGNATURE_INVALID);
        }
        return signed.opened(hub)
                .map(issue -> usable(store(issue), bytes))
                .orElseGet(() -> new Unusable(TrustStanding.Reason.TRUST_MALFORMED));
    }

    private static Content usable(TrustStore store, byte[] bytes) {
        return store.size() == 0 ? new Unusable(TrustStanding.Reason.TRUST_EMPTY) : new Signed(store, bytes);
    }

    private static TrustStore store(TrustStoreIssue issue) {
        return new TrustStore(
                issue.number(),
                issue.issued(),
                der(issue.signers().stream().map(CountrySigner::certificate).toList()),
                der(issue.revocationLists()));
    }

    private static List<byte[]> der(List<String> base64) {
        return base64.stream().map(Base64.getDecoder()::decode).toList();
    }

    /** What a file held. */
    sealed interface Content {}

    /** A store of the hub, and the bytes that prove it. */
    @SuppressWarnings("ArrayRecordComponent") // the very bytes are written to disk; two contents are never compared
    record Signed(TrustStore store, byte[] bytes) implements Content {}

    /** Nothing that may be used. */
    record Unusable(TrustStanding.Reason reason) implements Content {}
}
