package org.waypost.kiosk.devices;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waypost.drivers.device.DeviceAddress;

/**
 * Which device is to be simulated where.
 *
 * @param settings named as those of the driver that will read from it
 * @param clock of the documents that are made up
 */
record WireWish(DeviceAddress address, Map<String, String> settings, Clock clock) {

    /** The path of a serial wire. */
    String serialPath() {
        return place(DeviceAddress.Scheme.SERIAL);
    }

    /** @throws Misuse if the address is of another scheme */
    String place(DeviceAddress.Scheme scheme) {
        if (address.scheme() != scheme) {
            throw new Misuse("this kind is simulated at addresses " + EnumWords.typed(scheme) + ":");
        }
        return address.place();
    }

    int baud(int usual) {
        String given = settings.getOrDefault("baud", String.valueOf(usual));
        if (!given.matches("[0-9]{4,6}")) {
            throw new Misuse("baud is a number of 4 to 6 digits");
        }
        return Integer.parseInt(given);
    }

    <E extends Enum<E>> E one(String key, E usual, Class<E> type) {
        Map<String, E> named =
                Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(EnumWords::typed, Function.identity()));
        return one(key, EnumWords.typed(usual), named);
    }

    <T> T one(String key, String usual, Map<String, T> named) {
        return Optional.ofNullable(named.get(settings.getOrDefault(key, usual)))
                .orElseThrow(() -> new Misuse(key + " is one of " + String.join(", ", new TreeMap<>(named).keySet())));
    }

    /** @throws Misuse if there are settings of other keys */
    WireWish only(String... keys) {
        Collection<String> known = Arrays.asList(keys);
        for (String key : new TreeMap<>(settings).keySet()) {
            if (!known.contains(key)) {
                throw new Misuse("no setting '" + key + "' here: choose of " + String.join(", ", known));
            }
        }
        return this;
    }
}
