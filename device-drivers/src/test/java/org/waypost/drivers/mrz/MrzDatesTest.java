package org.waypost.drivers.mrz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MrzDatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final DateField BIRTH = new DateField(CenturyRule.BIRTH, TODAY);
    private static final DateField EXPIRY = new DateField(CenturyRule.EXPIRY, TODAY);

    @ParameterizedTest
    @CsvSource({
        "261123, 2026-11-23",
        "261124, 1926-11-24",
        "270101, 1927-01-01",
        "000229, 2000-02-29",
        "280229, 1928-02-29",
        "991231, 1999-12-31"
    })
    void aBirthIsNeverInTheFuture(String characters, LocalDate date) {
        assertEquals(Optional.of(new MrzDate.Known(characters, date)), BIRTH.read(characters));
    }

    @ParameterizedTest
    @CsvSource({"760101, 1976-01-01", "751231, 2075-12-31", "261123, 2026-11-23", "961210, 1996-12-10"})
    void anExpiryIsLessThanFiftyYearsAhead(String characters, LocalDate date) {
        assertEquals(Optional.of(new MrzDate.Known(characters, date)), EXPIRY.read(characters));
    }

    @ParameterizedTest
    @CsvSource({
        "7408<<, 1974, 8, -1",
        "7408XX, 1974, 8, -1",
        "740800, 1974, 8, -1",
        "740000, 1974, -1, -1",
        "74<<<<, 1974, -1, -1",
        "XXXXXX, -1, -1, -1",
        "000000, -1, -1, -1",
        "<<0812, -1, 8, 12",
        "260000, 2026, -1, -1",
        "261200, 1926, 12, -1"
    })
    void unknownPartsAreUnknown(String characters, int year, int month, int day) {
        assertEquals(
                Optional.of(new MrzDate.Partial(characters, known(year), known(month), known(day))),
                BIRTH.read(characters));
    }

    private static OptionalInt known(int part) {
        return part < 0 ? OptionalInt.empty() : OptionalInt.of(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "741301", "740230", "7408<1", "74X812", "7<0812", "740832", "010229", "<<0230", "74<<32", "ABCDEF"
            })
    void whatTheCalendarDoesNotHaveIsNoDate(String characters) {
        assertEquals(Optional.empty(), BIRTH.read(characters));
    }

    @Test
    void specialStatesAreKnown() {
        assertEquals(StateCode.Kind.STATE, new StateCode("D").kind());
        assertEquals("DEU", new StateCode("D").alpha3());
        assertEquals("CHN", new StateCode("CHN").alpha3());
        assertEquals(StateCode.Kind.STATELESS, new StateCode("XXA").kind());
        assertEquals(StateCode.Kind.REFUGEE, new StateCode("XXB").kind());
        assertEquals(StateCode.Kind.REFUGEE, new StateCode("XXC").kind());
        assertEquals(StateCode.Kind.UNSPECIFIED, new StateCode("XXX").kind());
        assertEquals(StateCode.Kind.BRITISH, new StateCode("GBO").kind());
        assertEquals(StateCode.Kind.ORGANISATION, new StateCode("UNO").kind());
        assertEquals(StateCode.Kind.SPECIMEN, new StateCode("UTO").kind());
        assertEquals(StateCode.Kind.UNLISTED, new StateCode("UTQ").kind());
        assertTrue(StateCode.isWellformed("MMR"));
        assertFalse(StateCode.isWellformed("U<O"));
    }
}
