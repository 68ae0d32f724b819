package org.waypost.kiosk.devices;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.panel.Lamp;
import org.waypost.drivers.panel.Panel;
import org.waypost.drivers.panel.PanelEvent;

/** Panels. The gate is never released from here. */
final class PanelCheck implements KindCheck<Panel> {

    @Override
    public Class<Panel> type() {
        return Panel.class;
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(10);
    }

    @Override
    public String invitation() {
        return "see that the amber lamp is lit, then press the help button";
    }

    @Override
    public String silence() {
        return "the lines can be driven and read back, and no input changed";
    }

    @Override
    public Reading<List<Line>> look(Panel device, Duration patience) {
        device.tell(entry -> {});
        return KindCheck.told(device.next(patience), unseen -> List.of());
    }

    @Override
    public Function<Panel, Reading<List<Line>>> reading(Duration patience, Talk talk) {
        return device -> {
            device.tell(entry -> {});
            return switch (device.show(Lamp.AMBER)) {
                case Reading.Taken<Lamp> lit -> KindCheck.told(device.next(patience), PanelCheck::checks);
                case Reading.Nobody<Lamp> nobody -> new Reading.Nobody<>();
                case Reading.Faulty<Lamp> faulty -> new Reading.Faulty<>(faulty.fault());
            };
        };
    }

    private static List<Line> checks(PanelEvent event) {
        return List.of(
                new Line("read", told(event)),
                new Line("check", "lamp amber: lit and read back; it goes out at the end of this command"));
    }

    private static String told(PanelEvent event) {
        return switch (event) {
            case PanelEvent.HelpPressed pressed -> "the help button was pressed";
            case PanelEvent.HelpStuck stuck -> "THE HELP BUTTON IS STUCK, or its wire is shorted";
            case PanelEvent.TamperOpened opened -> "THE TAMPER LOOP IS OPEN: close the housing, or mend its wire";
            case PanelEvent.PresenceBegan began -> "somebody stands there";
            case PanelEvent.PresenceEnded ended -> "nobody stands there any more";
            case PanelEvent.LineNoisy noisy ->
                "THE INPUT " + EnumWords.spoken(noisy.input()) + " IS NOISY: a loose wire, or a broken sensor";
        };
    }
}
