package org.waypost.drivers.idcard;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one SAM_V reader is asked.
 *
 * @param poll time between two looks for a card, 1 ms to 10 s; 300 ms to 1 s by the makers' habit
 * @param baud the speed at which the link is opened, 1,200 to 921,600; a module is set to one of {@link #SPEEDS}
 * @param haste whether the module is asked to go faster
 * @param number the provisioned module; empty: any reader will do, and health says that it was not compared
 */
public record SamvSettings(Duration poll, int baud, Haste haste, Optional<SamNumber> number) {
    /** Every speed a module can be set to, most likely first. Source: SAM_V, vendor serial protocol, command 60. */
    public static final List<Integer> SPEEDS = List.of(115_200, 9_600, 57_600, 38_400, 19_200);

    static final int FASTEST = 115_200;

    public SamvSettings {
        requireNonNull(haste);
        requireNonNull(number);
        if (poll.compareTo(Duration.ofMillis(1)) < 0 || poll.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException("poll every " + poll);
        }
        if (baud < 1_200 || baud > 921_600) {
            throw new IllegalArgumentException("no reader goes at " + baud + " baud");
        }
    }

    /** A reader at 115200 baud, asked every 300 ms, whichever it is. */
    public static SamvSettings usual() {
        return new SamvSettings(Duration.ofMillis(300), FASTEST, Haste.AS_FOUND, Optional.empty());
    }

    public SamvSettings polledEvery(Duration time) {
        return new SamvSettings(time, baud, haste, number);
    }

    public SamvSettings at(int speed) {
        return new SamvSettings(poll, speed, haste, number);
    }

    public SamvSettings hurried() {
        return new SamvSettings(poll, baud, Haste.FASTEST, number);
    }

    public SamvSettings onlyFrom(SamNumber module) {
        return new SamvSettings(poll, baud, haste, Optional.of(module));
    }

    /** What is done about a module that answers slowly. */
    public enum Haste {
        /** It keeps the speed at which it was found. */
        AS_FOUND,
        /** It is asked for 115200 baud after each opening; one that refuses keeps its speed. */
        FASTEST
    }
}
