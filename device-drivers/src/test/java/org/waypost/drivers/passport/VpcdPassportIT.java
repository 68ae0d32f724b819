package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.waypost.drivers.passport.PassportBench.ANNA;
import static org.waypost.drivers.passport.PassportBench.ECDSA;
import static org.waypost.drivers.passport.PassportBench.assertFault;
import static org.waypost.drivers.passport.PassportBench.read;
import static org.waypost.drivers.passport.PassportBench.taken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.simulated.ChipRandom;
import org.waypost.drivers.simulated.ChipVpcdLink;
import org.waypost.drivers.simulated.EmrtdApplet;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportPicture;
import org.waypost.drivers.simulated.PassportSpecimen;

/** The same cases through vpcd, the real pcscd and the real libpcsclite: Debian's pcscd and vsmartcard-vpcd. */
class VpcdPassportIT extends PassportContract {
    private static final PcscService SERVICE = new PcscService();

    /** The service looks at a reader every 400 ms; a card laid down earlier is taken for the last one, then dropped. */
    private static final Duration TWO_LOOKS = Duration.ofSeconds(1);

    private static final EmrtdCard CARD = PassportSpecimen.modern().personalised(ECDSA);

    private final PcscTerminal terminal = new PcscTerminal("Virtual PCD 00 00", false, Ticker.SYSTEM);
    private @Nullable ChipVpcdLink link;

    @BeforeAll
    static void start() throws IOException {
        SERVICE.assumeInstalled();
        SERVICE.start();
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
    }

    @AfterEach
    void lift() {
        remove();
    }

    private void remove() {
        ChipVpcdLink lying = link;
        link = null;
        if (lying != null) {
            try {
                lying.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            Ticker.SYSTEM.pause(TWO_LOOKS);
        }
    }

    @Override
    void place(EmrtdCard card) {
        remove();
        try {
            link = ChipVpcdLink.laid(card, ChipRandom.secure());
        } catch (IOException noReader) {
            throw new UncheckedIOException(noReader);
        }
    }

    @Override
    ChipTerminal terminal() {
        return terminal;
    }

    @Override
    EmrtdApplet applet() {
        return Objects.requireNonNull(link).lastApplet().orElseThrow();
    }

    @Test
    void case12RemovedDuringAReadAndTheNextCardReads() {
        for (int answers : new int[] {3, 20, 45}) {
            place(CARD);
            Objects.requireNonNull(link).liftAfter(answers);
            assertFault(Fault.CARD_MOVED, read(terminal, ANNA, AccessPolicy.PACE_ONLY));
        }
        place(CARD);
        taken(read(terminal, ANNA, AccessPolicy.PACE_ONLY)).close();
    }

    @Test
    void case24ServiceRestartedBetweenTwoCards() throws IOException {
        place(CARD);
        taken(read(terminal, ANNA, AccessPolicy.PACE_ONLY)).close();
        remove();
        SERVICE.stop();
        assertFault(Fault.DEVICE_ABSENT, read(terminal, ANNA, AccessPolicy.PACE_ONLY));
        SERVICE.start();
        place(CARD);
        try (Passport passport = taken(read(terminal, ANNA, AccessPolicy.PACE_ONLY))) {
            PassportBench.assertAllGenuine(passport, Set.of());
        }
    }

    @Test
    void readsWithExtendedLength() {
        place(PassportSpecimen.modern()
                .withDg2(PassportFiles.dg2(PassportPicture.jpeg(240, 320).filledTo(50_000)))
                .personalised(ECDSA));
        PcscTerminal extended = new PcscTerminal("Virtual PCD 00 00", true, Ticker.SYSTEM);
        try (Passport passport = taken(read(extended, ANNA, AccessPolicy.PACE_ONLY))) {
            PassportBench.assertAllGenuine(passport, Set.of());
        }
    }

    @Test
    void aReaderOfAnotherNameIsAbsent() {
        PcscTerminal other = new PcscTerminal("no such reader", false, Ticker.SYSTEM);
        var faulty = assertInstanceOf(Reading.Faulty.class, other.await(Duration.ZERO));
        assertEquals(Fault.DEVICE_ABSENT, faulty.fault());
    }
}
