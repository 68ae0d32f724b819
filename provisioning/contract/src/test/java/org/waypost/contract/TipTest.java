package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A public report, its code and the desk's answer: what fits, what is refused, and what links nobody (I15). */
class TipTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeysetHandle desk;
    private final TipSealer sealer;

    TipTest() throws GeneralSecurityException {
        this.desk = KeyFile.newSealingKey();
        this.sealer = new TipSealer(desk.getPublicKeysetHandle());
    }

    private static FollowUpCode entered(String typed) {
        return assertInstanceOf(FollowUpCode.Entry.Entered.class, FollowUpCode.read(typed))
                .code();
    }

    private static FollowUpCode.Slip slip(String typed) {
        return assertInstanceOf(FollowUpCode.Entry.Mistyped.class, FollowUpCode.read(typed))
                .slip();
    }

    @Test
    void aCodeIsReadAsItIsShownHoweverItIsTyped() {
        FollowUpCode code = FollowUpCode.random(RANDOM);
        assertEquals(9, code.words().size());
        assertEquals(code, entered(String.join(" ", code.words())));
        assertEquals(code, entered("  " + String.join(",\n", code.words()).toUpperCase(Locale.ROOT) + " "));
        assertEquals(code, entered(code.scannable()));
        assertTrue(code.scannable().matches("[A-Z-]{44}"));
        assertFalse(code.toString().contains(code.words().getFirst()));
    }

    @Test
    void aSlipIsNamed() {
        List<String> words = FollowUpCode.random(RANDOM).words();
        assertEquals(FollowUpCode.Slip.COUNT, slip(""));
        assertEquals(FollowUpCode.Slip.COUNT, slip(String.join(" ", words.subList(1, 9))));
        assertEquals(FollowUpCode.Slip.WORD, slip(String.join(" ", words.subList(1, 9)) + " waypost"));
        assertEquals(FollowUpCode.Slip.COUNT, slip("word ".repeat(100_000)));
    }

    /** Nine bits of checksum: of 2,000 codes with two words changed about four pass. */
    @Test
    void changedWordsAreNoticed() {
        Random random = new Random(15);
        int passed = 0;
        for (int i = 0; i < 2_000; i++) {
            List<String> words = new ArrayList<>(FollowUpCode.random(RANDOM).words());
            words.set(random.nextInt(9), FollowUpWords.word(random.nextInt(2_048)));
            String other = FollowUpWords.word(random.nextInt(2_048));
            int at = random.nextInt(9);
            if (words.set(at, other).equals(other)) {
                continue;
            }
            passed += FollowUpCode.read(String.join(" ", words)) instanceof FollowUpCode.Entry.Entered ? 1 : 0;
        }
        assertTrue(passed < 25, passed + " of 2000");
    }

    @Test
    void codesAreAsManyAsTheirBits() {
        Set<FollowUpCode> codes = java.util.stream.Stream.generate(() -> FollowUpCode.random(RANDOM))
                .limit(2_000)
                .collect(Collectors.toSet());
        assertEquals(2_000, codes.size());
        assertTrue(FollowUpCode.SECRET_BITS >= 80);
        for (int bit = FollowUpCode.CHECK_BITS; bit < FollowUpCode.CHECK_BITS + FollowUpCode.SECRET_BITS; bit++) {
            int at = bit;
            long set = codes.stream().filter(code -> code.value().testBit(at)).count();
            assertTrue(set > 800 && set < 1_200, "bit " + bit + " is set " + set + " times of 2000");
        }
    }

    @Test
    void anAnswerIsReadWithTheCodeAndWithNoOther() {
        FollowUpCode code = FollowUpCode.random(RANDOM);
        TipThread thread = code.thread();
        assertEquals(thread, entered(code.scannable()).thread());
        String sealed = thread.seal("我们在查。");
        assertEquals(Optional.of("我们在查。"), thread.open(sealed));
        assertEquals(
                sealed.length(), thread.seal("x".repeat(TipThread.ANSWER_MAX)).length());
        TipThread other = FollowUpCode.random(RANDOM).thread();
        assertEquals(Optional.empty(), other.open(sealed));
        assertEquals(Optional.empty(), new TipThread(other.handle(), thread.key()).open(sealed));
        assertFalse(thread.toString().contains(thread.key()));
        assertThrows(IllegalArgumentException.class, () -> thread.seal(" "));
    }

    @Test
    void aTipIsOpenedByItsDeskAndUnderItsOwnId() throws GeneralSecurityException {
        SealedTip tip = sealer.seal(Specimens.publicReport());
        assertEquals(Optional.of(Specimens.publicReport()), new TipOpener(desk).open(tip));
        assertEquals(Optional.empty(), new TipOpener(KeyFile.newSealingKey()).open(tip));
        SealedTip moved = new SealedTip(1, UUID.randomUUID(), tip.sealed());
        assertEquals(Optional.empty(), new TipOpener(desk).open(moved));
        assertEquals(Optional.empty(), new TipOpener(desk).open(new SealedTip(1, tip.id(), "no base64!")));
    }

    @Test
    void itsLengthTellsOnlyWhetherThereIsAPhotoAndFitsIntoAMessage() {
        Random random = new Random(7);
        String dense = random.ints(PublicReport.WORDS_MAX, 0x4e00, 0x9fa0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        byte[] noise = new byte[PublicReport.PHOTO_BYTES_MAX];
        random.nextBytes(noise);
        noise[0] = (byte) 0xff;
        noise[1] = (byte) 0xd8;
        noise[2] = (byte) 0xff;
        String photo = Base64.getUrlEncoder().withoutPadding().encodeToString(noise);
        int plain = length("", "");
        assertEquals(plain, length(dense, ""));
        int pictured = length(dense, photo);
        assertEquals(pictured, length("", "_9j_AAAA"));
        assertTrue(plain < pictured && pictured <= Codec.MESSAGE_MAX, "" + pictured);
    }

    private int length(String words, String photo) {
        return Codec.write(sealer.seal(Specimens.publicReport(UUID.randomUUID(), words, photo)))
                .getBytes(UTF_8)
                .length;
    }

    /** All that is outside the seal: the id, which is random, and ciphertext. */
    @Test
    void twoTipsOfOnePersonShareNothing() {
        Pattern form = Pattern.compile(
                "\\{\"type\":\"TIP\",\"version\":1,\"id\":\"([0-9a-f-]{36})\",\"sealed\":\"([A-Za-z0-9_-]+)\"}");
        Set<String> ids = new java.util.HashSet<>();
        Set<String> encapsulated = new java.util.HashSet<>();
        for (int i = 0; i < 500; i++) {
            var wire = form.matcher(Codec.write(
                    sealer.seal(Specimens.publicReport(UUID.randomUUID(), "the same person, the same words", ""))));
            assertTrue(wire.matches());
            ids.add(wire.group(1));
            // behind the 5 bytes that name the desk's key: the sender's key, new each time
            encapsulated.add(wire.group(2).substring(8, 48));
        }
        assertEquals(500, ids.size());
        assertEquals(500, encapsulated.size());
    }

    @Test
    void noIdWithATimeAndNoTimeFinerThanAnHourCanBeTold() {
        assertThrows(IllegalArgumentException.class, () -> Specimens.publicReport(Specimens.ID, "words", ""), "UUIDv7");
        PublicReport told = Specimens.publicReport();
        assertThrows(
                IllegalArgumentException.class,
                () -> new PublicReport(
                        told.id(),
                        told.hour().plusMillis(1),
                        told.kind(),
                        told.place(),
                        told.danger(),
                        told.words(),
                        told.thread(),
                        told.photo()));
    }

    @Test
    void receiptsAndAnswersCountOnlyFromTheHub() throws GeneralSecurityException {
        KeysetHandle hub = KeyFile.newSigningKey();
        Verifier verifier = new Verifier(hub.getPublicKeysetHandle());
        SealedTip tip = sealer.seal(Specimens.publicReport());
        SignedTipReceipt receipt = SignedTipReceipt.sign(tip, SignedTipReceipt.Outcome.STORED, new Signer(hub));
        assertTrue(receipt.answers(tip.id(), tip.digest(), verifier));
        assertFalse(receipt.answers(UUID.randomUUID(), tip.digest(), verifier));
        assertFalse(
                receipt.answers(tip.id(), sealer.seal(Specimens.publicReport()).digest(), verifier));
        assertFalse(new SignedTipReceipt(
                        1, receipt.tip(), receipt.digest(), SignedTipReceipt.Outcome.REFUSED, receipt.signature())
                .answers(tip.id(), tip.digest(), verifier));
        SignedAnswer answer = SignedAnswer.sign(2, 1, Specimens.HOUR, "A".repeat(22), "sealed", new Signer(hub));
        assertTrue(answer.signed(verifier));
        assertFalse(new SignedAnswer(1, 3, 1, answer.hour(), answer.handle(), answer.sealed(), answer.signature())
                .signed(verifier));
    }
}
