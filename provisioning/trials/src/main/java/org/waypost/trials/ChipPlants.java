package org.waypost.trials;

import static java.lang.classfile.Opcode.IADD;
import static java.lang.classfile.Opcode.IFGE;
import static java.lang.classfile.Opcode.IFNE;
import static java.lang.classfile.Opcode.ISUB;
import static org.waypost.trials.FuzzTarget.CHIP_FILE;
import static org.waypost.trials.FuzzTarget.CHIP_OBJECT;
import static org.waypost.trials.FuzzTarget.CHIP_SESSION;

import java.util.List;
import org.waypost.trials.Edit.Answer;
import org.waypost.trials.Edit.Comparison;
import org.waypost.trials.Edit.Constant;
import org.waypost.trials.Edit.Forgotten;
import org.waypost.trials.Edit.Operator;

/** Faults in the parsers of chips. */
final class ChipPlants {
    static final List<Plant> ALL = List.of(
            new Plant(
                    "object-length-unchecked",
                    CHIP_OBJECT,
                    "drivers.passport.AnnouncedLengths",
                    "hold",
                    new Answer(true),
                    "lengths inside answers not looked at"),
            new Plant(
                    "object-four-octets",
                    CHIP_OBJECT,
                    "drivers.passport.Tlv",
                    "at",
                    new Constant(3, 4, 1),
                    "a length of four octets turns negative"),
            new Plant(
                    "object-deep",
                    CHIP_OBJECT,
                    "drivers.passport.AnnouncedLengths",
                    "contentWithin",
                    new Operator(ISUB, IADD, 1),
                    "no bound on nesting"),
            new Plant(
                    "zone-of-chip-long-number",
                    CHIP_OBJECT,
                    "drivers.passport.PassportFields",
                    "continuation",
                    new Constant(1, 0, 1),
                    "check digit read as part of the number"),
            new Plant(
                    "file-empty-for-ever",
                    CHIP_FILE,
                    "drivers.passport.EmrtdFiles",
                    "part",
                    new Comparison(IFNE, IFGE, 1),
                    "an empty answer is asked for again"),
            new Plant(
                    "file-larger-than-limit",
                    CHIP_FILE,
                    "drivers.passport.EmrtdFiles",
                    "length",
                    new Constant(65535, 65539, 1),
                    "header not counted"),
            new Plant(
                    "file-offset-signed",
                    CHIP_FILE,
                    "drivers.passport.EmrtdFiles",
                    "part",
                    new Constant(0x8000, 0x10000, 1),
                    "even READ BINARY beyond 32 KiB"),
            new Plant(
                    "session-digest-skipped",
                    CHIP_SESSION,
                    "drivers.passport.SecurityObject",
                    "holds",
                    new Answer(true),
                    "a file not compared with its digest"),
            new Plant(
                    "session-printed-not-compared",
                    CHIP_SESSION,
                    "drivers.passport.PassportSession",
                    "compared",
                    new Forgotten("equals", 1, 1),
                    "two zones taken for one"));

    private ChipPlants() {}
}
