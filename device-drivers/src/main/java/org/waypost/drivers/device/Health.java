package org.waypost.drivers.device;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How a device is, for screens and for the technician. Holds nothing of persons, and no time but that of the present
 * state.
 *
 * @param name the place in the terminal's settings, such as {@code card}; never data
 * @param since when the state began
 * @param fault why, where the state is {@code ABSENT} or {@code FAULTY}; empty otherwise
 * @param identity whether it is the provisioned device
 */
public record Health(
        DeviceKind kind, String name, State state, Instant since, Optional<Fault> fault, Device.Identity identity) {

    public Health {
        requireNonNull(kind);
        requireNonNull(state);
        requireNonNull(since);
        requireNonNull(identity);
        if (name.isBlank() || name.length() > 40) {
            throw new IllegalArgumentException("a device has a name of 1..40 characters");
        }
        if (fault.isPresent() != state.isFailure()) {
            throw new IllegalArgumentException(state + " with " + fault);
        }
    }

    /** What should be done; its name is the key of the text. {@link Fault#actor()} says by whom. */
    public Remedy remedy() {
        return fault.map(Remedy::of).orElse(Remedy.NONE);
    }

    /** The states of a device. */
    public enum State {
        /** Not used since the terminal started. */
        UNTRIED,
        /** It answered when it was last used, if only to say that nobody was there. */
        READY,
        /** It is being used, and did not fail when it was last used. */
        BUSY,
        /** It is not there; it stays so while it is looked for. */
        ABSENT,
        /** It is there and fails; it stays so while it is tried again. */
        FAULTY;

        boolean isFailure() {
            return this == ABSENT || this == FAULTY;
        }
    }

    /** What to do about a device. */
    public enum Remedy {
        NONE,
        /** The driver mends it by itself. */
        WAIT,
        /** Plug it in, or mend its supply. */
        CONNECT,
        CHECK_CABLE,
        /** Put the provisioned device back, or provision this one. */
        PROVISION,
        /** Correct the device's address, user or password in the settings. */
        CORRECT_SETTINGS,
        CALL_SERVICE,
        PRESENT_AGAIN;

        /** What to do about a fault. */
        public static Remedy of(Fault fault) {
            return switch (fault) {
                case DEVICE_ABSENT -> CONNECT;
                case NO_ANSWER -> WAIT;
                case LINK_UNRELIABLE -> CHECK_CABLE;
                case WRONG_DEVICE -> PROVISION;
                case ADDRESS_REFUSED, NOT_ADMITTED -> CORRECT_SETTINGS;
                case OUT_OF_SERVICE, COMMAND_REFUSED, DRIVER_DEFECT, TAMPERED -> CALL_SERVICE;
                case CARD_MOVED,
                        CARD_NOT_AUTHENTICATED,
                        CARD_UNKNOWN,
                        CARD_UNREADABLE,
                        FINGER_UNREADABLE,
                        IN_USE,
                        LIGHT_UNSTEADY -> PRESENT_AGAIN;
            };
        }
    }
}
