package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.FollowUpCode;
import org.waypost.contract.KeyFile;
import org.waypost.contract.KeySuccession;
import org.waypost.contract.PublicReport;
import org.waypost.contract.SealedTip;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.TipOpener;
import org.waypost.contract.TipSealer;
import org.waypost.contract.TipThread;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlTips;
import org.waypost.hub.store.StoreAddress;
import org.waypost.hub.tip.Replies;
import org.waypost.hub.tip.TipIntake;

/**
 * Invariant I15 over many people: each tells twice, with habits of their own (station, minute, words, kind), and
 * nothing that the hub keeps is more alike in the two tips of one person than in tips of two.
 */
class TipLinksTest {
    private static final int PEOPLE = 16;
    private static final Instant BEGIN = Instant.parse("2026-11-24T08:00:00Z");

    /** By how much more often a field must be equal within people than between them to link their tips. */
    private static final double LINK = 0.5;

    /** Characters of a text that are compared by themselves. */
    private static final int WINDOW = 16;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Integer> tellers = new HashMap<>();

    @TempDir
    Path directory;

    private KeyFile desk;
    private Database database;
    private TipIntake intake;
    private Instant now = BEGIN;

    @BeforeEach
    void open() throws Exception {
        desk = new KeyFile(directory.resolve("desk.json"));
        desk.writePrivate(KeyFile.newSealingKey());
        new KeySuccession(desk).publicKeys().writePublic(desk.read());
        database = Database.open(new StoreAddress.Directory(directory.resolve("data")));
        intake = new TipIntake(
                new SqlTips(database, () -> now),
                new TipOpener(desk),
                new Signer(KeyFile.newSigningKey()),
                new Replies(),
                () -> now);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** A person of habits tells the same again, some hours later. */
    private void tells(int person, int time, TipThread thread) {
        now = BEGIN.plus(Duration.ofHours((person * 7 + time * 3) % 5)).plus(Duration.ofMinutes(person));
        PublicReport report = new PublicReport(
                UUID.randomUUID(),
                PublicReport.hourOf(now),
                person % 3 == 0 ? PublicReport.Kind.NEED_HELP : PublicReport.Kind.SIGHTING,
                person % 2 == 0 ? PublicReport.Place.HOME : PublicReport.Place.ONLINE,
                PublicReport.Danger.NOT_NOW,
                "words of person " + "x".repeat(person * 20),
                thread,
                "");
        SealedTip tip = new TipSealer(new KeySuccession(desk).publicKeys()).seal(report);
        tellers.put(tip.id().toString(), person);
        intake.take(List.of(new TipIntake.Told(new TerminalId("station-" + person), tip, intake.open(tip))));
    }

    private TipThread code() {
        return FollowUpCode.random(random).thread();
    }

    @Test
    void nothingThatIsKeptIsMoreAlikeInTheTipsOfOnePerson() throws Exception {
        for (int person = 0; person < PEOPLE; person++) {
            tells(person, 0, code());
            tells(person, 1, code());
        }
        List<Row> kept = kept();
        assertEquals(2 * PEOPLE, kept.size());
        assertEquals(Set.of(), links(kept));
        List<Row> withTheirStation = kept.stream()
                .map(row -> row.with("station", "station-" + row.person))
                .toList();
        assertEquals(Set.of("station"), links(withTheirStation), "control: a place for the station would link them");
    }

    /** The control: whoever uses a code again joins their tips by their own will, and that is found. */
    @Test
    void aCodeThatIsUsedAgainLinks() throws Exception {
        for (int person = 0; person < PEOPLE; person++) {
            TipThread thread = code();
            tells(person, 0, thread);
            tells(person, 1, thread);
        }
        Set<String> links = links(kept());
        assertTrue(links.contains("handle") && links.contains("key_digest"), links.toString());
        assertEquals(
                Set.of(),
                links.stream()
                        .filter(field -> !field.startsWith("handle") && !field.startsWith("key_digest"))
                        .collect(Collectors.toSet()));
    }

    private List<Row> kept() throws Exception {
        List<Row> rows = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("data/hub.db"));
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from tip")) {
            while (row.next()) {
                rows.add(read(row));
            }
        }
        return rows;
    }

    /** Each column, its length, and each stretch of it. */
    private Row read(ResultSet row) throws Exception {
        Map<String, String> fields = new TreeMap<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            String name = row.getMetaData().getColumnName(column);
            String value = Objects.toString(row.getString(column));
            fields.put(name, value);
            fields.put(name + " length", "" + value.length());
            for (int from = 0; from < value.length(); from += WINDOW) {
                fields.put(name + " from " + from, value.substring(from, Math.min(from + WINDOW, value.length())));
            }
        }
        return new Row(tellers.getOrDefault(row.getString("id"), -1), fields);
    }

    /** Fields that are equal more often within people than between them. */
    private static Set<String> links(List<Row> rows) {
        Set<String> names = new TreeSet<>();
        rows.forEach(row -> names.addAll(row.fields.keySet()));
        names.removeIf(name -> alike(rows, name, true) - alike(rows, name, false) <= LINK);
        return names;
    }

    private static double alike(List<Row> rows, String name, boolean within) {
        int pairs = 0;
        int equal = 0;
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                if ((rows.get(i).person == rows.get(j).person) == within) {
                    pairs++;
                    equal += Objects.equals(
                                    rows.get(i).fields.get(name),
                                    rows.get(j).fields.get(name))
                            ? 1
                            : 0;
                }
            }
        }
        return (double) equal / pairs;
    }

    /** What is kept of one tip, and who told it, which is not kept. */
    private record Row(int person, Map<String, String> fields) {
        Row with(String name, String value) {
            Map<String, String> more = new TreeMap<>(fields);
            more.put(name, value);
            return new Row(person, more);
        }
    }
}
