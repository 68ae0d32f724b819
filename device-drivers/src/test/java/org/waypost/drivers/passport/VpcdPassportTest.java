package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.waypost.drivers.passport.PassportBench.ANNA;
import static org.waypost.drivers.passport.PassportBench.ECDSA;
import static org.waypost.drivers.passport.PassportBench.assertFault;
import static org.waypost.drivers.passport.PassportBench.read;
import static org.waypost.drivers.passport.PassportBench.taken;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Health;
import org.waypost.drivers.device.HealthMonitor;
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
class VpcdPassportTest extends PassportContract {
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
    protected void place(EmrtdCard card) {
        remove();
        try {
            link = ChipVpcdLink.laid(card, ChipRandom.secure());
        } catch (IOException noReader) {
            throw new UncheckedIOException(noReader);
        }
    }

    @Override
    protected void liftAfter(int answers) {
        Objects.requireNonNull(link).liftAfter(answers);
    }

    @Override
    protected void fallSilent() {
        Objects.requireNonNull(link).fallSilent();
    }

    @Override
    protected ChipTerminal terminal() {
        return terminal;
    }

    @Override
    protected EmrtdApplet applet() {
        return Objects.requireNonNull(link).lastApplet().orElseThrow();
    }

    @Test
    void case24ServiceRestartedBetweenTwoCards() throws IOException {
        HealthMonitor monitor = new HealthMonitor(DeviceKind.PASSPORT_READER, "passport", PassportBench.CLOCK);
        place(CARD);
        taken(observed(monitor)).close();
        assertEquals(Health.State.READY, monitor.health().state());
        remove();
        SERVICE.stop();
        assertFault(Fault.DEVICE_ABSENT, observed(monitor));
        assertEquals(Health.State.ABSENT, monitor.health().state());
        assertEquals(Optional.of(Fault.DEVICE_ABSENT), monitor.health().fault());
        SERVICE.start();
        place(CARD);
        try (Passport passport = taken(observed(monitor))) {
            PassportBench.assertAllGenuine(passport, Set.of());
        }
        assertEquals(Health.State.READY, monitor.health().state());
    }

    private Reading<Passport> observed(HealthMonitor monitor) {
        return monitor.observe(() -> read(terminal, ANNA, AccessPolicy.PACE_ONLY));
    }

    /** In a process of its own: what a library learns of the service, it may learn once for a whole process. */
    @Test
    void case24ProgramStartedBeforeTheService() throws IOException {
        SERVICE.stop();
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PcscProbe.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = program.inputReader()) {
            assertEquals("DEVICE_ABSENT ABSENT", said.readLine());
            SERVICE.start();
            place(CARD);
            assertEquals("read READY", said.lines().toList().getLast());
        } finally {
            program.destroy();
            SERVICE.start();
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
