package org.waypost.agent.watchlist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.waypost.contract.Codec;
import org.waypost.contract.SignedWatchlist;
import org.waypost.contract.Verifier;
import org.waypost.contract.WatchlistIssue;

/** Reads one signed list file of whatever content. Never throws for what it holds; quotes none of it. */
final class ListFile {
    private final Verifier hub;

    ListFile(Verifier hub) {
        this.hub = hub;
    }

    /** The issue in a file; the file is read up to the size a list may have. */
    Content read(Path file) {
        if (!Files.exists(file)) {
            return new Unusable(Screening.Reason.LIST_ABSENT);
        }
        if (!Files.isRegularFile(file)) {
            return new Unusable(Screening.Reason.LIST_MALFORMED);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return parse(in.readNBytes(Codec.FILE_MAX + 1));
        } catch (IOException unreadable) {
            return new Unusable(Screening.Reason.LIST_MALFORMED);
        }
    }

    /** The issue in a file's bytes: the signature first, then every entry; one bad entry refuses the whole. */
    Content parse(byte[] bytes) {
        return switch (Codec.read(bytes, SignedWatchlist.class, Codec.FILE_MAX)) {
            case Codec.Malformed<SignedWatchlist> malformed -> new Unusable(Screening.Reason.LIST_MALFORMED);
            case Codec.Decoded<SignedWatchlist> list -> opened(list.value(), bytes);
        };
    }

    private Content opened(SignedWatchlist list, byte[] bytes) {
        if (!list.signedBy(hub)) {
            return new Unusable(Screening.Reason.SIGNATURE_INVALID);
        }
        return switch (Codec.read(list.issue().getBytes(UTF_8), WatchlistIssue.class, Codec.FILE_MAX)) {
            case Codec.Malformed<WatchlistIssue> malformed -> new Unusable(Screening.Reason.LIST_MALFORMED);
            case Codec.Decoded<WatchlistIssue> issue -> new Signed(issue.value(), bytes);
        };
    }

    /** What a file held. */
    sealed interface Content {}

    /** An issue of the hub, and the bytes that prove it. */
    @SuppressWarnings("ArrayRecordComponent") // the very bytes are written to disk; two contents are never compared
    record Signed(WatchlistIssue issue, byte[] bytes) implements Content {}

    /** Nothing that may be used. */
    record Unusable(Screening.Reason reason) implements Content {}
}
