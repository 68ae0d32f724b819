package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.contract.SealedTip;
import org.waypost.contract.SignedTipReceipt.Outcome;
import org.waypost.contract.TipThread;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.tip.TipLine;
import org.waypost.hub.tip.TipStore;

/** What is kept of tips, whichever database is below it, and what is not (invariant I15). */
abstract class TipsContract extends StoreContract {
    private static final Officer LI = new Officer("Officer Li");
    private static final Reason REASON = new Reason("first assessment");
    private static final Instant HOUR = Instant.parse("2026-11-24T08:00:00Z");

    private SqlTips tips;

    @BeforeEach
    void tips() {
        tips = new SqlTips(database, () -> now);
    }

    private static TipThread thread(String letter) {
        return new TipThread(letter.repeat(22), letter.repeat(43));
    }

    private static TipStore.Arrived arrived(UUID id, String letter) {
        return new TipStore.Arrived(new SealedTip(1, id, "sealed-" + id), thread(letter));
    }

    private Outcome keep(TipStore.Arrived arrived) {
        return tips.keep(List.of(arrived)).getFirst();
    }

    @Test
    void keepsEachOnceAndNeverAnotherUnderItsId() {
        UUID id = UUID.randomUUID();
        TipStore.Arrived first = arrived(id, "A");
        assertEquals(List.of(Outcome.STORED, Outcome.STORED), tips.keep(List.of(first, first)));
        assertEquals(Outcome.STORED, keep(first));
        assertEquals(Outcome.REFUSED, keep(new TipStore.Arrived(new SealedTip(1, id, "another"), thread("A"))));
        assertEquals(
                List.of(new TipStore.Kept(HOUR, first.tip())),
                tips.tips(thread("A").handle()));
    }

    @Test
    void nobodyBringsAnotherKeyIntoAThread() {
        keep(arrived(UUID.randomUUID(), "A"));
        TipThread taken = new TipThread(thread("A").handle(), thread("B").key());
        SealedTip tip = new SealedTip(1, UUID.randomUUID(), "sealed");
        assertEquals(Outcome.REFUSED, keep(new TipStore.Arrived(tip, taken)));
        assertEquals(1, tips.tips(thread("A").handle()).size());
    }

    @Test
    void knowsHoursAndNothingThatTellsWhoWhereOrInWhichOrder() {
        keep(arrived(UUID.randomUUID(), "A"));
        now = now.plusSeconds(1_234);
        keep(arrived(UUID.randomUUID(), "B"));
        assertEquals(0, count("select count(*) from tip where hour <> " + HOUR.toEpochMilli()));
        assertEquals(
                "answered digest envelope handle hour id key_digest",
                columns("tip").stream().sorted().collect(Collectors.joining(" ")));
        assertEquals(0, count("select count(*) from receipt"));
        assertEquals(0, auditEntries());
    }

    private List<String> columns(String table) {
        return database.transaction(connection -> {
            try (ResultSet column = connection.getMetaData().getColumns(null, null, table, null)) {
                List<String> columns = new ArrayList<>();
                while (column.next()) {
                    columns.add(column.getString("COLUMN_NAME"));
                }
                return columns;
            }
        });
    }

    /**
     * The same tips in any order leave the same rows; of two tips of one person, nothing but the envelope is theirs.
     */
    @Test
    void rowsDoNotTellWhichCameFirstOrWhichBelongTogether() {
        List<TipStore.Arrived> told = IntStream.range(0, 20)
                .mapToObj(i -> arrived(new UUID(new Random(i).nextLong(), i), "" + (char) ('a' + i)))
                .toList();
        List<List<String>> dumps = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            empty();
            List<TipStore.Arrived> order = new ArrayList<>(told);
            Collections.shuffle(order, new Random(seed));
            order.forEach(this::keep);
            dumps.add(tips.threads(50).stream().map(TipLine::toString).toList());
        }
        assertEquals(dumps.get(0), dumps.get(1));
        assertEquals(dumps.get(0), dumps.get(2));
    }

    private void empty() {
        database.transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate("delete from tip");
            }
        });
    }

    @Test
    void recordsWhoLookedAndWhoAnsweredAndShowsWhatWaitsFirst() {
        keep(arrived(UUID.randomUUID(), "A"));
        now = now.plus(Duration.ofHours(1));
        keep(arrived(UUID.randomUUID(), "B"));
        assertEquals(List.of(), tips.look(thread("C").handle(), LI, REASON));
        assertFalse(tips.answer(thread("C").handle(), "sealed", LI));
        assertEquals(0, auditEntries());
        assertEquals(1, tips.look(thread("B").handle(), LI, REASON).size());
        assertTrue(tips.answer(thread("B").handle(), "sealed", LI));
        assertEquals(2, auditEntries());
        assertEquals(
                List.of(
                        new TipLine(thread("A").handle(), HOUR, 1, true),
                        new TipLine(thread("B").handle(), HOUR.plus(Duration.ofHours(1)), 1, false)),
                tips.threads(10));
        keep(arrived(UUID.randomUUID(), "B"));
        assertEquals(
                new TipLine(thread("B").handle(), HOUR.plus(Duration.ofHours(1)), 2, true),
                tips.threads(10).getFirst());
    }

    @Test
    void numbersAnswersInTheirOrderAndGivesThoseAfterOne() {
        for (String letter : List.of("A", "B")) {
            keep(arrived(UUID.randomUUID(), letter));
            tips.answer(thread(letter).handle(), "answer to " + letter, LI);
        }
        tips.answer(thread("A").handle(), "more to A", LI);
        assertEquals(2, tips.answers(thread("A").handle()).size());
        List<TipStore.Given> given = tips.answersAfter(1, 50);
        assertEquals(
                List.of(
                        new TipStore.Given(2, 1, HOUR, thread("B").handle(), "answer to B"),
                        new TipStore.Given(3, 2, HOUR, thread("A").handle(), "more to A")),
                given);
        assertEquals(1, tips.answersAfter(0, 1).size());
        assertEquals(List.of(), tips.answersAfter(3, 50));
    }

    @Test
    void sendsAwayWhatItHasNoRoomFor() {
        keep(arrived(UUID.randomUUID(), "A"));
        fill();
        assertEquals(Outcome.LATER, keep(arrived(UUID.randomUUID(), "B")));
    }

    private void fill() {
        database.transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate("insert into tip with recursive n(i) as (select 1 union all select i + 1"
                        + " from n where i < " + TipStore.TIPS_MAX + ") select 'filler-' || i, 0, 'handle-' || i, '"
                        + "k".repeat(43) + "', '" + "d".repeat(43) + "', '', 0 from n");
            }
        });
    }
}
