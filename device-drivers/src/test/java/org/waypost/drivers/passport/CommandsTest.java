package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.waypost.drivers.passport.PassportBench.ANNA;
import static org.waypost.drivers.passport.PassportBench.ECDSA;
import static org.waypost.drivers.passport.PassportBench.assertAllGenuine;
import static org.waypost.drivers.passport.PassportBench.taken;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.ChipQuirk;
import org.waypost.drivers.simulated.ChipRandom;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportPicture;
import org.waypost.drivers.simulated.PassportSpecimen;
import org.waypost.drivers.simulated.SimulatedChipTerminal;

/** What a chip is asked: no more commands than its files and the protocols need, and PACE once while it has power. */
class CommandsTest {
    private static final EmrtdCard CARD = PassportSpecimen.modern()
            .withDg2(PassportFiles.dg2(PassportPicture.jpeg(240, 320).filledTo(15_000)))
            .personalised(ECDSA);
    /** CardAccess, SOD, DG14, DG15, DG1, DG2. */
    private static final List<Integer> READ = List.of(0x011C, 0x011D, 0x010E, 0x010F, 0x0101, 0x0102);
    /** PACE: 1 + 4; the application: 1; chip authentication: 2; active authentication: 1. */
    private static final int OF_THE_PROTOCOLS = 9;

    private static SimulatedChipTerminal terminal(boolean extended) {
        SimulatedChipTerminal terminal = new SimulatedChipTerminal(extended, ChipRandom.secure());
        terminal.place(CARD);
        return terminal;
    }

    @ParameterizedTest
    @CsvSource({"false, 223", "true, 4000"})
    void aFileTakesOneSelectAndItsBlocksAndAProofNothing(boolean extended, int block) {
        WatchedTerminal watched = new WatchedTerminal(terminal(extended));
        taken(PassportBench.read(watched, ANNA, AccessPolicy.PACE_ONLY)).close();
        int needed = OF_THE_PROTOCOLS;
        for (int file : READ) {
            int length = Objects.requireNonNull(CARD.files().get(file)).length;
            needed += 1 + Math.ceilDiv(length, block);
        }
        assertEquals(1, watched.powered().size());
        assertEquals(needed, watched.powered().getFirst().size());
    }

    @Test
    void whereExtendedLengthIsRefusedTheChipIsPoweredAnewBeforeTheSecondPace() {
        SimulatedChipTerminal terminal = terminal(true);
        terminal.place(
                PassportSpecimen.modern().with(ChipQuirk.SHORT_LENGTH_ONLY).personalised(ECDSA));
        WatchedTerminal watched = new WatchedTerminal(terminal);
        try (Passport passport = taken(PassportBench.read(watched, ANNA, AccessPolicy.PACE_ONLY))) {
            assertAllGenuine(passport, Set.of());
        }
        assertEquals(2, watched.powered().size());
        for (List<Integer> commands : watched.powered()) {
            assertEquals(
                    1,
                    commands.stream()
                            .filter(command -> command == WatchedTerminal.PACE)
                            .count());
        }
    }

    /** Why: JMRTD begins the second channel with the counter of the first. */
    @Test
    void aSecondPaceInsideTheChannelOpensNothing() throws ChipFailure {
        Reading<CardChannel> powered = terminal(false).await(Duration.ZERO);
        try (CardChannel channel = ((Reading.Taken<CardChannel>) powered).value()) {
            EmrtdChip chip = new EmrtdChip(channel, Blocks.SHORT);
            chip.power();
            var offers = chip.cardAccess(chip.read(EmrtdFile.CARD_ACCESS).orElseThrow())
                    .pace();
            chip.pace(ANNA, offers.getFirst());
            chip.selectSecured();
            assertThrows(ChipFailure.class, () -> {
                chip.pace(ANNA, offers.getFirst());
                chip.selectSecured();
                chip.read(EmrtdFile.DG1);
            });
        }
    }
}
