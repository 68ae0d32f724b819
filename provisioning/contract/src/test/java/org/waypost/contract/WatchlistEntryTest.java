package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchlistEntryTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no category|\"category\":\"MISSING_ADULT\",|",
                "category outside the list|MISSING_ADULT|RUNAWAY",
                "no legal basis|Missing Persons Rules (invented), art. 3|",
                "no authority|Invented County Police|",
                "no case number|INV-2026-0001|",
                "no issue date|\"issued\":\"2026-11-01\",|",
                "no expiry|\"expires\":\"2027-05-01\",|",
                "expiry before issue|2027-05-01|2026-10-01",
                "expiry beyond the category's maximum|2027-05-01|2027-12-01",
                "reviewer is the author|reviewer-2|Author-1",
                "a number instead of a keyed hash|c3BlY2ltZW4tYmxpbmRlZC1yZWZlcmVuY2UtMDAwMDE|110101199003070011"
            })
    void anEntryWithoutItsGroundsRefusesTheIssue(String name, String good, String bad) {
        String json = Codec.write(Specimens.issue());
        String broken = json.replace(good, bad == null ? "" : bad);
        assertFalse(broken.equals(json), name);
        assertInstanceOf(Codec.Malformed.class, Codec.read(broken.getBytes(UTF_8), WatchlistIssue.class));
    }

    @Test
    void livesFromItsIssueToItsExpiryAndNotADayLonger() {
        WatchlistEntry entry = Specimens.entry();
        assertFalse(entry.liveOn(entry.issued().minusDays(1)));
        assertTrue(entry.liveOn(entry.issued()));
        assertTrue(entry.liveOn(entry.expires()));
        assertFalse(entry.liveOn(entry.expires().plusDays(1)));
    }

    @Test
    void theHubsSignatureCoversTheIssue() throws GeneralSecurityException {
        var key = KeyFile.newSigningKey();
        SignedWatchlist list = SignedWatchlist.sign(Specimens.issue(), new Signer(key));
        Verifier hub = new Verifier(key.getPublicKeysetHandle());
        SignedWatchlist longer =
                new SignedWatchlist(list.format(), list.issue().replace("2027-05-01", "2027-06-01"), list.signature());
        assertTrue(list.signedBy(hub));
        assertFalse(longer.signedBy(hub));
        assertFalse(list.signedBy(new Verifier(KeyFile.newSigningKey().getPublicKeysetHandle())));
        assertEquals(
                new Codec.Decoded<>(Specimens.issue()), Codec.read(list.issue().getBytes(UTF_8), WatchlistIssue.class));
    }

    @Test
    void aListLivesAWeekAtMost() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new WatchlistIssue(
                        1, Specimens.SEEN, Specimens.SEEN.plusSeconds(8 * 86_400), List.of(Specimens.entry())));
    }
}
