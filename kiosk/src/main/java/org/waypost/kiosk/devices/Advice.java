package org.waypost.kiosk.devices;

import org.waypost.drivers.device.Device.Identity;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Health;
import org.waypost.drivers.device.Opening;

/** A sentence for whatever may go wrong with a device: what it is, who acts, what to do. */
final class Advice {
    private Advice() {}

    /** What is the matter. */
    static String matter(Fault fault) {
        return switch (fault) {
            case DEVICE_ABSENT -> "nothing is there, or it cannot be opened";
            case NO_ANSWER -> "the port opens, but the device does not answer in time";
            case LINK_UNRELIABLE -> "what the device sends arrives torn, also when asked again";
            case OUT_OF_SERVICE -> "the device says that it refuses to work";
            case COMMAND_REFUSED -> "the device refuses a command that it should know";
            case WRONG_DEVICE -> "another device answers than the provisioned one; nothing is read from it";
            case ADDRESS_REFUSED ->
                "the address is none that may be opened: it must be of this machine or its network, by number, of the"
                        + " driver's scheme, without user or password; a pipe must be one";
            case NOT_ADMITTED -> "the device wants a user and a password, or refuses those given";
            case DRIVER_DEFECT -> "the driver itself failed";
            case TAMPERED -> "the housing was opened, and nobody has looked since";
            case CARD_MOVED -> "the document moved while it was read";
            case CARD_NOT_AUTHENTICATED ->
                "document and reader did not accept each other; this says nothing of forgery";
            case CARD_UNKNOWN -> "not a kind of document that this device reads";
            case CARD_UNREADABLE -> "the document answers, but cannot be read whole";
            case FINGER_UNREADABLE -> "a finger was felt, but there is no picture of it";
            case IN_USE -> "another program, or another part of this one, uses the device";
            case LIGHT_UNSTEADY -> "the camera's picture does not come to rest: it flickers, or changes its brightness";
        };
    }

    /** Who acts. */
    static String actor(Fault.Actor actor) {
        return switch (actor) {
            case CLERK -> "whoever presents the document or finger";
            case TECHNICIAN -> "you, the technician";
            case NOBODY -> "nobody in daily use: the driver goes on trying; while installing, you";
        };
    }

    /** What to do. */
    static String toDo(Health.Remedy remedy) {
        return switch (remedy) {
            case NONE -> "nothing";
            case WAIT ->
                "wait ten seconds and try again; if it stays so, check speed and model (waypost-devices list shows the"
                        + " settings, --set KEY=VALUE gives them) and that no other program holds the port";
            case CONNECT ->
                "check plug and supply, then the address (waypost-devices list); if the path exists, this account must"
                        + " be in group waypost, and for a chip reader pcscd must run";
            case CHECK_CABLE ->
                "plug both ends in anew, try another cable and another socket, keep it away from mains; check the"
                        + " speed";
            case PROVISION -> "put the provisioned device back, or enter this one's number in the terminal's settings";
            case CORRECT_SETTINGS ->
                "correct the address, or the settings user, password and basic-in-clear (waypost-devices list shows"
                        + " what the driver takes)";
            case CALL_SERVICE ->
                "take its supply away for ten seconds and try again; if it stays so, exchange it and send the output of"
                        + " this command with --log to the maintainers";
            case PRESENT_AGAIN ->
                "lift it, lay it down again flat and still, and leave it there; before a camera, mend the light";
        };
    }

    /** Why a device cannot even be tried, and what to do about it. */
    static String refused(Opening.Reason reason, String subject) {
        return switch (reason) {
            case DRIVER_UNKNOWN ->
                "no driver '" + subject + "' of this kind is installed: waypost-devices list shows those that are";
            case DRIVER_AMBIGUOUS -> "two jars bring a driver '" + subject + "': take one of them off the class path";
            case SCHEME_NOT_SPOKEN ->
                "this driver does not reach addresses of the form " + subject + ": waypost-devices list shows what it"
                        + " reaches";
            case KEY_UNKNOWN -> "this driver has no setting '" + subject + "': waypost-devices list shows its settings";
            case VALUE_REFUSED ->
                "the setting '" + subject + "' does not take this value: waypost-devices list shows what it takes";
            case DRIVER_DEFECT ->
                "the driver '" + subject + "' failed when it was opened: send the output of this command with --log to"
                        + " its maker";
        };
    }

    /** How the device is. */
    static String state(Health.State state) {
        return switch (state) {
            case UNTRIED -> "not tried";
            case READY -> "ready: it was reached";
            case BUSY -> "busy";
            case ABSENT -> "absent";
            case FAULTY -> "faulty";
        };
    }

    /** Which device it is. */
    static String identity(Identity identity) {
        return switch (identity) {
            case NOT_COMPARED -> "not compared: no provisioned number was given, or the device has none";
            case CONFIRMED -> "it names itself as provisioned; such a name can be imitated";
            case DIFFERS -> "it names itself otherwise than provisioned";
        };
    }
}
