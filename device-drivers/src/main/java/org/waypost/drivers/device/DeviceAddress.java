package org.waypost.drivers.device;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a device is, in the words of the terminal's settings: {@code serial:/dev/waypost-card}, {@code pcsc:ACS
 * ACR1252}, {@code video:/dev/v4l/by-id/usb-...}, {@code mjpeg:http://127.0.0.1:8080/stream},
 * {@code rtsp://192.168.4.20:554/live}, {@code gpio:pinctrl-rp1}, {@code simulated:}. Speeds and the like are settings
 * of the driver.
 *
 * @param scheme the way to reach it
 * @param place path, name or address; empty for simulated devices only; at most 255 characters
 */
public record DeviceAddress(Scheme scheme, String place) {
    private static final int LONGEST = 255;
    private static final Pattern TEXT = Pattern.compile("([a-z]{4,9}):([^\\p{Cntrl}]*)");
    private static final Pattern USER = Pattern.compile("//[^/]*@");
    private static final Pattern NUMBERED = Pattern.compile("/dev/(tty[A-Za-z]*|video)[0-9]+");

    public DeviceAddress {
        requireNonNull(scheme);
        if (place.length() > LONGEST || place.isBlank() != (scheme == Scheme.SIMULATED)) {
            throw new IllegalArgumentException("no place of the scheme " + scheme);
        }
    }

    /** Ways to reach a device. */
    public enum Scheme {
        /** A serial port by its path. */
        SERIAL,
        /** A reader behind the PC/SC service, by a part of its name. */
        PCSC,
        /** A camera of the kernel by its path. */
        VIDEO,
        /** A stream of JPEG pictures by its address. */
        MJPEG,
        /** A camera that speaks RTSP; the place is the address without its first word, {@code //host:port/path}. */
        RTSP,
        /** A chip of input and output lines by its label. */
        GPIO,
        /** No device at all. */
        SIMULATED
    }

    /** Reads an address; empty if the text is none. */
    public static Optional<DeviceAddress> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new DeviceAddress(Scheme.valueOf(parts.group(1).toUpperCase(Locale.ROOT)), parts.group(2)));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Whether the place stays the same when devices are plugged in another order. */
    public boolean isStable() {
        return !NUMBERED.matcher(place).matches();
    }

    /** As {@link #parse} reads it, but for user and password of an address, which no log or screen may show. */
    @Override
    public String toString() {
        return scheme.name().toLowerCase(Locale.ROOT)
                + ":"
                + USER.matcher(place).replaceFirst("//...@");
    }
}
