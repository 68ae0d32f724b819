package org.waypost.kiosk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waypost.agent.trust.TrustStanding;
import org.waypost.agent.watchlist.Standing;
import org.waypost.contract.Health;
import org.waypost.contract.TerminalId;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Health.Remedy;
import org.waypost.drivers.device.Health.State;
import org.waypost.kiosk.registry.ModelHealth;

/**
 * How this terminal is, in the words of the contract: what a use of a device changes is left out (I10).
 *
 * @param list the list in use
 * @param trust the trust store in use
 * @param devices each device of the terminal
 * @param faces how the comparison of faces is; empty where it is off
 */
record TerminalHealth(
        TerminalId terminal,
        Supplier<Standing> list,
        Supplier<TrustStanding> trust,
        Supplier<List<org.waypost.drivers.device.Health>> devices,
        Supplier<Optional<ModelHealth>> faces,
        InstantSource clock)
        implements Supplier<Health> {

    @Override
    public Health get() {
        return new Health(
                terminal,
                hour(clock.instant()),
                inUse(list.get()),
                trust.get().number(),
                Stream.concat(
                                devices.get().stream().map(TerminalHealth::device),
                                faces.get().map(Models::device).stream())
                        .toList());
    }

    private static Instant hour(Instant moment) {
        return moment.truncatedTo(ChronoUnit.HOURS);
    }

    private static Optional<Health.ListInUse> inUse(Standing list) {
        return switch (list) {
            case Standing.InUse use -> Optional.of(new Health.ListInUse(use.number(), use.expires()));
            case Standing.Unusable unusable -> Optional.empty();
        };
    }

    private static Health.Device device(org.waypost.drivers.device.Health device) {
        Health.Condition condition = condition(device.state());
        return new Health.Device(
                kind(device.kind()),
                device.name(),
                condition,
                condition == Health.Condition.WORKING ? Optional.empty() : Optional.of(hour(device.since())),
                remedy(device.remedy()),
                identity(device.identity()));
    }

    /** Waiting, at work and not used yet are one: the difference tells of people. */
    private static Health.Condition condition(State state) {
        return switch (state) {
            case UNTRIED, READY, BUSY -> Health.Condition.WORKING;
            case ABSENT -> Health.Condition.ABSENT;
            case FAULTY -> Health.Condition.FAULTY;
        };
    }

    private static Health.Kind kind(DeviceKind kind) {
        return switch (kind) {
            case ID_CARD_READER -> Health.Kind.ID_CARD_READER;
            case PASSPORT_READER -> Health.Kind.PASSPORT_READER;
            case MRZ_READER -> Health.Kind.MRZ_READER;
            case CODE_READER -> Health.Kind.CODE_READER;
            case FINGERPRINT_MODULE -> Health.Kind.FINGERPRINT_MODULE;
            case CAMERA -> Health.Kind.CAMERA;
            case PANEL -> Health.Kind.PANEL;
        };
    }

    /** What a clerk mends is the document's, not the device's. */
    private static Health.Remedy remedy(Remedy remedy) {
        return switch (remedy) {
            case NONE, PRESENT_AGAIN -> Health.Remedy.NONE;
            case WAIT -> Health.Remedy.WAIT;
            case CONNECT -> Health.Remedy.CONNECT;
            case CHECK_CABLE -> Health.Remedy.CHECK_CABLE;
            case PROVISION, CORRECT_SETTINGS -> Health.Remedy.PROVISION;
            case CALL_SERVICE -> Health.Remedy.CALL_SERVICE;
        };
    }

    private static Health.Identity identity(Device.Identity identity) {
        return switch (identity) {
            case NOT_COMPARED -> Health.Identity.NOT_COMPARED;
            case CONFIRMED -> Health.Identity.CONFIRMED;
            case DIFFERS -> Health.Identity.DIFFERS;
        };
    }
}
