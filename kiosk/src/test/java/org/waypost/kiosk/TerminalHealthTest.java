package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.agent.trust.TrustStanding;
import org.waypost.agent.watchlist.Screening;
import org.waypost.agent.watchlist.Standing;
import org.waypost.contract.Codec;
import org.waypost.contract.Health.Condition;
import org.waypost.contract.Health.Identity;
import org.waypost.contract.Health.Remedy;
import org.waypost.contract.TerminalId;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Health;
import org.waypost.kiosk.registry.ModelHealth;

class TerminalHealthTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:47:13Z");

    private static final TrustStanding TRUST = new TrustStanding.InUse(7, NOW, 3);

    private static org.waypost.contract.Health told(Health... devices) {
        return new TerminalHealth(
                        new TerminalId("counter-1"),
                        () -> new Standing.Unusable(Screening.Reason.LIST_ABSENT),
                        () -> TRUST,
                        () -> List.of(devices),
                        Optional::empty,
                        () -> NOW)
                .get();
    }

    private static Health device(Health.State state, Optional<Fault> fault, Instant since) {
        return new Health(DeviceKind.ID_CARD_READER, "card", state, since, fault, Device.Identity.CONFIRMED);
    }

    private static String wire(Health.State state, Instant since) {
        return Codec.write(told(device(state, Optional.empty(), since)));
    }

    /** I10: whoever reads the wire cannot tell whether, or when, somebody stood at the counter. */
    @ParameterizedTest
    @EnumSource(
            value = Health.State.class,
            names = {"UNTRIED", "READY", "BUSY"})
    void isTheSameOnTheWireWhateverAUseChanges(Health.State state) {
        String untouched = wire(Health.State.UNTRIED, NOW.minusSeconds(40_000));
        assertEquals(untouched, wire(state, NOW));
        assertEquals(untouched, wire(state, NOW.minusSeconds(90)));
        assertNotEquals(
                untouched,
                Codec.write(told(device(Health.State.ABSENT, Optional.of(Fault.DEVICE_ABSENT), NOW))),
                "control: a fault is told");
    }

    @Test
    void saysWhichTrustStoreIsInUse() {
        assertEquals(Optional.of(7L), told().trust());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void saysSinceWhichHourADeviceFailsAndWhatToDo(Fault fault) {
        Health.State state = fault == Fault.DEVICE_ABSENT ? Health.State.ABSENT : Health.State.FAULTY;
        var device = told(device(state, Optional.of(fault), NOW)).devices().getFirst();
        assertEquals(Optional.of(Instant.parse("2026-11-24T08:00:00Z")), device.since());
        assertEquals(state.name(), device.condition().name());
        String remedy = device(state, Optional.of(fault), NOW).remedy().name();
        assertEquals(
                switch (remedy) {
                    case "PRESENT_AGAIN" -> "NONE";
                    case "CORRECT_SETTINGS" -> "PROVISION";
                    default -> remedy;
                },
                device.remedy().name());
    }

    private static List<org.waypost.contract.Health.Device> faces(Optional<ModelHealth> health) {
        return new TerminalHealth(
                        new TerminalId("counter-1"),
                        () -> new Standing.Unusable(Screening.Reason.LIST_ABSENT),
                        () -> TRUST,
                        List::of,
                        () -> health,
                        () -> NOW)
                .get()
                .devices();
    }

    @Test
    void saysNothingOfModelsWhereTheFaceModeIsOff() {
        assertEquals(List.of(), faces(Optional.empty()));
    }

    /** The hour is the one of the start: no picture that is compared moves it. */
    @ParameterizedTest
    @EnumSource(Obstacle.class)
    void saysWhetherModelsAreToBeImported(Obstacle obstacle) {
        var device = faces(
                        Optional.of(new ModelHealth(Optional.of(obstacle), NOW.minusSeconds(7_200), Optional.empty())))
                .getFirst();
        Condition condition = switch (obstacle) {
            case MODEL_ABSENT -> Condition.ABSENT;
            case MODEL_CHANGED, MODEL_FAILED, SELF_TEST_NOT_RECORDED, UNCALIBRATED -> Condition.FAULTY;
            case NO_FACE,
                    SEVERAL_FACES,
                    TOO_SMALL,
                    TOO_DARK,
                    TOO_BRIGHT,
                    GREY,
                    TURNED_AWAY,
                    BLURRED,
                    NEAR_THRESHOLD,
                    NOT_LIVE -> Condition.WORKING;
        };
        boolean works = condition == Condition.WORKING;
        assertEquals(condition, device.condition());
        assertEquals(works ? Remedy.NONE : Remedy.IMPORT_MODELS, device.remedy());
        assertEquals(works ? Optional.empty() : Optional.of(Instant.parse("2026-11-24T06:00:00Z")), device.since());
        assertEquals(obstacle == Obstacle.MODEL_CHANGED, device.identity() == Identity.DIFFERS);
    }

    @Test
    void modelsThatPassedTheirTestAreTheImportedOnes() {
        var device = faces(Optional.of(new ModelHealth(Optional.empty(), NOW, Optional.empty())))
                .getFirst();
        assertEquals(org.waypost.contract.Health.Kind.FACE_COMPARISON, device.kind());
        assertEquals(Condition.WORKING, device.condition());
        assertEquals(Identity.CONFIRMED, device.identity());
    }

    @Test
    void hasAWordForEveryKind() {
        for (DeviceKind kind : DeviceKind.values()) {
            Health one =
                    new Health(kind, "one", Health.State.READY, NOW, Optional.empty(), Device.Identity.NOT_COMPARED);
            assertEquals(kind.name(), told(one).devices().getFirst().kind().name());
        }
    }
}
