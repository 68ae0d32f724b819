package org.waypost.kiosk.devices;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.waypost.drivers.mrz.MrzProfile;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.simulated.MrzFault;
import org.waypost.drivers.simulated.MrzSimulator;
import org.waypost.drivers.simulated.MrzSpecimen;

/** A reader of machine readable zones at the far end of a serial wire. */
final class ZoneWire implements WireSimulator {
    private final MrzSimulator reader;
    private final SerialWire wire;

    ZoneWire(WireWish wish) {
        wish.only("baud", "profile");
        wire = new SerialWire(wish.serialPath(), wish.baud(9_600));
        reader = new MrzSimulator(wish.one("profile", "lines", MrzProfile.NAMED));
    }

    @Override
    public Map<String, Runnable> faults() {
        return Arrays.stream(MrzFault.values())
                .collect(Collectors.toMap(EnumWords::typed, fault -> () -> reader.arm(fault)));
    }

    @Override
    public String specimen() {
        return "the specimen passport of ICAO Doc 9303";
    }

    @Override
    public void present() {
        reader.swipe(MrzSpecimen.PASSPORT);
    }

    @Override
    public void remove() {
        // a swipe is over as it ends
    }

    @Override
    public boolean isFleeting() {
        return true;
    }

    @Override
    public void serve() throws LinkLost {
        wire.serve(reader::serve);
    }

    @Override
    public void close() {
        wire.close();
    }
}
