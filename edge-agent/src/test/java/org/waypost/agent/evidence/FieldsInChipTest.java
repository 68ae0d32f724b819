package org.waypost.agent.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.agent.evidence.CheckResult.Gap;
import org.waypost.agent.evidence.CheckResult.NotDone;
import org.waypost.drivers.mrz.Flaw;
import org.waypost.drivers.mrz.MrzOutcome;
import org.waypost.drivers.passport.ChipReport;
import org.waypost.drivers.passport.Passport;
import org.waypost.drivers.passport.PassportFields;
import org.waypost.drivers.simulated.MrzSpecimen;

class FieldsInChipTest {
    private static final MrzOutcome PRINTED = Papers.zone(MrzSpecimen.PASSPORT);

    /** Each fits its check digits; one field is another person's or another document's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "P<XXAERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F3304156ZE184226B<<<<<16",
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C45UTO7408122F3304156ZE184226B<<<<<16",
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408133F3304156ZE184226B<<<<<16",
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122M3304156ZE184226B<<<<<16",
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F3304163ZE184226B<<<<<16"
            })
    void aFieldThatDiffersFromTheChipsFails(String zone) {
        Passport chip = withZone(zone);
        assertEquals(CheckResult.FAILED, fields(PRINTED, chip));
    }

    @Test
    void aNameOrNationalityThatDiffersIsLeftToTheWholeText() {
        String zone = Papers.text(MrzSpecimen.PASSPORT);
        assertEquals(CheckResult.PASSED, fields(PRINTED, withZone(zone)));
        assertEquals(CheckResult.PASSED, fields(PRINTED, withZone(zone.replace("ERIKSSON", "ERICSSON"))));
        assertEquals(CheckResult.PASSED, fields(PRINTED, withZone(zone.replace("6UTO74", "6XXA74"))));
    }

    @ParameterizedTest
    @EnumSource(
            value = MrzSpecimen.class,
            names = {"PASSPORT", "PASSPORT_EXPIRED", "CARD", "CARD_LONG_NUMBER", "LARGE_CARD"})
    void aZoneAgreesWithItself(MrzSpecimen specimen) {
        assertEquals(CheckResult.PASSED, fields(Papers.zone(specimen), withZone(Papers.text(specimen))));
    }

    @Test
    void theChipConfirmsOrRefutesARepair() {
        String zone = Papers.text(MrzSpecimen.PASSPORT);
        MrzOutcome repaired = Papers.zone(zone.replace("L898902C36", "L8989O2C36"));
        assertInstanceOf(MrzOutcome.Repaired.class, repaired);
        assertEquals(CheckResult.PASSED, fields(repaired, withZone(zone)));
        assertEquals(CheckResult.FAILED, fields(repaired, withZone(zone.replace("L898902C36", "L898902D36"))));
    }

    @Test
    void whatWasNotReadIsNotCompared() {
        MrzOutcome unread = new MrzOutcome.Unreadable(Set.of(Flaw.SHAPE));
        assertEquals(new NotDone(Gap.UNREAD), fields(unread, Papers.chip(Papers.genuine())));
        ChipReport report = Papers.chip(Papers.genuine()).report();
        Passport empty = new Passport(Optional.empty(), Optional.empty(), report);
        assertEquals(new NotDone(Gap.EARLIER_STEP), fields(PRINTED, empty));
        assertEquals(
                Optional.of(new NotDone(Gap.NOTHING_TO_COMPARE)),
                Evidence.of(Papers.chip(Papers.genuine()), Papers.TRUSTED).of(Subject.ZONE_FIELDS_IN_CHIP));
    }

    private static CheckResult fields(MrzOutcome printed, Passport chip) {
        return Evidence.of(printed, chip, Papers.TRUSTED)
                .of(Subject.ZONE_FIELDS_IN_CHIP)
                .orElseThrow();
    }

    private static Passport withZone(String zone) {
        ChipReport report = Papers.chip(Papers.genuine()).report();
        return new Passport(Optional.of(new PassportFields(zone)), Optional.empty(), report);
    }
}
