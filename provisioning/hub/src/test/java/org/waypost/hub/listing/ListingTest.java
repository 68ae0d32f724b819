package org.waypost.hub.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.Codec;
import org.waypost.contract.DocumentBlinder;
import org.waypost.contract.DocumentType;
import org.waypost.contract.KeyFile;
import org.waypost.contract.SignedWatchlist;
import org.waypost.contract.Signer;
import org.waypost.contract.Verifier;
import org.waypost.contract.WatchlistIssue;

class ListingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String NUMBER = "E90417526";
    private static final String GOOD = """
            {"type":"PASSPORT","state":"UTO","number":"E90417526","category":"MISSING_CHILD","legalBasis":"Law, art. 1",\
            "authority":"City police","caseNumber":"2026-17","issued":"2026-11-20","expires":"2027-01-31",\
            "author":"a. one","reviewer":"b. two"}""";

    @TempDir
    Path directory;

    private final AtomicLong last = new AtomicLong(6);
    private KeysetHandle key;
    private DocumentBlinder blinder;
    private Listing listing;

    @BeforeEach
    void keys() throws Exception {
        key = KeyFile.newSigningKey();
        blinder = new DocumentBlinder(KeyFile.newBlindingKey());
        listing = new Listing(
                (issued, entries) -> last.incrementAndGet(), blinder, new Signer(key), InstantSource.fixed(NOW));
    }

    private Listing.Outcome issue(String... entries) throws Exception {
        String json = "{\"expires\":\"2026-11-30T00:00:00Z\",\"entries\":[" + String.join(",", entries) + "]}";
        Path draft = Files.writeString(directory.resolve("draft.json"), json);
        return listing.issue(Draft.read(draft), directory.resolve("list.json"));
    }

    private String broken(String... entries) throws Exception {
        List<String> rules =
                assertInstanceOf(Listing.Rejected.class, issue(entries)).rules();
        assertFalse(rules.toString().contains(NUMBER));
        assertFalse(Files.exists(directory.resolve("list.json")));
        assertEquals(6, last.get());
        return rules.getFirst();
    }

    @Test
    void makesTheNextSignedListOfAGoodDraft() throws Exception {
        assertEquals(new Listing.Issued(7, 1), issue(GOOD));
        byte[] file = Files.readAllBytes(directory.resolve("list.json"));
        SignedWatchlist list = read(file, SignedWatchlist.class);
        assertTrue(list.signedBy(new Verifier(key.getPublicKeysetHandle())));
        assertFalse(new String(file, UTF_8).contains(NUMBER));
        WatchlistIssue issue = read(list.issue().getBytes(UTF_8), WatchlistIssue.class);
        assertEquals(7, issue.number());
        assertEquals(
                blinder.blind(DocumentType.PASSPORT, "UTO", NUMBER),
                issue.entries().getFirst().blinded());
    }

    private static <T> T read(byte[] json, Class<T> type) {
        return switch (Codec.read(json, type, Codec.FILE_MAX)) {
            case Codec.Decoded<T> decoded -> decoded.value();
            case Codec.Malformed<T> malformed -> throw new AssertionError(malformed.reason());
        };
    }

    @Test
    void namesTheEntryAndTheRuleItBreaks() throws Exception {
        assertEquals(
                "entry 2: author and reviewer are the same person", broken(GOOD, GOOD.replace("b. two", "A. One")));
        assertEquals("entry 1: category is none of the known ones", broken(GOOD.replace("MISSING_CHILD", "OTHER")));
        assertEquals("entry 1: legal basis is empty", broken(GOOD.replace("Law, art. 1", " ")));
        assertEquals("entry 1: authority is empty", broken(GOOD.replace("City police", "")));
        assertEquals("entry 1: case number is empty", broken(GOOD.replace("2026-17", "")));
        assertEquals("entry 1: expires lies in the past", broken(GOOD.replace("2027-01-31", "2026-11-22")));
        assertEquals("entry 1: issued is a day as 2026-11-23", broken(GOOD.replace("2026-11-20", "yesterday")));
        assertEquals("entry 1: number has 4 to 40 letters and digits", broken(GOOD.replace("E90417526", "E9")));
        assertEquals("entry 1: state is three capital letters", broken(GOOD.replace("UTO", "Utopia")));
        assertEquals(
                "entry 1: MISSING_CHILD expires within 366 days of its issue", broken(GOOD.replace("2027", "2029")));
        assertEquals("entry 2: the same document and category stand in an earlier entry", broken(GOOD, GOOD));
    }

    @Test
    void refusesAFileThatIsNoDraft() throws Exception {
        assertTrue(broken(GOOD.replace("\"state\":\"UTO\",", "")).startsWith("the draft cannot be read"));
        assertTrue(broken(GOOD.replace("\"UTO\"", "null")).startsWith("the draft cannot be read"));
        assertTrue(broken(GOOD.replace("\"state\"", "\"face\"")).startsWith("the draft cannot be read"));
    }
}
