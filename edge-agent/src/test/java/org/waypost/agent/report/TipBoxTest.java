package org.waypost.agent.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.AnswersWanted;
import org.waypost.contract.Codec;
import org.waypost.contract.KeyFile;
import org.waypost.contract.PublicReport;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SealedTip;
import org.waypost.contract.SignedAcknowledgement;
import org.waypost.contract.SignedAnswer;
import org.waypost.contract.SignedHealth;
import org.waypost.contract.SignedTipReceipt;
import org.waypost.contract.SignedTipReceipt.Outcome;
import org.waypost.contract.Signer;
import org.waypost.contract.StationWord;
import org.waypost.contract.TerminalId;
import org.waypost.contract.TipSealer;
import org.waypost.contract.TipThread;
import org.waypost.contract.Verifier;

/** What a station keeps, for how long, and when it speaks (invariant I15). */
class TipBoxTest {
    private static final Instant TOLD = Instant.parse("2026-11-23T08:17:23.456Z");
    private static final TerminalId STATION = new TerminalId("station-1");

    @TempDir
    Path directory;

    private final KeysetHandle desk;
    private final KeysetHandle hub;
    private final Mailbox mailbox = new Mailbox();
    private Instant now = TOLD;
    private TerminalStore store;
    private TipBox box;
    private AnswerShelf shelf;

    TipBoxTest() throws GeneralSecurityException {
        this.desk = KeyFile.newSealingKey();
        this.hub = KeyFile.newSigningKey();
    }

    @BeforeEach
    void open() throws GeneralSecurityException {
        store = TerminalStore.open(directory.resolve("station.db"), () -> Instant.parse("2026-01-01T00:00:00Z"));
        Verifier verifier = new Verifier(hub.getPublicKeysetHandle());
        box = new SqliteTipBox(store, new TipSealer(desk.getPublicKeysetHandle()), verifier, () -> now);
        shelf = new SqliteAnswerShelf(store, verifier, () -> now);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private PublicReport report(UUID id) {
        return new PublicReport(
                id,
                PublicReport.hourOf(now),
                PublicReport.Kind.TRAFFICKING,
                PublicReport.Place.HOME,
                PublicReport.Danger.NOT_KNOWN,
                "words-of-one-person",
                thread(1),
                "");
    }

    private static TipThread thread(int number) {
        byte[] handle = new byte[16];
        handle[0] = (byte) number;
        return new TipThread(Base64.getUrlEncoder().withoutPadding().encodeToString(handle), "A".repeat(43));
    }

    private void put(int count) {
        for (int i = 0; i < count; i++) {
            assertEquals(TipBox.Put.SAVED, box.put(report(UUID.randomUUID())));
        }
    }

    private SignedTipReceipt receipt(SealedTip tip, Outcome outcome) {
        return SignedTipReceipt.sign(tip, outcome, new Signer(hub));
    }

    private SignedAnswer answer(long number, long previous, int thread) {
        return SignedAnswer.sign(
                number,
                previous,
                PublicReport.hourOf(now),
                thread(thread).handle(),
                thread(thread).seal("answer " + number),
                new Signer(hub));
    }

    @Test
    void anHourLeavesTogetherWhenItIsOverInTheOrderOfRandomIds() {
        put(8);
        assertEquals(List.of(), box.due());
        now = Instant.parse("2026-11-23T08:59:59.999Z");
        assertEquals(List.of(), box.due());
        now = Instant.parse("2026-11-23T09:00:00Z");
        List<String> ids = box.due().stream().map(tip -> tip.id().toString()).toList();
        assertEquals(8, ids.size());
        assertEquals(ids.stream().sorted().toList(), ids);
    }

    /** The same tips told in any order leave the same rows behind, column for column and page for page in one order. */
    @Test
    void whatIsKeptDoesNotTellWhichCameFirst() throws Exception {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(12).toList();
        List<List<String>> dumps = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            store.transaction(in -> {
                try (Statement delete = in.createStatement()) {
                    return delete.executeUpdate("delete from tip");
                }
            });
            List<UUID> order = new ArrayList<>(ids);
            Collections.shuffle(order, new Random(seed));
            order.forEach(id -> box.put(report(id)));
            dumps.add(rows("select id || hour || refused from tip"));
        }
        assertEquals(dumps.get(0), dumps.get(1));
        assertEquals(dumps.get(0), dumps.get(2));
        assertEquals(
                List.of("id", "hour", "message", "digest", "refused"),
                rows("select name from pragma_table_info('tip')"));
        assertEquals(
                List.of(),
                rows("select name from sqlite_schema where name = 'sqlite_sequence' or sql like '%autoincrement%'"));
    }

    @Test
    void theFileHoldsNoExactTimeNoLanguageNoTerminalNoSequenceAndNoWords() throws Exception {
        put(3);
        String kept = bytes();
        assertTrue(kept.contains("2026-11-23T08:00:00Z"));
        for (String trace : List.of(
                // with its day: the database notes when it was made, which may be the same minute of another day
                "2026-11-23T08:17",
                "2026-11-23 08:17",
                Long.toString(TOLD.getEpochSecond()),
                "station-1",
                "words-of-one-person",
                "TRAFFICKING",
                "zh-Hans",
                "ENGLISH",
                "sequence\":")) {
            assertFalse(kept.contains(trace), trace);
        }
        assertEquals(List.of("0"), rows("select count(*) from audit"));
        assertEquals(List.of("0"), rows("select count(*) from outbox"));
        assertEquals(List.of("0"), rows("select count(*) from outbox_sequence"));
    }

    @Test
    void aFullBoxSaysSoAndAnotherHourHasRoom() {
        put(TipBox.HOUR_MAX);
        assertEquals(TipBox.Put.FULL, box.put(report(UUID.randomUUID())));
        assertEquals(TipBox.HOUR_MAX, box.waiting());
        now = now.plus(Duration.ofHours(1));
        put(1);
    }

    @Test
    void whatWaitsIsBoundedHoweverLongTheHubIsAway() {
        for (int hour = 0; hour < TipBox.WAITING_MAX / TipBox.HOUR_MAX; hour++) {
            put(TipBox.HOUR_MAX);
            now = now.plus(Duration.ofHours(1));
        }
        assertEquals(TipBox.Put.FULL, box.put(report(UUID.randomUUID())));
    }

    @Test
    void onlyTheHubsReceiptForTheVeryTipLetsItGoAndNothingOfItStays() throws Exception {
        put(2);
        now = now.plus(Duration.ofHours(1));
        List<SealedTip> due = box.due();
        SealedTip first = due.getFirst();
        assertFalse(box.confirm(SignedTipReceipt.sign(first, Outcome.STORED, new Signer(KeyFile.newSigningKey()))));
        SealedTip another = new SealedTip(1, first.id(), "another");
        assertFalse(box.confirm(receipt(another, Outcome.STORED)));
        assertEquals(2, box.waiting());
        assertTrue(box.confirm(receipt(first, Outcome.STORED)));
        assertFalse(box.confirm(receipt(first, Outcome.STORED)));
        assertEquals(List.of(due.getLast()), box.due());
        assertFalse(bytes().contains(first.id().toString()));
        assertFalse(bytes().contains(first.sealed().substring(0, 40)));
    }

    @Test
    void whatTheHubHasNoRoomForWaitsAnHourAndWhatItRefusesStaysForATechnician() {
        put(2);
        now = now.plus(Duration.ofHours(1));
        List<SealedTip> due = box.due();
        assertTrue(box.confirm(receipt(due.getFirst(), Outcome.LATER)));
        assertTrue(box.confirm(receipt(due.getLast(), Outcome.REFUSED)));
        assertEquals(List.of(), box.due());
        now = now.plus(Duration.ofHours(1));
        assertEquals(List.of(due.getFirst()), box.due());
        assertEquals(1, box.waiting());
    }

    @Test
    void answersFollowOnEachOtherAreTheHubsAndGoInTime() throws Exception {
        assertTrue(shelf.put(answer(1, 0, 5)));
        assertFalse(shelf.put(answer(1, 0, 5)), "again");
        assertFalse(shelf.put(answer(4, 3, 5)), "one before it is missing");
        assertTrue(shelf.put(answer(3, 1, 6)), "the hub has no second one");
        SignedAnswer good = answer(9, 3, 5);
        assertFalse(shelf.put(new SignedAnswer(1, 8, 3, good.hour(), good.handle(), good.sealed(), good.signature())));
        assertEquals(3, shelf.last());
        assertEquals(1, shelf.of(thread(5).handle()).size());
        assertEquals(List.of(), shelf.of(thread(7).handle()));
        assertFalse(bytes().contains("answer 1"));
        now = now.plus(AnswerShelf.KEPT).plus(Duration.ofHours(1));
        shelf.tidy();
        assertEquals(List.of(), shelf.of(thread(5).handle()));
        assertEquals(3, shelf.last(), "old ones are not asked for again");
    }

    @Test
    void aStationAsksAtOnceAndAtItsBeatAndSendsNothingOfTheHourThatRuns() throws Exception {
        put(2);
        Line line = new Line(asked -> mailbox.leave(new LinkEvent.Lost("the end")));
        assertEquals("the end", errand().over(line));
        assertEquals(List.of(new AnswersWanted(1, 0)), line.said);
    }

    @Test
    void anHourThatIsOverIsSentOnceAWindowAtATimeAndGoesWithItsReceipts() throws Exception {
        put(5);
        now = now.plus(Duration.ofHours(1));
        shelf.put(answer(1, 0, 5));
        int[] tips = {0};
        Line line = new Line(word -> {
            if (word instanceof SealedTip tip) {
                mailbox.leave(new LinkEvent.Taken(tip.id()));
                mailbox.leave(new LinkEvent.Said(receipt(tip, Outcome.STORED)));
                if (++tips[0] == 5) {
                    mailbox.leave(new LinkEvent.Lost("the end"));
                }
            } else {
                mailbox.leave(new LinkEvent.Taken(new UUID(0, 0)));
                mailbox.leave(new LinkEvent.Said(answer(2, 1, 5)));
            }
        });
        assertEquals("the end", errand().over(line));
        assertEquals(new AnswersWanted(1, 1), line.said.getFirst());
        assertEquals(6, line.said.size());
        assertEquals(6, Set.copyOf(line.said).size());
        assertEquals(0, box.waiting());
        assertEquals(2, shelf.last());
    }

    private TipErrand errand() {
        return new TipErrand(STATION, box, shelf, mailbox, () -> 0);
    }

    private String bytes() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("station.db", "station.db-wal")) {
            all.append(new String(Files.readAllBytes(directory.resolve(name)), ISO_8859_1));
        }
        return all.toString();
    }

    private List<String> rows(String query) {
        return store.transaction(in -> {
            try (Statement statement = in.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(row.getString(1));
                }
                return rows;
            }
        });
    }

    /** A broker in memory. */
    private static final class Line implements BrokerSession {
        static final int WINDOW = 2;

        final List<StationWord> said = new ArrayList<>();
        final Consumer<StationWord> then;

        Line(Consumer<StationWord> then) {
            this.then = then;
        }

        @Override
        public int window() {
            return WINDOW;
        }

        @Override
        public int messageMax() {
            return Codec.MESSAGE_MAX;
        }

        @Override
        public void publish(SealedReport report) {}

        @Override
        public void say(TerminalId station, UUID reference, StationWord word) {
            assertEquals(STATION, station);
            said.add(word);
            then.accept(word);
        }

        @Override
        public void tell(SignedHealth health) {}

        @Override
        public void acknowledge(SignedAcknowledgement notice) {}

        @Override
        public void close() {}
    }
}
