package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.passport.PassportBench.ANNA;
import static org.waypost.drivers.passport.PassportBench.CLOCK;
import static org.waypost.drivers.passport.PassportBench.ECDSA;
import static org.waypost.drivers.passport.PassportBench.UTOPIA;
import static org.waypost.drivers.passport.PassportBench.assertAllGenuine;
import static org.waypost.drivers.passport.PassportBench.assertFault;
import static org.waypost.drivers.passport.PassportBench.read;
import static org.waypost.drivers.passport.PassportBench.taken;
import static org.waypost.drivers.passport.PassportBench.trusting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.simulated.ChipQuirk;
import org.waypost.drivers.simulated.ChipRandom;
import org.waypost.drivers.simulated.EmrtdApplet;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.PassportSpecimen;
import org.waypost.drivers.simulated.SimulatedChipTerminal;

class InProcessPassportTest extends PassportContract {
    private static final EmrtdCard CARD = PassportSpecimen.modern().personalised(ECDSA);

    private final SimulatedChipTerminal terminal = new SimulatedChipTerminal(false, ChipRandom.secure());

    @Override
    protected void place(EmrtdCard card) {
        terminal.place(card);
    }

    @Override
    protected void liftAfter(int answers) {
        terminal.removeAfter(answers);
    }

    @Override
    protected void fallSilent() {
        terminal.fallSilent();
    }

    @Override
    protected ChipTerminal terminal() {
        return terminal;
    }

    @Override
    protected EmrtdApplet applet() {
        return terminal.applet().orElseThrow();
    }

    @Test
    void case12RemovedAtAnyAnswer() {
        for (int answers = 0; answers < 40; answers += 3) {
            terminal.place(CARD);
            terminal.removeAfter(answers);
            assertFault(Fault.CARD_MOVED, read(terminal, ANNA, AccessPolicy.PACE_ONLY));
        }
    }

    @Test
    void case24ReaderPulledAndPluggedInAgain() {
        terminal.place(CARD);
        terminal.plug(false);
        assertFault(Fault.DEVICE_ABSENT, read(terminal, ANNA, AccessPolicy.PACE_ONLY));
        terminal.plug(true);
        taken(read(terminal, ANNA, AccessPolicy.PACE_ONLY)).close();
    }

    @Test
    void readsWithExtendedLengthWhereOfferedAndWithoutWhereTheChipRefuses() {
        SimulatedChipTerminal extended = new SimulatedChipTerminal(true, ChipRandom.secure());
        extended.place(CARD);
        taken(read(extended, ANNA, AccessPolicy.PACE_ONLY)).close();
        extended.place(
                PassportSpecimen.modern().with(ChipQuirk.SHORT_LENGTH_ONLY).personalised(ECDSA));
        try (Passport passport = taken(read(extended, ANNA, AccessPolicy.PACE_ONLY))) {
            assertAllGenuine(passport, Set.of());
        }
    }

    @Test
    void tellsTheStagesInOrder() {
        List<Stage> told = new ArrayList<>();
        var settings = new PassportReader.Settings(AccessPolicy.PACE_ONLY, Duration.ofSeconds(20));
        terminal.place(CARD);
        var reader = new PassportReader(terminal, () -> trusting(UTOPIA), settings, CLOCK, told::add);
        taken(reader.read(ANNA, Optional.empty(), Duration.ZERO)).close();
        assertEquals(List.of(Stage.values()), told);
    }

    @Test
    void showsNothingOfTheDocumentInText() {
        terminal.place(CARD);
        try (Passport passport = taken(read(terminal, ANNA, AccessPolicy.PACE_ONLY))) {
            String shown = passport + " " + passport.fields() + " " + passport.report() + ANNA + PassportBench.CAN
                    + PassportBench.PRINTED;
            for (String personal : List.of("ERIKSSON", "L898902C3", "740812", PassportSpecimen.CAN)) {
                assertTrue(!shown.contains(personal), shown);
            }
        }
    }

    @Test
    void aRefusedProofIsAFindingAndTheRestIsRead() {
        terminal.place(PassportSpecimen.modern()
                .with(ChipQuirk.CHIP_AUTHENTICATION_REFUSED)
                .personalised(ECDSA));
        try (Passport passport = taken(read(terminal, ANNA, AccessPolicy.PACE_ONLY))) {
            assertEquals(
                    new Authenticity.Altered(Authenticity.Finding.PROOF_REFUSED),
                    passport.report().of(Mechanism.CHIP_AUTHENTICATION));
            assertTrue(passport.portrait().isPresent());
        }
    }

    @Test
    void acceptsAnActiveSignatureInDer() {
        terminal.place(
                PassportSpecimen.modern().with(ChipQuirk.DER_ACTIVE_SIGNATURE).personalised(ECDSA));
        try (Passport passport = taken(read(terminal, ANNA, AccessPolicy.PACE_ONLY))) {
            assertAllGenuine(passport, Set.of());
        }
    }
}
