package org.waypost.agent.watchlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.waypost.agent.watchlist.Screening.Reason;
import org.waypost.contract.WatchlistEntry.Category;

class ListFileTest {
    private static final ListFile.Content MALFORMED = new ListFile.Unusable(Reason.LIST_MALFORMED);
    private final Lists hub;

    ListFileTest() throws GeneralSecurityException {
        hub = new Lists();
    }

    @Test
    void aFileTornAnywhereIsNoList() throws IOException {
        byte[] whole = hub.file(Lists.issue(2, hub.entry(Cards.NUMBER_A, Category.PROTECTION_ORDER)));
        for (int length = 0; length < whole.length; length++) {
            assertEquals(MALFORMED, hub.format().parse(Arrays.copyOf(whole, length)), "torn at " + length);
        }
        assertInstanceOf(ListFile.Signed.class, hub.format().parse(whole));
    }

    @Test
    void aFlippedBitAnywhereIsNotTaken() {
        byte[] whole = hub.file(Lists.issue(2, hub.entry(Cards.NUMBER_A, Category.PROTECTION_ORDER)));
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) 1;
            assertInstanceOf(ListFile.Unusable.class, hub.format().parse(flipped), "flipped at " + at);
        }
    }

    @Test
    void randomBytesAreNoList() {
        Random random = new Random(20261123);
        for (int run = 0; run < 20_000; run++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            assertEquals(MALFORMED, hub.format().parse(noise));
        }
    }
}
