package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waypost.contract.KeyFile;
import org.waypost.contract.SealedTip;
import org.waypost.contract.SignedTipReceipt;
import org.waypost.contract.SignedTipReceipt.Outcome;
import org.waypost.contract.Signer;

/** What a station keeps of a tip and for how long (invariant I15). */
class TipBoxTest extends TipScene {
    TipBoxTest() throws GeneralSecurityException {}

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
}
