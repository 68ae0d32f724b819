package org.waypost.trials;

import static java.lang.classfile.Opcode.IADD;
import static java.lang.classfile.Opcode.ISUB;
import static org.waypost.trials.FuzzTarget.FINGER_PACKET;
import static org.waypost.trials.FuzzTarget.FINGER_PICTURE;

import java.util.List;
import org.waypost.trials.Edit.Constant;
import org.waypost.trials.Edit.Forgotten;
import org.waypost.trials.Edit.Operator;

/** Faults in the parsers of fingerprint modules. */
final class FingerPlants {
    static final List<Plant> ALL = List.of(
            new Plant(
                    "finger-sum-signed",
                    FINGER_PACKET,
                    "drivers.fingerprint.Ef01Buffer",
                    "sumHolds",
                    new Constant(255, -1, 3),
                    "bytes added with their sign"),
            new Plant(
                    "finger-longest",
                    FINGER_PACKET,
                    "drivers.fingerprint.Ef01Buffer",
                    "next",
                    new Constant(258, 257, 1),
                    "off by one: packets of 256 bytes"),
            new Plant(
                    "finger-not-wiped",
                    FINGER_PACKET,
                    "drivers.fingerprint.Ef01Buffer",
                    "wipe",
                    new Forgotten("fill", 0, 1),
                    "indices reset, bytes kept"),
            new Plant(
                    "finger-nibbles-swapped",
                    FINGER_PICTURE,
                    "drivers.fingerprint.Fingerprint",
                    "unpacked",
                    new Constant(4, 3, 1),
                    "nibble shifted by three"),
            new Plant(
                    "finger-picture-pieced",
                    FINGER_PICTURE,
                    "drivers.fingerprint.ImageTransfer",
                    "received",
                    new Forgotten("isNoisy", 0, 2),
                    "noise between packets ignored"),
            new Plant(
                    "finger-picture-unbounded",
                    FINGER_PICTURE,
                    "drivers.fingerprint.ImageIntake",
                    "take",
                    new Operator(ISUB, IADD, 1),
                    "room left counted wrongly"));

    private FingerPlants() {}
}
