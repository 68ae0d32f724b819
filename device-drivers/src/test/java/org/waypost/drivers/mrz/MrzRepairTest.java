package org.waypost.drivers.mrz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.mrz.MrzVectors.parse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.mrz.MrzOutcome.Change;
import org.waypost.drivers.mrz.MrzOutcome.Parsed;
import org.waypost.drivers.mrz.MrzOutcome.Repaired;
import org.waypost.drivers.mrz.MrzOutcome.Unreadable;

class MrzRepairTest {
    private static final Map<Character, String> CONFUSIONS = Map.ofEntries(
            Map.entry('0', "OQD"),
            Map.entry('O', "0"),
            Map.entry('Q', "0"),
            Map.entry('D', "0"),
            Map.entry('1', "IL"),
            Map.entry('I', "1"),
            Map.entry('L', "1"),
            Map.entry('2', "Z"),
            Map.entry('Z', "2"),
            Map.entry('5', "S"),
            Map.entry('S', "5"),
            Map.entry('8', "B"),
            Map.entry('B', "8"),
            Map.entry('6', "G"),
            Map.entry('G', "6"));

    private static Mrz zone(String text) {
        return assertInstanceOf(Parsed.class, parse(text)).mrz();
    }

    @Test
    void aLetterInADateIsProposedAsTheDigit() {
        MrzOutcome outcome = parse(MrzVectors.TD3.replace("UTO7408", "UTO74O8"));
        assertEquals(new Repaired(zone(MrzVectors.TD3), List.of(new Change(2, 16, 'O', '0'))), outcome);
    }

    @Test
    void aMisreadNumberIsProposedWithItsPlace() {
        MrzOutcome outcome = parse(MrzVectors.TD3.replace("L898902C3", "L8989O2C3"));
        assertEquals(new Repaired(zone(MrzVectors.TD3), List.of(new Change(2, 6, 'O', '0'))), outcome);
    }

    @Test
    void twoVariantsThatFitAreNoProposal() {
        Unreadable outcome =
                assertInstanceOf(Unreadable.class, parse(MrzVectors.TD3.replace("L898902C3", "I898902C3")));
        assertTrue(outcome.flaws().contains(Flaw.SEVERAL_REPAIRS));
    }

    @Test
    void twoErrorsAreNeverRepaired() {
        assertInstanceOf(Unreadable.class, parse(MrzVectors.TD3.replace("UTO7408", "UTO7AO8")));
        assertInstanceOf(Unreadable.class, parse(MrzVectors.TD3.replace("UTO7408", "UTO74OB")));
    }

    @Test
    void whereNoCheckDigitVouchesNothingIsProposed() {
        assertInstanceOf(Unreadable.class, parse(MrzVectors.TD3.replace("UTO7408", "UT07408")));
        assertInstanceOf(Unreadable.class, parse(MrzVectors.TD3.replace("ERIKSSON", "ERIK5SON")));
        assertInstanceOf(Unreadable.class, parse(MrzVectors.TD3.replace("P<UTO", "P<UT0")));
    }

    /** Look-alikes whose values differ by ten or twenty: no check digit tells them apart. */
    private static boolean weighTheSame(char one, char other) {
        return Set.of("1L", "L1", "6G", "G6").contains("" + one + other);
    }

    /** Whatever single confusion happens under a check digit, it is proposed rightly, refused, or weighs the same. */
    @Test
    void noSingleConfusionIsSilentlyAnotherZone() {
        for (String text : MrzVectors.all()) {
            Mrz truth = zone(text);
            for (int i = 0; i < text.length(); i++) {
                if (MrzVectors.isCovered(truth.format(), i)) {
                    for (char wrong :
                            CONFUSIONS.getOrDefault(text.charAt(i), "").toCharArray()) {
                        assertHonest(truth, text, i, wrong);
                    }
                }
            }
        }
    }

    private static void assertHonest(Mrz truth, String text, int index, char wrong) {
        MrzOutcome outcome = parse(text.substring(0, index) + wrong + text.substring(index + 1));
        boolean honest = switch (outcome) {
            case Parsed parsed -> weighTheSame(text.charAt(index), wrong);
            case Repaired repaired ->
                repaired.mrz().equals(truth) && repaired.changes().getFirst().proposed() == text.charAt(index);
            case Unreadable unreadable -> !unreadable.flaws().isEmpty();
        };
        assertTrue(honest, () -> outcome + " for " + wrong + " at " + index + " of " + text);
    }
}
