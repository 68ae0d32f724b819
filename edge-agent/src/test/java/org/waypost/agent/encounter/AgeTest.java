package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.agent.evidence.ClockTrust;
import org.waypost.drivers.idcard.Document.Sex;

class AgeTest {

    @ParameterizedTest
    @CsvSource({
        "MALE,        2004-11-24, 2026-11-23, FAIL",
        "MALE,        2004-11-23, 2026-11-23, PASS",
        "MALE,        2004-11-22, 2026-11-23, PASS",
        "FEMALE,      2006-11-24, 2026-11-23, FAIL",
        "FEMALE,      2006-11-23, 2026-11-23, PASS",
        "MALE,        2004-02-29, 2026-02-27, FAIL",
        "MALE,        2004-02-29, 2026-02-28, PASS",
        "MALE,        2004-02-29, 2026-03-01, PASS",
        "FEMALE,      2004-02-29, 2024-02-28, FAIL",
        "FEMALE,      2004-02-29, 2024-02-29, PASS",
        "UNKNOWN,     2006-11-24, 2026-11-23, FAIL",
        "UNKNOWN,     2006-11-23, 2026-11-23, NOT_DONE",
        "UNSPECIFIED, 2004-11-24, 2026-11-23, NOT_DONE",
        "UNSPECIFIED, 2004-11-23, 2026-11-23, PASS",
        "FEMALE,      2030-01-01, 2026-11-23, FAIL"
    })
    void theBirthdayCounts(Sex sex, LocalDate birth, LocalDate today, Rule.Result result) {
        assertEquals(result, Age.marriageable(sex, birth, today));
    }

    @ParameterizedTest
    @CsvSource({
        "2012-11-24, UNDER_14",
        "2012-11-23, UNDER_18",
        "2008-11-24, UNDER_18",
        "2008-11-23, ADULT",
        "2030-01-01, UNDER_14"
    })
    void theLawProtectsByAge(LocalDate birth, AgeBand band) {
        assertEquals(band, Age.band(birth, new ClockTrust.Trusted(LocalDate.of(2026, 11, 23))));
        assertEquals(AgeBand.UNKNOWN, Age.band(birth, new ClockTrust.Untrusted()));
    }
}
