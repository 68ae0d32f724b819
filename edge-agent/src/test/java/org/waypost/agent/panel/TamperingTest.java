package org.waypost.agent.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.store.StoreFailure;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.panel.GatePulse;
import org.waypost.drivers.panel.Lamp;
import org.waypost.drivers.panel.PanelEvent;
import org.waypost.drivers.panel.PanelEvent.Found;
import org.waypost.drivers.panel.PanelEvent.TamperOpened;
import org.waypost.drivers.panel.PanelInput;
import org.waypost.drivers.panel.PanelRecord;
import org.waypost.testing.ExpectFailure;

class TamperingTest {
    private static final Instant NOON = Instant.parse("2026-11-29T04:00:00Z");
    private static final Technician ZHAO = new Technician(" technician-zhao ");

    private final List<AuditEvent> lines = new ArrayList<>();
    private final Tampering tampering = new Tampering();

    private static void broken(AuditEvent line) {
        throw new StoreFailure("disk of the test", new IOException("broken"));
    }

    private List<String> told() {
        return lines.stream()
                .map(line -> line.actor() + " " + line.action() + " " + line.detail())
                .toList();
    }

    @Test
    void staysUntilANamedTechnicianHasLooked() {
        tampering.opened(new TamperOpened(NOON, Found.WATCHING), lines::add);
        tampering.opened(new TamperOpened(NOON.plusSeconds(60), Found.WATCHING), lines::add);
        assertEquals(Optional.of(NOON), tampering.since());
        tampering.reset(ZHAO, NOON.plusSeconds(90), lines::add);
        assertEquals(Optional.empty(), tampering.since());
        assertEquals(List.of("terminal TAMPER_OPENED WATCHING", "technician-zhao TAMPER_RESET "), told());
        assertEquals(lines.getFirst().encounter(), lines.getLast().encounter());
    }

    @Test
    void whatWasOpenBeforeARestartIsAnsweredUnderItsOwnId() {
        UUID id = new UUID(7, 7);
        tampering.recall(Map.of(id, List.of(NOON)));
        tampering.opened(new TamperOpened(NOON.plusSeconds(5), Found.AT_START), lines::add);
        assertEquals(List.of(), told(), "it is the same opening");
        tampering.reset(ZHAO, NOON, lines::add);
        assertEquals(id, lines.getFirst().encounter());
    }

    @Test
    @ExpectFailure(StoreFailure.class)
    void isKnownEvenIfItCannotBeWrittenDownAndNotTakenBackThen() {
        tampering.opened(new TamperOpened(NOON, Found.WATCHING), TamperingTest::broken);
        assertThrows(StoreFailure.class, () -> tampering.reset(ZHAO, NOON, TamperingTest::broken));
        assertEquals(Optional.of(NOON), tampering.since());
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "terminal", "System", "a\nb", "12345678901234567890123456789012345678901"})
    void aTechnicianIsANamedPerson(String name) {
        assertThrows(IllegalArgumentException.class, () -> new Technician(name));
    }

    @Test
    void theAccountHasLampsGateAndAilmentsButNobodysComingAndGoing() {
        PanelAccount account = new PanelAccount(lines::add);
        for (Lamp lamp : List.of(Lamp.GREEN, Lamp.GREEN, Lamp.RED)) {
            account.note(new PanelRecord.LampSet(NOON, lamp, PanelRecord.Cause.ASKED));
        }
        account.note(new PanelRecord.GateReleased(NOON, new GatePulse(Duration.ofSeconds(2)), PanelRecord.Cause.ASKED));
        account.note(new PanelRecord.GateClosed(NOON, PanelRecord.Cause.PULSE_OVER));
        for (PanelEvent event : List.of(
                new PanelEvent.HelpPressed(NOON),
                new TamperOpened(NOON, Found.WATCHING),
                new PanelEvent.PresenceBegan(NOON),
                new PanelEvent.PresenceEnded(NOON),
                new PanelEvent.HelpStuck(NOON),
                new PanelEvent.LineNoisy(NOON, PanelInput.HELP, 3))) {
            account.note(new PanelRecord.Sensed(event));
        }
        account.note(new PanelRecord.Lost(NOON, Fault.DEVICE_ABSENT, PanelRecord.Outputs.SAFE));
        account.note(new PanelRecord.LampSet(NOON, Lamp.RED, PanelRecord.Cause.ASKED));
        assertEquals(
                List.of(
                        "terminal LAMP_SET GREEN ASKED",
                        "terminal LAMP_SET RED ASKED",
                        "terminal GATE_SET RELEASED 2000 ms ASKED",
                        "terminal GATE_SET CLOSED PULSE_OVER",
                        "terminal HELP_STUCK ",
                        "terminal LINE_NOISY HELP",
                        "terminal PANEL_LOST DEVICE_ABSENT SAFE",
                        "terminal LAMP_SET RED ASKED"),
                told());
    }

    @Test
    @ExpectFailure(StoreFailure.class)
    void aDiskThatFailsPutsOutNoLamp() {
        new PanelAccount(TamperingTest::broken)
                .note(new PanelRecord.LampSet(NOON, Lamp.GREEN, PanelRecord.Cause.ASKED));
    }
}
