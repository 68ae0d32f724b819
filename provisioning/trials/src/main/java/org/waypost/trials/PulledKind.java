package org.waypost.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waypost.drivers.idcard.SamNumber;
import org.waypost.drivers.idcard.SamvSettings;
import org.waypost.drivers.mrz.CodeEngine;
import org.waypost.drivers.mrz.MrzProfile;
import org.waypost.drivers.simulated.SamvSimulator;

/**
 * One kind of device whose cable is pulled.
 *
 * @param devices makes one with something to read
 * @param coarse how many of the last bytes are passed in large steps: a picture has many packets alike
 * @param most how many bytes are looked at; those behind belong to another kind
 */
record PulledKind(String name, Supplier<PulledDevice> devices, int coarse, int most) {
    /** A status reply, then the module's number. */
    private static final int GREETING = 11 + 27;

    private static final int COARSE_STEP = 1_499;

    static List<PulledKind> all() {
        SamvSettings provisioned = SamvSettings.usual().onlyFrom(new SamNumber(SamvSimulator.SAM_NUMBER));
        Stream<PulledKind> zones = MrzProfile.NAMED.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(named -> whole("zone-" + named.getKey(), () -> new PulledZone(named.getValue())));
        Stream<PulledKind> others = Stream.of(
                whole("card", () -> new PulledCard(SamvSettings.usual())),
                new PulledKind("sam-number", () -> new PulledCard(provisioned), 0, GREETING),
                whole("code-gm65", () -> new PulledCode(CodeEngine.GM65)),
                new PulledKind(
                        "finger",
                        PulledFinger::new,
                        PulledFinger.PICTURE - PulledFinger.TWO_PACKETS,
                        Integer.MAX_VALUE));
        return Stream.concat(others, zones).toList();
    }

    private static PulledKind whole(String name, Supplier<PulledDevice> devices) {
        return new PulledKind(name, devices, 0, Integer.MAX_VALUE);
    }

    /**
     * After how many bytes it is pulled.
     *
     * @param sent bytes that the device sends until all is read
     */
    List<Integer> offsets(int sent, int step) {
        List<Integer> offsets = new ArrayList<>();
        int end = Math.min(sent, most);
        int at = 0;
        while (at < end) {
            offsets.add(at);
            at += at < end - coarse ? step : Math.max(step, COARSE_STEP);
        }
        return offsets;
    }
}
