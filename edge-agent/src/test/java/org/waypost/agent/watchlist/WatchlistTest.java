package org.waypost.agent.watchlist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.agent.document.IdCard;
import org.waypost.agent.watchlist.Screening.Lane;
import org.waypost.agent.watchlist.Screening.Reason;
import org.waypost.contract.Codec;
import org.waypost.contract.DocumentBlinder;
import org.waypost.contract.DocumentType;
import org.waypost.contract.KeyFile;
import org.waypost.contract.WatchlistEntry;
import org.waypost.contract.WatchlistEntry.Category;
import org.waypost.contract.WatchlistIssue;
import org.waypost.drivers.idcard.Document;
import org.waypost.testing.ExpectFailure;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class WatchlistTest {
    private static final ListFile.Content MALFORMED = new ListFile.Unusable(Reason.LIST_MALFORMED);
    private final Hands clock = new Hands(Lists.NOON);
    private final Lists hub;
    private Path file = Path.of("unset");
    private Path offered = Path.of("unset");

    @TempDir
    private Path folder = Path.of("unset");

    WatchlistTest() throws GeneralSecurityException {
        hub = new Lists();
    }

    @BeforeEach
    void names() {
        file = folder.resolve("list.json");
        offered = folder.resolve("offered.json");
    }

    @Test
    void saysThatThereIsNoList() {
        assertEquals(new Screening.Unscreened(Reason.LIST_ABSENT), screen(open(), Cards.a()));
        assertEquals(new Standing.Unusable(Reason.LIST_ABSENT), open().standing());
    }

    @Test
    void findsAListedDocumentAndNoOther() throws IOException {
        hub.write(file, Lists.issue(1, hub.entry(Cards.NUMBER_A, Category.DOCUMENT_INVALID)));
        assertEquals(
                1,
                assertInstanceOf(Screening.Hit.class, screen(open(), Cards.a()))
                        .entries()
                        .size());
        assertInstanceOf(Screening.Clear.class, screen(open(), Cards.b()));
    }

    @Test
    void keepsProtectiveEntriesApart() throws IOException {
        hub.write(
                file,
                Lists.issue(
                        1,
                        hub.entry(Cards.NUMBER_A, Category.DOCUMENT_INVALID),
                        hub.entry(Cards.NUMBER_A, Category.MISSING_ADULT),
                        hub.entry(Cards.NUMBER_A, Category.TRAFFICKING_WARRANT)));
        Screening.Hit hit = assertInstanceOf(Screening.Hit.class, screen(open(), Cards.a()));
        for (Lane lane : Lane.values()) {
            assertEquals(1, hit.of(lane).size(), lane.name());
        }
        assertEquals(Category.MISSING_ADULT, hit.of(Lane.PROTECTIVE).getFirst().category());
    }

    @Test
    void anExpiredEntryNeverMatches() throws IOException {
        hub.write(file, Lists.issue(1, hub.entry(Cards.NUMBER_A, Category.PROTECTION_ORDER)));
        Watchlist list = open();
        assertInstanceOf(Screening.Hit.class, screen(list, Cards.a()));
        // last day is the 25th, local: 2026-11-25T16:00Z is the first moment of the 26th
        clock.forward(Duration.ofHours(59).plusMinutes(59));
        assertInstanceOf(Screening.Hit.class, screen(list, Cards.a()));
        clock.forward(Duration.ofMinutes(1));
        assertInstanceOf(Screening.Clear.class, screen(list, Cards.a()));
    }

    @Test
    void anEntryOfTomorrowDoesNotMatchToday() throws IOException {
        WatchlistEntry later =
                hub.entry(Cards.NUMBER_A, Category.MISSING_CHILD, Lists.TODAY.plusDays(1), Lists.TODAY.plusDays(9));
        hub.write(file, Lists.issue(1, later));
        assertInstanceOf(Screening.Clear.class, screen(open(), Cards.a()));
    }

    @Test
    void anExpiredIssueAnswersNothing() throws IOException {
        hub.write(file, Lists.issue(1, hub.entry(Cards.NUMBER_A, Category.PROTECTION_ORDER)));
        Watchlist list = open();
        clock.forward(Duration.ofDays(6));
        assertEquals(new Screening.Unscreened(Reason.LIST_EXPIRED), screen(list, Cards.a()));
        assertEquals(new Screening.Unscreened(Reason.LIST_EXPIRED), screen(list, Cards.b()));
        assertEquals(new Standing.Unusable(Reason.LIST_EXPIRED), list.standing());
        hub.write(offered, Lists.issue(2));
        assertEquals(new Applied.Refused(Applied.Reason.EXPIRED), list.apply(offered));
    }

    @Test
    void refusesTheSignatureOfAnybodyElse() throws GeneralSecurityException, IOException {
        new Lists().write(file, Lists.issue(1));
        assertEquals(new Screening.Unscreened(Reason.SIGNATURE_INVALID), screen(open(), Cards.a()));
        assertEquals(new Applied.Refused(Applied.Reason.SIGNATURE_INVALID), open().apply(file));
    }

    static Stream<Arguments> defects() {
        Stream<Arguments> missing = Stream.of(
                        "blinded",
                        "category",
                        "legalBasis",
                        "authority",
                        "caseNumber",
                        "issued",
                        "expires",
                        "author",
                        "reviewer")
                .flatMap(field -> Stream.of(
                        Arguments.of(field + " missing", edit(entry -> entry.remove(field))),
                        Arguments.of(field + " null", edit(entry -> entry.putNull(field))),
                        Arguments.of(field + " empty", edit(entry -> entry.put(field, " "))),
                        Arguments.of(field + " nested", edit(entry -> entry.putObject(field)))));
        Stream<Arguments> wrong = Stream.of(
                Arguments.of("a category of their own", edit(entry -> entry.put("category", "OTHER"))),
                Arguments.of("a number in clear", edit(entry -> entry.put("blinded", Cards.NUMBER_A))),
                Arguments.of("one person alone", edit(entry -> entry.put("reviewer", "AUTHOR"))),
                Arguments.of("too long a life", edit(entry -> entry.put("expires", "2027-12-01"))),
                Arguments.of("an end before its start", edit(entry -> entry.put("expires", "2026-11-01"))),
                Arguments.of("a field too many", edit(entry -> entry.put("name", "x"))));
        return Stream.concat(missing, wrong);
    }

    private static Consumer<ObjectNode> edit(Consumer<ObjectNode> change) {
        return change;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void oneBadEntryRefusesTheWholeIssue(String name, Consumer<ObjectNode> change) throws IOException {
        WatchlistIssue good = Lists.issue(
                2,
                hub.entry(Cards.NUMBER_A, Category.PROTECTION_ORDER),
                hub.entry(Cards.NUMBER_B, Category.PROTECTION_ORDER));
        hub.write(file, Lists.issue(1, hub.entry(Cards.NUMBER_A, Category.DOCUMENT_INVALID)));
        ObjectNode issue = (ObjectNode) JsonMapper.shared().readTree(Codec.write(good));
        change.accept((ObjectNode) issue.get("entries").get(1));
        Files.write(offered, hub.file(issue.toString()));
        Watchlist list = open();
        assertEquals(new Applied.Refused(Applied.Reason.MALFORMED), list.apply(offered), name);
        assertInstanceOf(Screening.Hit.class, screen(list, Cards.a()));
        assertInstanceOf(Screening.Clear.class, screen(list, Cards.b()));
    }

    @Test
    void theSameIssueWithoutDefectIsTaken() throws IOException {
        hub.write(offered, Lists.issue(2, hub.entry(Cards.NUMBER_B, Category.PROTECTION_ORDER)));
        Watchlist list = open();
        assertEquals(
                2, assertInstanceOf(Applied.InUse.class, list.apply(offered)).number());
        assertInstanceOf(Screening.Hit.class, screen(list, Cards.b()));
        assertArrayEquals(Files.readAllBytes(offered), Files.readAllBytes(file));
        assertInstanceOf(Screening.Hit.class, screen(open(), Cards.b()), "after a restart");
    }

    @Test
    void neverGoesBack() throws IOException {
        Watchlist list = open();
        list.apply(hub.write(offered, Lists.issue(5)));
        assertEquals(refused(Applied.Reason.NOT_NEWER), list.apply(hub.write(offered, Lists.issue(4))));
        assertEquals(refused(Applied.Reason.NOT_NEWER), list.apply(hub.write(offered, Lists.issue(5))));
        assertInstanceOf(Applied.InUse.class, list.apply(hub.write(offered, Lists.issue(6))));
    }

    @Test
    void neverGoesBackAfterItsFileIsLostOrDamaged() throws IOException {
        open().apply(hub.write(offered, Lists.issue(5)));
        Files.delete(file);
        assertEquals(refused(Applied.Reason.NOT_NEWER), open().apply(hub.write(offered, Lists.issue(4))));
        assertInstanceOf(Applied.InUse.class, open().apply(hub.write(offered, Lists.issue(5))), "the lost one itself");
        Files.writeString(file, "{");
        assertEquals(refused(Applied.Reason.NOT_NEWER), open().apply(hub.write(offered, Lists.issue(4))));
    }

    @Test
    void neverGoesBackAfterItsNumberIsLost() throws IOException {
        open().apply(hub.write(offered, Lists.issue(5)));
        Files.delete(folder.resolve("list.json.number"));
        assertEquals(refused(Applied.Reason.NOT_NEWER), open().apply(hub.write(offered, Lists.issue(4))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-5", "99999999999999999999999"})
    void aDamagedNumberFileDoesNotStopTheNextIssue(String number) throws IOException {
        Files.writeString(folder.resolve("list.json.number"), number);
        assertInstanceOf(Applied.InUse.class, open().apply(hub.write(offered, Lists.issue(1))));
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

    @Test
    void aTornFileLeavesTheListInUseAndIsNoneAfterARestart() throws IOException {
        Watchlist inUse = open();
        inUse.apply(hub.write(offered, Lists.issue(1)));
        byte[] whole = hub.file(Lists.issue(2, hub.entry(Cards.NUMBER_A, Category.PROTECTION_ORDER)));
        Files.write(offered, Arrays.copyOf(whole, whole.length / 2));
        assertEquals(refused(Applied.Reason.MALFORMED), inUse.apply(offered));
        assertInstanceOf(Screening.Clear.class, screen(inUse, Cards.a()));
        assertEquals(new Screening.Unscreened(Reason.LIST_MALFORMED), screen(hub.at(offered, clock), Cards.a()));
    }

    @Test
    void aHugeFileIsNotTakenIn() throws IOException {
        try (RandomAccessFile huge = new RandomAccessFile(offered.toFile(), "rw")) {
            huge.setLength(4L << 30);
        }
        assertEquals(refused(Applied.Reason.MALFORMED), open().apply(offered));
        assertEquals(refused(Applied.Reason.MALFORMED), open().apply(folder), "a folder");
        assertEquals(refused(Applied.Reason.ABSENT), open().apply(folder.resolve("none")));
    }

    @Test
    @ExpectFailure(IOException.class)
    void aDiskThatDoesNotTakeItLeavesTheListInUse() throws IOException {
        Watchlist list = open();
        list.apply(hub.write(offered, Lists.issue(1, hub.entry(Cards.NUMBER_A, Category.PROTECTION_ORDER))));
        Files.createDirectory(folder.resolve("list.json.new"));
        assertEquals(refused(Applied.Reason.NOT_WRITTEN), list.apply(hub.write(offered, Lists.issue(2))));
        assertInstanceOf(Screening.Hit.class, screen(list, Cards.a()));
    }

    @Test
    void aStolenFileTellsNoNumber() throws GeneralSecurityException, IOException {
        hub.write(file, Lists.issue(1, hub.entry(Cards.NUMBER_A, Category.PROTECTION_ORDER)));
        String stolen = Files.readString(file, UTF_8);
        assertFalse(stolen.contains(Cards.NUMBER_A));
        assertFalse(stolen.contains(Cards.NUMBER_A.substring(6, 14)), "not even the birth date");
        DocumentBlinder thief = new DocumentBlinder(KeyFile.newBlindingKey());
        for (int person = 0; person < 10_000; person++) {
            String guess = "1101011990030" + String.format("%05d", person);
            assertFalse(stolen.contains(thief.blind(DocumentType.RESIDENT_CARD, "CHN", guess)));
        }
        assertFalse(stolen.contains(thief.blind(DocumentType.RESIDENT_CARD, "CHN", Cards.NUMBER_A)));
    }

    @Test
    void screeningLeavesNoTrace() throws IOException {
        Watchlist list = open();
        list.apply(hub.write(offered, Lists.issue(1)));
        Set<String> before = filesWithContent();
        screen(list, Cards.a());
        assertEquals(before, filesWithContent());
    }

    @Test
    void nothingButASignedIssueChangesIt() {
        Set<String> surface = Stream.of(Watchlist.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toSet());
        assertEquals(Set.of("screen", "reference", "apply", "standing"), surface);
    }

    @ParameterizedTest
    @EnumSource(Document.Kind.class)
    void everyKindOfCardHasAType(Document.Kind kind) {
        DocumentType type = open().reference(new IdCard(like(kind))).type();
        assertEquals(
                switch (kind) {
                    case RESIDENT_CARD -> DocumentType.RESIDENT_CARD;
                    case RESIDENCE_PERMIT -> DocumentType.RESIDENCE_PERMIT;
                    case FOREIGNER_2017, FOREIGNER_2023 -> DocumentType.FOREIGN_RESIDENT_CARD;
                },
                type);
    }

    @Test
    void aHitNamesAnEntryAndItsTextNone() throws IOException {
        WatchlistEntry entry = hub.entry(Cards.NUMBER_A, Category.PROTECTION_ORDER);
        assertEquals("Hit[1]", new Screening.Hit(List.of(entry), Lists.NOON).toString());
        assertThrows(IllegalArgumentException.class, () -> new Screening.Hit(List.of(), Lists.NOON));
    }

    private static Document like(Document.Kind kind) {
        Document card = Cards.a();
        return new Document(
                kind,
                card.number(),
                card.name(),
                card.sex(),
                card.birth(),
                card.nationality(),
                card.validity(),
                card.discrepancies(),
                card.portrait());
    }

    private Set<String> filesWithContent() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> {
                        try {
                            return path + ":" + Files.readString(path);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .collect(Collectors.toSet());
        }
    }

    private static Applied.Refused refused(Applied.Reason reason) {
        return new Applied.Refused(reason);
    }

    private static Screening screen(Watchlist list, Document document) {
        try (document) {
            return list.screen(new IdCard(document));
        }
    }

    private Watchlist open() {
        return hub.at(file, clock);
    }
}
