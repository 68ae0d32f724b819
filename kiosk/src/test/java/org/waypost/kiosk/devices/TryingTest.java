package org.waypost.kiosk.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.fingerprint.FingerprintReader;
import org.waypost.drivers.idcard.CardReader;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.panel.Level;
import org.waypost.drivers.panel.PanelInput;
import org.waypost.drivers.panel.PanelOutput;
import org.waypost.drivers.panel.PanelSettings;
import org.waypost.drivers.simulated.CardValues;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.Ef01Simulator;
import org.waypost.drivers.simulated.FingerCondition;
import org.waypost.drivers.simulated.SamvCommand;
import org.waypost.drivers.simulated.SamvFault;
import org.waypost.drivers.simulated.SimulatedCamera;
import org.waypost.drivers.simulated.SimulatedCardReader;
import org.waypost.drivers.simulated.SimulatedFingerprintReader;
import org.waypost.drivers.simulated.SimulatedPanel;
import org.waypost.drivers.simulated.SpecimenCard;
import org.waypost.drivers.simulated.SpecimenFinger;
import org.waypost.kiosk.devices.DevicesRig.Prepared;
import org.waypost.kiosk.devices.DevicesRig.Said;
import org.waypost.testing.ExpectFailure;

/** Devices of each kind are read, and nothing of a person is shown. */
class TryingTest extends TryingScene {
    private static SimulatedCardReader carrying(SpecimenCard card) {
        SimulatedCardReader reader = new SimulatedCardReader();
        reader.place(card.image());
        return reader;
    }

    @ParameterizedTest
    @EnumSource
    void aCardIsReadAndOnlyItsChecksAreShown(SpecimenCard card) {
        Said said = read(DeviceKind.ID_CARD_READER, carrying(card), "");
        assertShows(said, 0, "read      an ID card", "check character of the number: holds", "picture   decoded");
        assertHides(said, values(card.content()));
    }

    private static List<String> values(CardValues values) {
        List<String> texts = new ArrayList<>();
        try (SimulatedCardReader reader = new SimulatedCardReader()) {
            for (SpecimenCard card : SpecimenCard.values()) {
                if (card.content().equals(values)) {
                    reader.place(card.image());
                }
            }
            if (reader.read(Duration.ofSeconds(3)) instanceof Reading.Taken<Document> taken) {
                try (Document document = taken.value()) {
                    texts.addAll(List.of(
                            document.name(),
                            document.number(),
                            document.birth().toString(),
                            document.birth().toString().replace("-", "")));
                }
            }
        }
        assertEquals(4, texts.size());
        return texts;
    }

    @Test
    void probingLooksAtNothing() {
        Said said = new DevicesRig(new Prepared(DeviceKind.ID_CARD_READER, () -> carrying(SpecimenCard.TEST_JIA)))
                .run("probe", "card", "simulated:");
        assertShows(said, 0, "state     ready", "something lies there; it was not looked at", "to do     nothing");
        assertFalse(said.out().contains("check "), said.out());
    }

    @Test
    void probingAnEmptyReaderSaysThatItAnswers() {
        Said said = new DevicesRig(new Prepared(DeviceKind.ID_CARD_READER, SimulatedCardReader::new))
                .run("probe", "card", "simulated:");
        assertShows(said, 0, "the reader answers and sees no card");
    }

    @Test
    void anAbsentDeviceSaysWhoActsAndWhatToDo() {
        for (String command : new String[] {"probe", "read"}) {
            SimulatedCardReader reader = new SimulatedCardReader();
            reader.simulator().unplug();
            Said said = new DevicesRig(new Prepared(DeviceKind.ID_CARD_READER, () -> reader))
                    .run(command, "card", "simulated:");
            assertShows(said, 1, "fault     DEVICE_ABSENT", "who       you, the technician", "check plug and supply");
        }
    }

    @Test
    void aCardThatMovedIsNotTheReadersFault() {
        Said probed = faulty("probe");
        assertShows(probed, 0, "state     ready", "fault     CARD_NOT_AUTHENTICATED");
        Said read = faulty("read");
        assertShows(read, 1, "who       whoever presents", "lift it, lay it down again");
    }

    private static Said faulty(String command) {
        SimulatedCardReader reader = carrying(SpecimenCard.TEST_JIA);
        reader.simulator().arm(SamvCommand.READ_TEXT_PHOTO, new SamvFault.Status(0x31), 9);
        return new DevicesRig(new Prepared(DeviceKind.ID_CARD_READER, () -> reader)).run(command, "card", "simulated:");
    }

    @Test
    void nobodyIsNotDone() {
        Said said = read(DeviceKind.ID_CARD_READER, new SimulatedCardReader(), "");
        assertShows(said, 1, "nobody presented anything within 2 s", "to do     lay an ID card on the reader");
    }

    @Test
    @ExpectFailure(IllegalStateException.class)
    void aDriverThatThrowsIsAFaultAndNotTheEndOfTheCommand() {
        CardReader broken = new CardReader() {
            @Override
            public Reading<Document> read(Duration patience) {
                throw new IllegalStateException("a defect");
            }

            @Override
            public void close() {}
        };
        assertShows(read(DeviceKind.ID_CARD_READER, broken, ""), 1, "DRIVER_DEFECT", "send the output");
    }

    @ParameterizedTest
    @EnumSource(names = {"CLEAN", "DRY", "PARTIAL"})
    void aFingerIsJudgedAndNotShown(FingerCondition condition) {
        SimulatedFingerprintReader reader = new SimulatedFingerprintReader(new Ef01Simulator(Ef01Model.R503, false));
        reader.touch(SpecimenFinger.of(7).in(condition));
        FingerprintReader device = reader;
        Said said = read(DeviceKind.FINGERPRINT_MODULE, device, "");
        assertShows(said, 0, "now       lay a finger down", "a picture of 192 x 192 pixels at 508 dpi");
        assertEquals(condition == FingerCondition.CLEAN, said.out().contains("good enough to compare"), said.out());
    }

    @Test
    void aCameraIsPhotographedAndNothingOfThePictureIsShown() {
        // the decoder of still pictures is unpacked and loaded first
        Said said = new DevicesRig(new Prepared(DeviceKind.CAMERA, SimulatedCamera::new))
                .run("read", "camera", "simulated:", "--seconds", "60");
        assertShows(
                said, 0, "a still picture of 1280 x 720 pixels, not shown", "exposure: settled", "pictures a second");
    }

    @Test
    void aCameraWithoutItsCableSaysWhoActs() {
        SimulatedCamera camera = new SimulatedCamera();
        camera.simulator().unplug();
        assertShows(read(DeviceKind.CAMERA, camera, ""), 1, "fault     DEVICE_ABSENT", "you, the technician");
    }

    @Test
    void aPanelWhoseLoopIsOpenSaysSoAndEndsDark() {
        DeviceDriver.Host host = new DeviceDriver.Host(Clock.fixed(DevicesRig.NOW, ZoneOffset.UTC), Ticker.SYSTEM);
        SimulatedPanel panel = new SimulatedPanel(PanelSettings.usual(), host);
        panel.board().set(PanelInput.TAMPER);
        assertShows(read(DeviceKind.PANEL, panel, ""), 0, "THE TAMPER LOOP IS OPEN", "lamp amber: lit and read back");
        assertTrue(panel.board().log().stream().anyMatch(change -> change.output() == PanelOutput.LAMP_AMBER));
        for (PanelOutput output : PanelOutput.values()) {
            assertEquals(Level.LOW, panel.board().level(output), output + " at the end");
        }
        assertTrue(
                panel.board().log().stream()
                        .noneMatch(change -> change.output() == PanelOutput.GATE && change.level() == Level.HIGH),
                "the gate was never released");
    }
}
