package org.waypost.agent.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.Codec;
import org.waypost.contract.TrustStoreIssue;
import org.waypost.drivers.passport.TrustStore;
import org.waypost.testing.ExpectFailure;

/** What a terminal keeps of the hub's trust store. */
class TrustCopyTest {
    private final Stores hub;

    @TempDir
    private Path folder = Path.of("unset");

    private Path kept = Path.of("unset");
    private Path offered = Path.of("unset");

    TrustCopyTest() throws GeneralSecurityException {
        hub = new Stores();
    }

    @BeforeEach
    void lay() {
        kept = folder.resolve("trust.json");
        offered = folder.resolve("offered.json");
    }

    private static TrustTaken.Refused refused(TrustTaken.Reason reason) {
        return new TrustTaken.Refused(reason);
    }

    private static TrustStanding unusable(TrustStanding.Reason reason) {
        return new TrustStanding.Unusable(reason);
    }

    @Test
    void hasNoneWhereNothingWasEverTaken() {
        TrustCopy copy = hub.at(kept);
        assertEquals(TrustStore.NONE, copy.get());
        assertEquals(unusable(TrustStanding.Reason.TRUST_ABSENT), copy.standing());
    }

    @Test
    void takesAStoreAndHasItAfterARestart() throws IOException {
        TrustCopy copy = hub.at(kept);
        assertEquals(new TrustTaken.InUse(3, 1), copy.apply(hub.write(offered, 3)));
        assertEquals(3, copy.get().version());
        TrustStanding.InUse expected = new TrustStanding.InUse(3, Stores.NOON, 1);
        assertEquals(expected, copy.standing());
        assertEquals(expected, hub.at(kept).standing(), "from disk");
        assertEquals(1, hub.at(kept).get().size());
    }

    @Test
    void goesNoStepBackNorTakesTheSameAgain() throws IOException {
        TrustCopy copy = hub.at(kept);
        copy.apply(hub.write(offered, 3));
        assertEquals(refused(TrustTaken.Reason.NOT_NEWER), copy.apply(hub.write(offered, 3)));
        assertEquals(refused(TrustTaken.Reason.NOT_NEWER), copy.apply(hub.write(offered, 2)));
        assertEquals(3, copy.get().version());
        assertEquals(3, hub.at(kept).get().version());
        assertEquals(new TrustTaken.InUse(4, 1), copy.apply(hub.write(offered, 4)));
    }

    /** Else whoever deletes the file could bring back one that lacks a revocation. */
    @Test
    void goesNoStepBackWhereTheCopyIsGoneAndMayBeRestored() throws IOException {
        hub.at(kept).apply(hub.write(offered, 3));
        Files.delete(kept);
        TrustCopy copy = hub.at(kept);
        assertEquals(refused(TrustTaken.Reason.NOT_NEWER), copy.apply(hub.write(offered, 2)));
        assertEquals(TrustStore.NONE, copy.get());
        assertEquals(new TrustTaken.InUse(3, 1), copy.apply(hub.write(offered, 3)));
    }

    @Test
    void takesNothingThatTheHubDidNotSign() throws IOException, GeneralSecurityException {
        TrustCopy copy = hub.at(kept);
        copy.apply(hub.write(offered, 3));
        assertEquals(refused(TrustTaken.Reason.SIGNATURE_INVALID), copy.apply(new Stores().write(offered, 4)));
        Files.writeString(
                offered, Files.readString(hub.write(offered, 5)).replace("\\\"number\\\":5", "\\\"number\\\":6"));
        assertEquals(refused(TrustTaken.Reason.SIGNATURE_INVALID), copy.apply(offered), "changed on the way");
        assertEquals(3, copy.get().version());
        assertTrue(Files.readString(kept).contains("\\\"number\\\":3"));
    }

    @Test
    void takesNothingBeyondItsLimitsOrTorn() throws IOException {
        TrustCopy copy = hub.at(kept);
        assertEquals(refused(TrustTaken.Reason.ABSENT), copy.apply(offered));
        String whole = Files.readString(hub.write(offered, 1));
        Files.writeString(offered, whole.substring(0, whole.length() / 2));
        assertEquals(refused(TrustTaken.Reason.MALFORMED), copy.apply(offered));
        Files.write(offered, new byte[Codec.FILE_MAX + 1]);
        assertEquals(refused(TrustTaken.Reason.MALFORMED), copy.apply(offered));
        assertEquals(refused(TrustTaken.Reason.MALFORMED), copy.apply(folder), "a directory");
        String signer = "{\"country\":\"UT\",\"certificate\":\"Zg==\",\"expires\":\"2026-11-29T04:00:00Z\","
                + "\"source\":\"UT\"}";
        String many = String.join(",", Collections.nCopies(TrustStoreIssue.SIGNERS_MAX + 1, signer));
        hub.write(
                offered,
                "{\"number\":1,\"issued\":\"2026-11-29T04:00:00Z\",\"signers\":[" + many + "],\"revocationLists\":[]}");
        assertEquals(refused(TrustTaken.Reason.MALFORMED), copy.apply(offered), "signed and beyond the limits");
        assertEquals(refused(TrustTaken.Reason.EMPTY), copy.apply(hub.write(offered, 1, "Zg==")), "no certificate");
        assertEquals(TrustStore.NONE, copy.get());
        assertEquals(new TrustTaken.InUse(1, 1), copy.apply(hub.write(offered, 1)), "control: the same, whole");
    }

    @Test
    @ExpectFailure(IOException.class)
    void keepsTheOldOneWhereTheDiskDoesNotTakeTheNew() throws IOException {
        TrustCopy copy = hub.at(kept);
        copy.apply(hub.write(offered, 1));
        Files.createDirectory(folder.resolve("trust.json.number.new"));
        assertEquals(refused(TrustTaken.Reason.NOT_WRITTEN), copy.apply(hub.write(offered, 2)));
        assertEquals(1, copy.get().version());
        assertEquals(1, hub.at(kept).get().version());
    }

    @Test
    void saysOfADamagedCopyThatItIs() throws IOException {
        hub.at(kept).apply(hub.write(offered, 1));
        Files.writeString(kept, "{");
        assertEquals(
                unusable(TrustStanding.Reason.TRUST_MALFORMED), hub.at(kept).standing());
        assertEquals(TrustStore.NONE, hub.at(kept).get());
    }
}
