package org.waypost.agent.watchlist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.agent.document.IdCard;
import org.waypost.agent.watchlist.Screening.Lane;
import org.waypost.agent.watchlist.Screening.Reason;
import org.waypost.contract.DocumentBlinder;
import org.waypost.contract.DocumentType;
import org.waypost.contract.KeyFile;
import org.waypost.contract.WatchlistEntry;
import org.waypost.contract.WatchlistEntry.Category;
import org.waypost.drivers.idcard.Document;

class WatchlistTest extends WatchlistScene {
    WatchlistTest() throws GeneralSecurityException {}

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
}
