package org.waypost.agent.watchlist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.agent.watchlist.Screening.Reason;
import org.waypost.contract.Codec;
import org.waypost.contract.WatchlistEntry.Category;
import org.waypost.contract.WatchlistIssue;
import org.waypost.testing.ExpectFailure;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which issues a terminal takes up, and what it has in use afterwards. */
class AppliedTest extends WatchlistScene {
    AppliedTest() throws GeneralSecurityException {}

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

    private static Applied.Refused refused(Applied.Reason reason) {
        return new Applied.Refused(reason);
    }
}
