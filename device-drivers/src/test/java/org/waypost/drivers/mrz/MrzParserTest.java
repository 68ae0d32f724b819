package org.waypost.drivers.mrz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.mrz.MrzVectors.parse;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.mrz.MrzOutcome.Parsed;
import org.waypost.drivers.mrz.MrzOutcome.Unreadable;

/** The vectors of Doc 9303 and those recomputed from it. */
class MrzParserTest {

    private static Mrz parsed(String text) {
        return assertInstanceOf(Parsed.class, parse(text)).mrz();
    }

    private static Set<Flaw> flaws(String text) {
        return assertInstanceOf(Unreadable.class, parse(text)).flaws();
    }

    private static void assertEriksson(MrzName name) {
        assertEquals("ERIKSSON", name.primary());
        assertEquals("ANNA MARIA", name.secondary());
        assertFalse(name.maybeTruncated());
    }

    @Test
    void readsThePassportSpecimen() {
        Mrz mrz = parsed(MrzVectors.TD3);
        assertEquals(MrzFormat.TD3, mrz.format());
        assertEquals("P", mrz.document().code());
        assertEquals("UTO", mrz.document().issuer().code());
        assertEquals("L898902C3", mrz.document().number());
        assertEquals(
                new MrzDate.Known("120415", LocalDate.of(2012, 4, 15)),
                mrz.document().expiry());
        assertEriksson(mrz.holder().name());
        assertEquals("UTO", mrz.holder().nationality().code());
        assertEquals(
                new MrzDate.Known("740812", LocalDate.of(1974, 8, 12)),
                mrz.holder().birth());
        assertEquals(Mrz.Sex.FEMALE, mrz.holder().sex());
    }

    @Test
    void readsAnExpiryAhead() {
        assertEquals(
                new MrzDate.Known("330415", LocalDate.of(2033, 4, 15)),
                parsed(MrzVectors.TD3_VALID).document().expiry());
    }

    @Test
    void anEmptyPersonalNumberMayHaveAZeroOrAFiller() {
        assertEquals(parsed(MrzVectors.TD3_EMPTY_OPTIONAL), parsed(MrzVectors.TD3_EMPTY_OPTIONAL_ZERO));
    }

    @Test
    void readsPartsOfABirthDate() {
        assertEquals(
                new MrzDate.Partial("74<<<<", OptionalInt.of(1974), OptionalInt.empty(), OptionalInt.empty()),
                parsed(MrzVectors.TD3_BIRTH_YEAR).holder().birth());
        assertEquals(
                new MrzDate.Partial("<<<<<<", OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()),
                parsed(MrzVectors.TD3_BIRTH_UNKNOWN).holder().birth());
    }

    @Test
    void readsTheCardSpecimens() {
        for (String text : new String[] {MrzVectors.TD1, MrzVectors.TD2}) {
            Mrz mrz = parsed(text);
            assertEquals("D23145890", mrz.document().number());
            assertEriksson(mrz.holder().name());
            assertEquals(Mrz.Sex.FEMALE, mrz.holder().sex());
        }
        assertEquals(MrzFormat.TD1, parsed(MrzVectors.TD1).format());
        assertEquals(MrzFormat.TD2, parsed(MrzVectors.TD2).format());
    }

    @Test
    void readsLongNumbersWhole() {
        assertEquals("D23145890734", parsed(MrzVectors.TD1_LONG).document().number());
        assertEquals("D23145890734", parsed(MrzVectors.TD2_LONG).document().number());
        assertEquals("1234567890", parsed(MrzVectors.TD1_LONG_BY_ONE).document().number());
        assertEquals("5903301018", parsed(MrzVectors.TD1_BELGIAN).document().number());
        assertEquals(
                parsed(MrzVectors.TD1_LONG).holder(),
                parsed(MrzVectors.TD2_LONG).holder());
        assertEquals(
                "VAN DER VELDEN", parsed(MrzVectors.TD1_BELGIAN).holder().name().primary());
    }

    @Test
    void readsTheVisaSpecimens() {
        Mrz full = parsed(MrzVectors.MRV_A);
        Mrz small = parsed(MrzVectors.MRV_B);
        assertEquals(MrzFormat.MRV_A, full.format());
        assertEquals(MrzFormat.MRV_B, small.format());
        assertEquals("L8988901C", full.document().number());
        assertEquals(
                new MrzDate.Known("961210", LocalDate.of(1996, 12, 10)),
                full.document().expiry());
        assertEquals(StateCode.Kind.UNSPECIFIED, full.holder().nationality().kind());
        assertEquals(full.holder(), small.holder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n", "\r\n\r\n"})
    void everyLineEndSeparates(String separator) {
        String line2 = MrzVectors.TD3.substring(44);
        Mrz expected = parsed(MrzVectors.TD3);
        assertEquals(expected, parsed(MrzVectors.TD3_NAME + separator + line2));
        assertEquals(expected, parsed(separator + MrzVectors.TD3_NAME + separator + line2 + separator));
    }

    @Test
    void underscoresAndBlanksFillTheEndOfALineOnly() {
        String padded = MrzVectors.TD3_NAME.replaceAll("<+$", "").concat("_".repeat(19));
        assertEquals(parsed(MrzVectors.TD3), parsed(padded + "\r" + MrzVectors.TD3.substring(44)));
        assertEquals(parsed(MrzVectors.TD3), parsed(padded.replace('_', ' ') + "\r" + MrzVectors.TD3.substring(44)));
        assertEquals(Set.of(Flaw.CHARACTER), flaws(MrzVectors.TD3.replace("ANNA<MARIA", "ANNA_MARIA")));
    }

    @ParameterizedTest
    @CsvSource({
        "L898902C37UTO7408122F1204159ZE184226B<<<<<10, NUMBER_DIGIT",
        "L898902C36UTO7408122F1204159ZE184226B<<<<<11, COMPOSITE_DIGIT",
        "L898902C36UTO7413999F1204159ZE184226B<<<<<10, BIRTH",
        "L898902C36UTO7413992F1204159ZE184226B<<<<<10, BIRTH_DIGIT",
        "L898902C36UTO<<<<<<0F1204159ZE184226B<<<<<16, COMPOSITE_DIGIT",
        "L898902C36UTO7402303F1204159ZE184226B<<<<<14, BIRTH",
        "L898902C36UTO740<<<0F1204159ZE184226B<<<<<10, BIRTH",
        "L898902C36UTO7408122X1204159ZE184226B<<<<<10, SEX",
        "L898902C36UT07408122F1204159ZE184226B<<<<<10, NATIONALITY",
        "<898902C36UTO7408122F1204159ZE184226B<<<<<10, NUMBER",
        "L898902C3<UTO7408122F1204159ZE184226B<<<<<10, NUMBER_DIGIT",
        "L898902C36UTO7408122F1204159ZE184226B<<<<<20, OPTIONAL_DIGIT",
        "L898902C36UTO7408122F1204158ZE184226B<<<<<10, EXPIRY_DIGIT"
    })
    void namesTheFlawOfASecondLine(String line, Flaw flaw) {
        Set<Flaw> found = flaws(MrzVectors.TD3_NAME + line);
        assertTrue(found.contains(flaw), found::toString);
    }

    @Test
    void eachDigitIsJudgedByItself() {
        assertEquals(
                Set.of(Flaw.COMPOSITE_DIGIT),
                flaws(MrzVectors.TD3_NAME + "L898902C36UTO7408122F1204159ZE184226B<<<<<11"));
        assertEquals(
                Set.of(Flaw.NUMBER_DIGIT, Flaw.COMPOSITE_DIGIT),
                flaws(MrzVectors.TD3_NAME + "L898902C37UTO7408122F1204159ZE184226B<<<<<10"));
        assertEquals(
                Set.of(Flaw.NUMBER_DIGIT, Flaw.COMPOSITE_DIGIT),
                flaws("IDBEL590330101<85<<<<<<<<<<<<<8502016F0901015UTO<<<<<<<<<<<6VAN<DER<VELDEN<<GREET<HILDE<<<"));
        assertEquals(Set.of(Flaw.BIRTH), flaws(MrzVectors.MRV_B.replace("4009078", withDigit("400230"))));
    }

    private static String withDigit(String field) {
        return field + CheckDigit.of(field);
    }

    @Test
    void aTextOfAnotherShapeIsUnread() {
        for (String text : new String[] {
            "",
            "\r\n",
            "P",
            MrzVectors.TD3.substring(1),
            MrzVectors.TD3 + "<",
            MrzVectors.TD1 + MrzVectors.TD1,
            MrzVectors.TD3.substring(0, 43) + "\r" + MrzVectors.TD3.substring(44),
            "<".repeat(10_000)
        }) {
            assertEquals(Set.of(Flaw.SHAPE), flaws(text));
        }
    }

    @Test
    void otherCharactersAreUnread() {
        assertEquals(Set.of(Flaw.CHARACTER), flaws(MrzVectors.TD3.toLowerCase(java.util.Locale.ROOT)));
        assertEquals(Set.of(Flaw.CHARACTER), flaws(MrzVectors.TD3.replace('8', '?')));
        assertEquals(Set.of(Flaw.CHARACTER), flaws(MrzVectors.TD3.replace('8', '８')));
    }

    @Test
    void theOldFrenchCardIsUnread() {
        assertTrue(flaws("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<8806923102858CORINNE<<<<<<<6512068F6")
                .containsAll(EnumSet.of(Flaw.NATIONALITY, Flaw.BIRTH)));
    }

    @Test
    void aTravelPermitInAnOrderOfItsOwnIsUnreadAndNeverRepaired() {
        assertFalse(flaws("CSCHNC123456780<<<<<<<<<<<<<<<3001019<<<<<<<8001017<<<<<<<<6SPECIMEN<<JIA<<<<<<<<<<<<<<<<<")
                .contains(Flaw.SHAPE));
        String asCard = "C" + MrzVectors.TD1.substring(1);
        assertInstanceOf(Parsed.class, parse(asCard));
        assertInstanceOf(Unreadable.class, parse(asCard.replace("7408122", "74O8122")));
    }

    @Test
    void aFullNameFieldMayBeTruncated() {
        assertTrue(parsed(MrzVectors.TD1.replace("MARIA<<<<<<<<<<", "MARIA<ALEXANDRA"))
                .holder()
                .name()
                .maybeTruncated());
        MrzName primaryOnly = MrzName.of("NILAVADHANANANDA<<<<<<<<<<<<<<");
        assertEquals("NILAVADHANANANDA", primaryOnly.primary());
        assertEquals("", primaryOnly.secondary());
    }

    @Test
    void nameFieldsBeginWithALetterAndHoldNoDigit() {
        assertEquals(Set.of(Flaw.NAME), flaws(MrzVectors.TD1.replace("ANNA", "4NNA")));
        assertEquals(Set.of(Flaw.NAME), flaws(MrzVectors.TD1.replace("ERIKSSON<", "<ERIKSSON")));
    }

    @Test
    void buildsWhatTheKeyOfAChipIsDerivedFrom() {
        assertEquals("L898902C3674081221204159", parsed(MrzVectors.TD3).accessInformation());
        assertEquals("D23145890734934071279507122", parsed(MrzVectors.TD1_LONG).accessInformation());
        assertEquals("D23145890734934071279507122", parsed(MrzVectors.TD2_LONG).accessInformation());
    }

    @Test
    void stringsHoldNothingOfTheDocument() {
        Mrz mrz = parsed(MrzVectors.TD3);
        String all = mrz + " " + mrz.document() + mrz.holder() + mrz.holder().name()
                + mrz.holder().birth()
                + mrz.document().issuer() + parse(MrzVectors.TD3) + parse(MrzVectors.TD3.replace("7408", "74O8"))
                + parsed(MrzVectors.TD3_BIRTH_YEAR).holder().birth() + MrzText.of(MrzVectors.TD3)
                + DocumentNumber.of(MrzText.of(MrzVectors.TD3).orElseThrow());
        for (String secret :
                new String[] {"ERIKSSON", "ANNA", "L898902C3", "7408", "1974", "UTO", "ZE184226B", "2012"}) {
            assertFalse(all.contains(secret), all);
        }
    }
}
