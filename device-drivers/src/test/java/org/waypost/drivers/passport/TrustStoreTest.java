package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.waypost.drivers.passport.PassportBench.NOW;
import static org.waypost.drivers.passport.PassportBench.UTOPIA;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.simulated.PassportAuthority;

class TrustStoreTest {
    private static final PassportAuthority OTHER = PassportAuthority.founded("XX", NOW);

    @Test
    void findsTheSignersAndListsOfACountry() {
        var certificates = List.of(UTOPIA.certificate(), OTHER.certificate());
        TrustStore store = new TrustStore(7, NOW, certificates, List.of(PassportBench.freshList()));
        assertEquals(7, store.version());
        assertEquals(NOW, store.issued());
        assertEquals(2, store.size());
        assertEquals(1, store.of("ut").size());
        assertEquals(1, store.revocationsOf("UT").size());
        assertEquals(List.of(), store.revocationsOf("XX"));
    }

    @Test
    void leavesOutWhatCannotBeRead() {
        TrustStore store = new TrustStore(0, NOW, List.of(new byte[3]), List.of(new byte[] {0x30, 0x01}));
        assertEquals(0, store.size());
        assertEquals(List.of(), store.revocationsOf("UT"));
        assertThrows(IllegalArgumentException.class, () -> new TrustStore(-1, NOW, List.of(), List.of()));
    }
}
