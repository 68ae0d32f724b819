package org.waypost.agent.watchlist;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.waypost.contract.Codec;
import org.waypost.contract.DocumentBlinder;
import org.waypost.contract.DocumentType;
import org.waypost.contract.KeyFile;
import org.waypost.contract.SignedWatchlist;
import org.waypost.contract.Signer;
import org.waypost.contract.Verifier;
import org.waypost.contract.WatchlistEntry;
import org.waypost.contract.WatchlistEntry.Category;
import org.waypost.contract.WatchlistIssue;

/** A hub's side of the list, with keys of its own. */
public final class Lists {
    public static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private final Signer signer;
    private final Verifier verifier;
    private final DocumentBlinder blinder;

    public Lists() throws GeneralSecurityException {
        KeysetHandle key = KeyFile.newSigningKey();
        signer = new Signer(key);
        verifier = new Verifier(key.getPublicKeysetHandle());
        blinder = new DocumentBlinder(KeyFile.newBlindingKey());
    }

    /** The terminal's copy in a folder. */
    public Watchlist at(Path file, InstantSource clock) {
        return new Watchlist(file, verifier, new Blinding(blinder), clock, ZONE);
    }

    ListFile format() {
        return new ListFile(verifier);
    }

    public WatchlistEntry entry(String number, Category category) {
        return entry(number, category, TODAY.minusDays(1), TODAY.plusDays(2));
    }

    public WatchlistEntry entry(String number, Category category, LocalDate from, LocalDate until) {
        return entry(blinder.blind(DocumentType.RESIDENT_CARD, "CHN", number), from, until, category);
    }

    /** Names a document of any kind. */
    public WatchlistEntry document(DocumentType type, String state, String number, Category category) {
        String blinded = blinder.blind(type, state, number);
        return entry(blinded, TODAY.minusDays(1), TODAY.plusDays(2), category);
    }

    private static WatchlistEntry entry(String blinded, LocalDate from, LocalDate until, Category category) {
        return new WatchlistEntry(
                blinded,
                category,
                "Law of the test, art. 1",
                "Office of the test",
                "T-1",
                from,
                until,
                "author",
                "reviewer");
    }

    public static WatchlistIssue issue(long number, WatchlistEntry... entries) {
        return new WatchlistIssue(
                number, NOON.minus(Duration.ofHours(1)), NOON.plus(Duration.ofDays(6)), List.of(entries));
    }

    public byte[] file(WatchlistIssue issue) {
        return file(Codec.write(issue));
    }

    /** A signed file around whatever text. */
    public byte[] file(String issue) {
        String signature = signer.sign(SignedWatchlist.FORMAT + "\n" + issue);
        return Codec.write(new SignedWatchlist(SignedWatchlist.FORMAT, issue, signature))
                .getBytes(UTF_8);
    }

    public Path write(Path file, WatchlistIssue issue) throws IOException {
        return Files.write(file, file(issue));
    }
}
