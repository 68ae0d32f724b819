package org.waypost.hub.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MasterListTest {
    private Country utopia;
    private Country other;

    @BeforeEach
    void found() throws Exception {
        utopia = Country.named("C=UT,CN=CSCA Utopia");
        other = Country.named("C=XX,CN=CSCA Other");
    }

    private void assertRefused(MasterList.Reason reason, byte[] list) throws Exception {
        assertEquals(new MasterList.Result.Refused(reason), MasterList.read(list, utopia.certificate()));
    }

    @Test
    void readsAListOfThePinnedIssuerAndOfASignerItAppointed() throws Exception {
        for (byte[] list : new byte[][] {utopia.masterList(utopia, other), utopia.masterListBySigner(utopia, other)}) {
            var read = assertInstanceOf(MasterList.Result.Read.class, MasterList.read(list, utopia.certificate()));
            assertEquals(2, read.certificates().size());
        }
    }

    @Test
    void refusesAListThatOnlyVouchesForItself() throws Exception {
        assertRefused(MasterList.Reason.ISSUER_UNKNOWN, other.masterList(other, utopia));
        Country sameName = Country.named("C=UT,CN=CSCA Utopia");
        assertRefused(MasterList.Reason.ISSUER_UNKNOWN, sameName.masterList(sameName));
        assertRefused(MasterList.Reason.ISSUER_UNKNOWN, sameName.masterListBySigner(sameName));
    }

    @Test
    void refusesWhatIsNoListIsTornOrTooLong() throws Exception {
        byte[] list = utopia.masterList(utopia, other);
        assertRefused(MasterList.Reason.NOT_A_MASTER_LIST, new byte[0]);
        assertRefused(MasterList.Reason.NOT_A_MASTER_LIST, utopia.certificate());
        assertRefused(MasterList.Reason.NOT_A_MASTER_LIST, Arrays.copyOf(list, list.length / 2));
        assertRefused(MasterList.Reason.NOT_A_MASTER_LIST, Arrays.copyOf(list, MasterList.LARGEST + 1));
        assertEquals(
                new MasterList.Result.Refused(MasterList.Reason.NOT_A_MASTER_LIST),
                MasterList.read(list, new byte[] {1, 2, 3}));
    }

    /** What is read after a change is what was signed: bits outside the signed content alone may differ. */
    @Test
    void neverReadsAnotherContentThanTheSignedOne() throws Exception {
        byte[] list = utopia.masterList(utopia, other);
        var whole = assertInstanceOf(MasterList.Result.Read.class, MasterList.read(list, utopia.certificate()));
        Random random = new Random(20261124);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = list.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            switch (MasterList.read(changed, utopia.certificate())) {
                case MasterList.Result.Refused refusal -> refused++;
                case MasterList.Result.Read read -> assertEquals(whole.certificates(), read.certificates());
            }
        }
        assertTrue(refused > 1_500, "refused " + refused);
    }
}
