package org.waypost.kiosk.devices;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.serial.LinkLost;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a simulated device behind a wire, so that a terminal's software can be tried without the device. */
@Command(
        name = "simulate",
        description =
                "Answers as a device at a serial path, as a chip on vpcd or as a camera on loopback, until told to end.",
        footer = {
            "",
            "While it runs, type: present, remove, fault NAME [COUNT], end.",
            "A cable without hardware: socat pty,raw,echo=0,link=/tmp/a pty,raw,echo=0,link=/tmp/b",
            "then simulate at serial:/tmp/b and read at serial:/tmp/a."
        })
final class Simulate implements Callable<Integer> {
    private final Bench bench;

    @Parameters(index = "0", paramLabel = "KIND", description = "card, chip, zone, code, finger or camera.")
    private Optional<DeviceKind> kind = Optional.empty();

    @Parameters(
            index = "1",
            paramLabel = "ADDRESS",
            description = "serial:PATH, pcsc:vpcd for a chip, mjpeg:http://127.0.0.1:PORT/stream or"
                    + " rtsp://127.0.0.1:PORT/stream for a camera.")
    private Optional<DeviceAddress> address = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "baud= (card, zone, code), profile= (zone), engine= (code), model= (finger).")
    private Map<String, String> settings = new HashMap<>();

    @Option(
            names = "--fault",
            paramLabel = "NAME[=COUNT]",
            mapFallbackValue = "1",
            description = "Spoils the next COUNT answers; may be repeated.")
    private Map<String, Integer> faults = new HashMap<>();

    @Option(names = "--empty", description = "Presents nothing until told to.")
    private boolean empty;

    Simulate(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() {
        WireWish wish =
                new WireWish(address.orElseThrow(), settings, bench.host().clock());
        try (WireSimulator device = simulator(kind.orElseThrow(), wish)) {
            SimulatorDesk desk = new SimulatorDesk(device, bench.talk());
            desk.begin(faults, empty);
            bench.talk().say("device", "simulated " + KindWords.noun(kind.orElseThrow()) + " at " + wish.address());
            return served(device, desk);
        }
    }

    private int served(WireSimulator device, SimulatorDesk desk) {
        try {
            device.serve();
        } catch (LinkLost absent) {
            return new Outcome(bench.talk()).fault(Fault.DEVICE_ABSENT);
        }
        return desk.isEnded() ? Outcome.DONE : new Outcome(bench.talk()).fault(Fault.DEVICE_ABSENT);
    }

    private static WireSimulator simulator(DeviceKind kind, WireWish wish) {
        return switch (kind) {
            case ID_CARD_READER -> new CardWire(wish);
            case PASSPORT_READER -> new ChipWire(wish);
            case MRZ_READER -> new ZoneWire(wish);
            case CODE_READER -> new CodeWire(wish);
            case FINGERPRINT_MODULE -> new FingerWire(wish);
            case CAMERA -> new CameraWire(wish);
            case PANEL ->
                throw new Misuse("a " + KindWords.noun(kind)
                        + " hangs on no wire that could be simulated; its driver 'simulated' needs none");
        };
    }
}
