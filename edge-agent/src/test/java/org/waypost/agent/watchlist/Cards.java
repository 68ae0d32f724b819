package org.waypost.agent.watchlist;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.idcard.Document;

/** Made-up cards; no such persons. */
public final class Cards {
    public static final String NUMBER_A = "11010119900307001X";
    public static final String NUMBER_B = "110101199203080025";

    private Cards() {}

    /** The card of party A, with a portrait. */
    public static Document a() {
        return of(NUMBER_A, "测试甲", Document.Sex.MALE, LocalDate.of(1990, 3, 7));
    }

    /** The card of party B, with a portrait. */
    public static Document b() {
        return of(NUMBER_B, "测试乙", Document.Sex.FEMALE, LocalDate.of(1992, 3, 8));
    }

    /** The card of party A, with something in it that does not agree. */
    public static Document contradicting(Document.Discrepancy... found) {
        return of(NUMBER_A, "测试甲", Document.Sex.MALE, LocalDate.of(1990, 3, 7), Set.of(found));
    }

    public static Document of(String number, String name, Document.Sex sex, LocalDate birth) {
        return of(number, name, sex, birth, Set.of());
    }

    private static Document of(
            String number, String name, Document.Sex sex, LocalDate birth, Set<Document.Discrepancy> found) {
        return new Document(
                Document.Kind.RESIDENT_CARD,
                number,
                name,
                sex,
                birth,
                Optional.empty(),
                new Document.Validity(LocalDate.of(2020, 1, 1), Optional.of(LocalDate.of(2040, 1, 1))),
                found,
                Optional.of(new Portrait(2, 1, new byte[] {1, 2, 3, 4, 5, 6})));
    }
}
