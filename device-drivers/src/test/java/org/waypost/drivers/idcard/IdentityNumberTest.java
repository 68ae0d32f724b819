package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.idcard.Document.Discrepancy;
import org.waypost.drivers.idcard.Document.Kind;
import org.waypost.drivers.idcard.Document.Sex;

class IdentityNumberTest {
    private static IdentityNumber number(Kind kind, String characters) {
        return IdentityNumber.of(kind, characters).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_CARD,    11010519491231002X",
        "RESIDENT_CARD,    440524188001010014",
        "RESIDENT_CARD,    110101199003070011",
        "RESIDENT_CARD,    11010119900307002X",
        "RESIDENCE_PERMIT, 830000198808080025",
        "FOREIGNER_2023,   911840198001020019",
        "FOREIGNER_2023,   911124198108030024",
        "FOREIGNER_2023,   931012199012010018",
        "FOREIGNER_2017,   KAZ110090123105",
        "FOREIGNER_2017,   USA110080010218",
    })
    void checkDigitsOfTheVectorsHold(Kind kind, String characters) {
        assertTrue(number(kind, characters).checkHolds());
    }

    @ParameterizedTest
    @CsvSource({"RESIDENT_CARD, 110101199003070011", "FOREIGNER_2017, USA110080010218"})
    void anyOtherDigitInAnyPlaceIsNoticed(Kind kind, String good) {
        for (int place = good.length() == 15 ? 3 : 0; place < good.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String other = good.substring(0, place) + digit + good.substring(place + 1);
                assertEquals(other.equals(good), number(kind, other).checkHolds(), other);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "11010119900307001", "1101011990030700111", "11010119900307001x", "１10101199003070011"})
    void refusesWhatHasNotTheForm(String characters) {
        assertTrue(IdentityNumber.of(Kind.RESIDENT_CARD, characters).isEmpty());
        assertTrue(IdentityNumber.of(Kind.FOREIGNER_2017, characters).isEmpty());
    }

    @Test
    void namesEveryDiscrepancy() {
        IdentityNumber jia = number(Kind.RESIDENT_CARD, "110101199003070012");
        assertEquals(
                EnumSet.complementOf(EnumSet.of(Discrepancy.READ_ONCE)),
                jia.discrepancies(Kind.FOREIGNER_2023, LocalDate.of(1990, 3, 8), Sex.FEMALE));
    }

    @Test
    void findsNoneInAnHonestCard() {
        IdentityNumber jia = number(Kind.RESIDENT_CARD, "110101199003070011");
        assertEquals(Set.of(), jia.discrepancies(Kind.RESIDENT_CARD, LocalDate.of(1990, 3, 7), Sex.MALE));
        assertEquals(Set.of(), jia.discrepancies(Kind.RESIDENT_CARD, LocalDate.of(1990, 3, 7), Sex.UNKNOWN));
    }

    @Test
    void aNumberOfAnotherKindOfCardIsFlagged() {
        IdentityNumber permit = number(Kind.RESIDENCE_PERMIT, "830000198808080025");
        LocalDate birth = LocalDate.of(1988, 8, 8);
        assertEquals(Set.of(), permit.discrepancies(Kind.RESIDENCE_PERMIT, birth, Sex.FEMALE));
        assertEquals(Set.of(Discrepancy.KIND_IN_NUMBER), permit.discrepancies(Kind.RESIDENT_CARD, birth, Sex.FEMALE));
        assertFalse(number(Kind.FOREIGNER_2017, "USA110080010218")
                .discrepancies(Kind.FOREIGNER_2017, LocalDate.of(1980, 1, 2), Sex.MALE)
                .contains(Discrepancy.KIND_IN_NUMBER));
    }
}
