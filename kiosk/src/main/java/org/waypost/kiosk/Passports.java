package org.waypost.kiosk;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waypost.agent.document.TravelDocumentReader;
import org.waypost.agent.encounter.MarriageCounter;
import org.waypost.agent.settings.Settings;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.device.Health;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Supervised;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.mrz.MrzParser;
import org.waypost.drivers.mrz.MrzReader;
import org.waypost.drivers.passport.AccessPolicy;
import org.waypost.drivers.passport.ChipTerminal;
import org.waypost.drivers.passport.Passport;
import org.waypost.drivers.passport.PassportReader;
import org.waypost.drivers.passport.TrustStore;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Presentation;
import org.waypost.kiosk.technician.SimulatedPassportPanel;

/**
 * What a terminal reads passports with.
 *
 * @param zone reads the printed lines
 * @param chip reads the chip, if there is a reader of chips
 * @param parser of the lines in the chip
 */
record Passports(ZoneReader zone, Optional<ChipReader> chip, MrzParser parser, InstantSource clock) {
    private static final PassportReader.Settings SETTINGS =
            new PassportReader.Settings(AccessPolicy.BAC_WITHOUT_PACE, PassportReader.Settings.LONGEST);
    /** A swipe that began is finished: 4 s for the message, as long for the rest of a broken one, and reopening. */
    private static final Duration LONGEST_SWIPE = Duration.ofSeconds(15);

    private static final Duration LONGEST_CHIP = PassportReader.Settings.LONGEST.plusSeconds(5);

    /**
     * The readers that the settings name.
     *
     * @throws StartFailure if no driver takes one
     */
    static Optional<Passports> of(Settings settings, InstantSource clock) {
        return settings.travel().map(named -> of(named, settings.office().zone(), clock));
    }

    private static Passports of(Settings.Travel named, ZoneId zone, InstantSource clock) {
        Drivers installed = Drivers.installed(clock);
        MrzParser parser = new MrzParser(clock.withZone(zone));
        return new Passports(
                ZoneReader.of(named.zone(), installed, parser, clock),
                named.chip().map(chip -> ChipReader.of(chip, installed, clock)),
                parser,
                clock);
    }

    /**
     * Looks for passports.
     *
     * @param trust asked at each reading
     */
    PassportLoop loop(MarriageCounter counter, Supplier<TrustStore> trust) {
        Supervised<MrzReader> zones = new Supervised<>(zone.drivers(), zone.monitor());
        Optional<Supervised<ChipTerminal>> chips =
                chip.map(named -> new Supervised<>(named.drivers(), named.monitor()));
        TravelDocumentReader reader = new TravelDocumentReader(
                patience -> zones.use(patience.plus(LONGEST_SWIPE), open -> open.read(patience), unseen -> {}),
                chips.map(open -> reader(open, trust)),
                parser,
                Ticker.SYSTEM);
        return new PassportLoop(counter, reader, () -> {
            zones.close();
            chips.ifPresent(Supervised::close);
        });
    }

    private TravelDocumentReader.ChipReader reader(Supervised<ChipTerminal> terminal, Supplier<TrustStore> trust) {
        return (key, printed, patience) -> terminal.use(
                patience.plus(LONGEST_CHIP),
                open -> new PassportReader(open, trust, SETTINGS, clock, stage -> {}).read(key, printed, patience),
                Passport::close);
    }

    List<Health> devices() {
        return Stream.concat(Stream.of(zone.monitor()), chip.map(ChipReader::monitor).stream())
                .map(HealthMonitor::health)
                .toList();
    }

    /** The page that comes with simulated readers; none otherwise. */
    List<Route> panel(Presentation presentation) {
        return zone.simulator().stream()
                .map(lines ->
                        new SimulatedPassportPanel(lines, chip.flatMap(ChipReader::simulator), presentation, clock))
                .flatMap(panel -> panel.routes().stream())
                .toList();
    }

    static DriverCatalog.Wish wish(DeviceKind kind, Settings.Named named) {
        return new DriverCatalog.Wish(kind, named.driver(), named.address(), named.given());
    }
}
