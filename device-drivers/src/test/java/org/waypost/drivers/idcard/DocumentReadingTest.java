package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.taken;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.idcard.Document.Discrepancy;
import org.waypost.drivers.idcard.Document.Kind;
import org.waypost.drivers.idcard.Document.Sex;
import org.waypost.drivers.idcard.Document.Validity;
import org.waypost.drivers.simulated.CardImage;
import org.waypost.drivers.simulated.SpecimenCard;

class DocumentReadingTest {
    private final SamvRig rig = new SamvRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private static void assertDocument(
            Document document, Kind kind, String number, String name, Sex sex, LocalDate birth) {
        try (document) {
            assertEquals(kind, document.kind());
            assertEquals(number, document.number());
            assertEquals(name, document.name());
            assertEquals(sex, document.sex());
            assertEquals(birth, document.birth());
            assertEquals(Set.of(), document.discrepancies());
            assertTrue(document.portrait().isPresent());
        }
    }

    @Test
    void readsAResidentCardWithoutEnd() {
        Document jia = taken(rig.read(SpecimenCard.TEST_JIA.image()));
        assertDocument(jia, Kind.RESIDENT_CARD, "110101199003070011", "测试甲", Sex.MALE, LocalDate.of(1990, 3, 7));
        assertEquals(new Validity(LocalDate.of(2020, 1, 1), Optional.empty()), jia.validity());
        assertEquals(Optional.empty(), jia.nationality());
    }

    @Test
    void readsAResidencePermit() {
        Document yi = taken(rig.read(SpecimenCard.TEST_YI.image()));
        assertDocument(yi, Kind.RESIDENCE_PERMIT, "830000198808080025", "测试乙", Sex.FEMALE, LocalDate.of(1988, 8, 8));
        assertEquals(new Validity(LocalDate.of(2019, 9, 1), Optional.of(LocalDate.of(2024, 9, 1))), yi.validity());
    }

    @Test
    void readsBothForeignerCardsByTheirLatinName() {
        LocalDate birth = LocalDate.of(1980, 1, 2);
        Document old = taken(rig.read(SpecimenCard.ALEX_2017.image()));
        assertDocument(old, Kind.FOREIGNER_2017, "USA110080010218", "SPECIMEN, ALEX", Sex.MALE, birth);
        assertEquals(Optional.of("USA"), old.nationality());
        rig.lift();
        Document recent = taken(rig.read(SpecimenCard.ALEX_2023.image()));
        assertDocument(recent, Kind.FOREIGNER_2023, "911840198001020019", "SPECIMEN, ALEX", Sex.MALE, birth);
        assertEquals(Optional.of("USA"), recent.nationality());
    }

    @Test
    void joinsTheTwoPartsOfALongLatinName() {
        String first = "SPECIMEN-WITH-A-VERY-LONG-NAME, ALE";
        CardImage card = SpecimenCard.ALEX_2023.image().with(52, 35, first).with(220, 11, "XANDRA MARI");
        try (Document document = taken(rig.read(card))) {
            assertEquals(first + "XANDRA MARI", document.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySpecimenIsReadWithoutDiscrepancy(SpecimenCard specimen) {
        try (Document document = taken(rig.read(specimen.image()))) {
            assertEquals(Set.of(), document.discrepancies());
        }
    }

    @Test
    void trimsAllThreeKindsOfPadding() {
        CardImage card = SpecimenCard.TEST_JIA.image().with(0, 15, "测试甲\u3000\0 \u3000");
        try (Document document = taken(rig.read(card))) {
            assertEquals("测试甲", document.name());
        }
    }

    @Test
    void aTypeOfZeroIsAResidentCardToo() {
        try (Document document = taken(rig.read(SpecimenCard.TEST_JIA.image().withType('\0')))) {
            assertEquals(Kind.RESIDENT_CARD, document.kind());
        }
    }

    @Test
    void flagsContradictionsWithoutRefusing() {
        CardImage card = SpecimenCard.TEST_JIA
                .image()
                .with(30, 1, "2")
                .with(36, 8, "19900308")
                .with(122, 18, "910101199003070012");
        try (Document document = taken(rig.read(card))) {
            assertEquals(EnumSet.complementOf(EnumSet.of(Discrepancy.READ_ONCE)), document.discrepancies());
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'Q', 'A', 'j', '0', '\u3000', '\uFFFF'})
    void anUnknownTypeLetterIsAnUnknownCard(char letter) {
        assertFault(Fault.CARD_UNKNOWN, rig.read(SpecimenCard.TEST_JIA.image().withType(letter)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 15, ''",
        "0, 15, '测试\u0007'",
        "0, 15, '测试\u2028样'",
        "0, 15, '测试\uD800'",
        "30, 1, 3",
        "30, 1, ''",
        "36, 8, ''",
        "36, 8, 19900230",
        "36, 8, 1990030",
        "36, 8, 长期",
        "122, 18, ''",
        "122, 18, 11010119900307001",
        "188, 8, 20201301",
        "204, 8, ''",
        "204, 8, 长",
        "204, 8, 00000000",
    })
    void aFieldThatCannotBeReadIsNamedUnreadable(int offset, int characters, String value) {
        assertFault(
                Fault.CARD_UNREADABLE, rig.read(SpecimenCard.TEST_JIA.image().with(offset, characters, value)));
    }

    @Test
    void onlyTheResidentCardMayHaveNoEnd() {
        assertFault(Fault.CARD_UNREADABLE, rig.read(SpecimenCard.TEST_YI.image().with(204, 8, "长期")));
    }

    @Test
    void aForeignerCardWithoutNationalityIsUnreadable() {
        assertFault(
                Fault.CARD_UNREADABLE, rig.read(SpecimenCard.ALEX_2017.image().with(152, 3, "")));
    }
}
