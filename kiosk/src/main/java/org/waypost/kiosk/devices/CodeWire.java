package org.waypost.kiosk.devices;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.waypost.drivers.mrz.AppointmentCode;
import org.waypost.drivers.mrz.CodeEngine;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.simulated.CodeFault;
import org.waypost.drivers.simulated.CodeSimulator;

/** A scan engine at the far end of a serial wire. */
final class CodeWire implements WireSimulator {
    private static final AppointmentCode SPECIMEN = AppointmentCode.issued("WP-2026-0042");

    private final CodeSimulator engine;
    private final SerialWire wire;

    CodeWire(WireWish wish) {
        wish.only("baud", "engine");
        wire = new SerialWire(wish.serialPath(), wish.baud(9_600));
        engine = new CodeSimulator(wish.one("engine", CodeEngine.GM65, CodeEngine.class));
    }

    @Override
    public Map<String, Runnable> faults() {
        return Arrays.stream(CodeFault.values())
                .collect(Collectors.toMap(EnumWords::typed, fault -> () -> engine.arm(fault)));
    }

    @Override
    public String specimen() {
        return "an invented appointment code";
    }

    @Override
    public void present() {
        engine.show(SPECIMEN.characters());
    }

    @Override
    public void remove() {
        // a code is gone once it is read
    }

    @Override
    public boolean isFleeting() {
        return true;
    }

    @Override
    public void serve() throws LinkLost {
        wire.serve(engine::serve);
    }

    @Override
    public void close() {
        wire.close();
    }
}
