package org.waypost.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * How a terminal is: which devices a technician must see to, and how long its list holds. Sent at a fixed beat and in
 * whole hours, with no count and no state that a use would change, so that nobody can read encounters from it (I10).
 *
 * @param terminal whose it is
 * @param hour the terminal's clock, cut to the hour
 * @param list the list it screens against; empty if it has none that counts
 * @param trust number of the {@link TrustStoreIssue} it checks passports against, from 1; empty if it has none
 * @param devices at most {@value #DEVICES_MAX}
 */
public record Health(
        TerminalId terminal, Instant hour, Optional<ListInUse> list, Optional<Long> trust, List<Device> devices) {
    /** More devices than a terminal has. */
    public static final int DEVICES_MAX = 32;

    public Health {
        requireNonNull(terminal);
        requireWholeHour(hour);
        requireNonNull(list);
        if (trust.filter(number -> number < 1).isPresent()) {
            throw new IllegalArgumentException("issues are numbered from 1");
        }
        devices = List.copyOf(devices);
        if (devices.size() > DEVICES_MAX) {
            throw new IllegalArgumentException("more than " + DEVICES_MAX + " devices");
        }
    }

    /**
     * The list in use.
     *
     * @param number of the issue, from 1
     * @param expires when it ends to count
     */
    public record ListInUse(long number, Instant expires) {
        public ListInUse {
            if (number < 1) {
                throw new IllegalArgumentException("issues are numbered from 1");
            }
            requireNonNull(expires);
        }
    }

    /**
     * One device.
     *
     * @param name the place in the terminal's settings, such as {@code card}: 1 to 40 characters
     * @param since when it began to fail, cut to the hour; empty for one that works
     * @param remedy what to do; {@code NONE} for one that works
     */
    public record Device(
            Kind kind, String name, Condition condition, Optional<Instant> since, Remedy remedy, Identity identity) {
        public Device {
            requireNonNull(kind);
            name = Text.some(40, "name", name);
            requireNonNull(condition);
            requireNonNull(remedy);
            requireNonNull(identity);
            since.ifPresent(Health::requireWholeHour);
            if (since.isPresent() == (condition == Condition.WORKING)) {
                throw new IllegalArgumentException(condition + " since " + since);
            }
        }
    }

    /** What a device is for. */
    public enum Kind {
        ID_CARD_READER,
        PASSPORT_READER,
        MRZ_READER,
        CODE_READER,
        FINGERPRINT_MODULE,
        CAMERA,
        PANEL,
        /** The models that faces are compared with: tested at the start, listed only where faces are compared. */
        FACE_COMPARISON
    }

    /** Whether it can be used. */
    public enum Condition {
        /** It did not fail when it was last used, or was not used yet. */
        WORKING,
        /** It is not there. */
        ABSENT,
        /** It is there and fails. */
        FAULTY
    }

    /** What to do about it. */
    public enum Remedy {
        NONE,
        /** The terminal mends it by itself. */
        WAIT,
        CONNECT,
        CHECK_CABLE,
        /** Put the provisioned device back, or provision this one. */
        PROVISION,
        /** Import the face models again, calibrated for the portraits of this terminal's documents. */
        IMPORT_MODELS,
        CALL_SERVICE
    }

    /** Whether it is the device that was provisioned; what a device says of itself can be imitated. */
    public enum Identity {
        NOT_COMPARED,
        CONFIRMED,
        DIFFERS
    }

    private static void requireWholeHour(Instant moment) {
        if (!moment.equals(moment.truncatedTo(ChronoUnit.HOURS))) {
            throw new IllegalArgumentException("not a whole hour");
        }
    }
}
