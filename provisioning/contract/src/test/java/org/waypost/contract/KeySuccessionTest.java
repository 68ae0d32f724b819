package org.waypost.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.KeySuccession.Former;
import org.waypost.contract.KeySuccession.Step;

class KeySuccessionTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @TempDir
    Path directory;

    private KeyFile terminal;
    private KeySuccession desk;
    private KeySuccession receipts;

    @BeforeEach
    void keys() throws Exception {
        terminal = new KeyFile(directory.resolve("terminal.json"));
        terminal.writePrivate(KeyFile.newSigningKey());
        desk = made("desk.json");
        desk.keys().writePrivate(KeyFile.newSealingKey());
        desk.publicKeys().writePublic(desk.keys().read());
        receipts = made("receipt.json");
        receipts.keys().writePrivate(KeyFile.newSigningKey());
        receipts.publicKeys().writePublic(receipts.keys().read());
    }

    private KeySuccession made(String name) {
        return new KeySuccession(new KeyFile(directory.resolve(name)));
    }

    private SealedReport seal() {
        return new ReportSealer(new Signer(terminal), desk.publicKeys()).seal(Specimens.report(), 5);
    }

    private static boolean opens(ReportOpener opener, SealedReport message) {
        return opener.open(message) instanceof ReportOpener.Opening.Opened;
    }

    /** The opener and the sealer are those of running programs: nothing is restarted. */
    @Test
    void whatWasSealedBeforeIsOpenedUntilItsKeyIsRemoved() throws Exception {
        ReportOpener opener = new ReportOpener(desk.keys());
        ReportSealer sealer = new ReportSealer(new Signer(terminal), desk.publicKeys());
        SealedReport before = sealer.seal(Specimens.report(), 1);
        assertEquals(Step.DONE, desk.add());
        SealedReport waiting = sealer.seal(Specimens.report(), 2);
        assertEquals(Step.DONE, desk.activate(NOON));
        SealedReport after = sealer.seal(Specimens.report(), 3);
        assertTrue(Stream.of(before, waiting, after).allMatch(message -> opens(opener, message)));
        desk.remove(desk.former().getFirst());
        assertEquals(new ReportOpener.Opening.Closed(Receipt.Reason.NOT_FOR_THIS_DESK), opener.open(before));
        assertFalse(opens(opener, waiting), "the waiting key was not sealed to");
        assertTrue(opens(opener, after));
    }

    @Test
    void aSignatureIsVerifiedByTheSetOfTheStepBeforeAndOfTheStepAfter() throws Exception {
        Path early = directory.resolve("early.json");
        Files.copy(receipts.publicKeys().path(), early);
        Verifier behind = new Verifier(new KeyFile(early));
        Verifier current = new Verifier(receipts.publicKeys());
        Signer signer = new Signer(receipts.keys());
        receipts.add();
        String waiting = signer.sign("text");
        assertTrue(behind.signed("text", waiting), "who does not have the new set is not locked out");
        Files.copy(receipts.publicKeys().path(), directory.resolve("laid"));
        receipts.activate(NOON);
        String active = signer.sign("text");
        assertFalse(behind.signed("text", active), "control: the set before the waiting key");
        Files.move(directory.resolve("laid"), early, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertTrue(behind.signed("text", active) && behind.signed("text", waiting));
        Former old = receipts.former().getFirst();
        assertTrue(receipts.verifierWithout(old).signed("text", active));
        assertFalse(receipts.verifierWithout(old).signed("text", waiting));
        receipts.remove(old);
        assertTrue(current.signed("text", active));
        assertFalse(current.signed("text", waiting));
        assertTrue(behind.signed("text", waiting), "a receipt before still counts where the old set lies");
    }

    @Test
    void namesFormerKeysByTheirOrderAndTheTimeTheyWereFollowed() throws Exception {
        assertEquals(List.of(), desk.former());
        int first = desk.keys().read().getPrimary().getId();
        desk.add();
        assertEquals(List.of(), desk.former());
        desk.activate(NOON);
        int second = desk.keys().read().getPrimary().getId();
        desk.add();
        desk.activate(NOON.plusSeconds(1));
        assertEquals(
                List.of(new Former(first, Optional.of(NOON)), new Former(second, Optional.of(NOON.plusSeconds(1)))),
                desk.former());
        Files.writeString(directory.resolve("desk.json.followed"), "junk\n=\n%08x=yesterday\n".formatted(first));
        assertEquals(
                List.of(Optional.empty(), Optional.empty()),
                desk.former().stream().map(Former::followed).toList());
        desk.note(desk.former().getFirst(), NOON.plusSeconds(2));
        assertEquals(
                new Former(first, Optional.of(NOON.plusSeconds(2))),
                desk.former().getFirst());
    }

    @Test
    void aStepOutOfTurnChangesNoPrivateKeyAndMendsThePublicSet() throws Exception {
        String before = Files.readString(desk.keys().path());
        Files.delete(desk.publicKeys().path());
        assertEquals(Step.NONE_WAITS, desk.activate(NOON));
        assertEquals(before, Files.readString(desk.keys().path()));
        assertTrue(opens(new ReportOpener(desk.keys()), seal()));
        desk.add();
        assertEquals(Step.ONE_WAITS, desk.add());
        for (int keys = 2; keys < KeySuccession.KEYS_MAX; keys++) {
            desk.activate(NOON);
            assertEquals(Step.DONE, desk.add());
        }
        desk.activate(NOON);
        assertEquals(Step.FULL, desk.add());
        assertEquals(KeySuccession.KEYS_MAX, desk.keys().read().size());
    }

    @Test
    void writesForTheOwnerAloneAndLeavesNoPart() throws Exception {
        desk.add();
        desk.activate(NOON);
        assertEquals("rw-------", mode(desk.keys()));
        assertEquals("rw-r--r--", mode(desk.publicKeys()));
        assertThrows(KeyFailure.class, () -> new ReportOpener(desk.publicKeys()));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(
                    List.of(
                            "desk-public.json",
                            "desk.json",
                            "desk.json.followed",
                            "receipt-public.json",
                            "receipt.json",
                            "terminal.json"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private static String mode(KeyFile file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path()));
    }

    @Test
    void aFileThatIsGoneOrBrokenLeavesTheKeysBeforeInUse() throws Exception {
        ReportOpener opener = new ReportOpener(desk.keys());
        SealedReport message = seal();
        Files.writeString(desk.keys().path(), "{\"primaryKeyId\":");
        assertTrue(opens(opener, message));
        Files.delete(desk.keys().path());
        assertTrue(opens(opener, message));
        desk.keys().writePrivate(KeyFile.newSealingKey());
        assertFalse(opens(opener, message));
    }

    @Test
    void tellsByWhichKeyAMessageIsSealed() throws Exception {
        SealedReport before = seal();
        desk.add();
        desk.activate(NOON);
        String mark = desk.former().getFirst().mark();
        assertTrue(Codec.write(before).contains(mark));
        assertFalse(Codec.write(seal()).contains(mark));
    }
}
