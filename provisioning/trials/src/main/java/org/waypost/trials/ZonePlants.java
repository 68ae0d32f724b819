package org.waypost.trials;

import static java.lang.classfile.Opcode.IF_ICMPEQ;
import static java.lang.classfile.Opcode.IF_ICMPGT;
import static org.waypost.trials.FuzzTarget.CODE;
import static org.waypost.trials.FuzzTarget.MRZ_FRAMING;
import static org.waypost.trials.FuzzTarget.MRZ_ZONE;

import java.util.List;
import org.waypost.trials.Edit.Answer;
import org.waypost.trials.Edit.Comparison;
import org.waypost.trials.Edit.Constant;
import org.waypost.trials.Edit.Forgotten;

/** Faults in the parsers of machine readable zones, their framings and codes. */
final class ZonePlants {
    static final List<Plant> ALL = List.of(
            new Plant(
                    "zone-weights",
                    MRZ_ZONE,
                    "drivers.mrz.CheckDigit",
                    "<clinit>",
                    new Constant(7, 9, 1),
                    "weights 9, 3, 1"),
            new Plant(
                    "zone-long-number-cut",
                    MRZ_ZONE,
                    "drivers.mrz.DocumentNumber",
                    "continued",
                    new Constant(2, 3, 1),
                    "remainder of one character mishandled"),
            new Plant(
                    "zone-composite-skipped",
                    MRZ_ZONE,
                    "drivers.mrz.MrzJudge",
                    "compositeFits",
                    new Answer(true),
                    "visas have none, so it is skipped"),
            new Plant(
                    "zone-leap-day",
                    MRZ_ZONE,
                    "drivers.mrz.DateField",
                    "exists",
                    new Constant(2000, 2001, 1),
                    "29 February of an unknown year"),
            new Plant(
                    "zone-century",
                    MRZ_ZONE,
                    "drivers.mrz.CenturyRule$2",
                    "year",
                    new Constant(50, 30, 1),
                    "expiry window too short"),
            new Plant(
                    "zone-first-of-several-repairs",
                    MRZ_ZONE,
                    "drivers.mrz.MrzParser",
                    "repaired",
                    new Constant(1, 2, 1),
                    "of two repairs the first is proposed"),
            new Plant(
                    "framing-length-shift",
                    MRZ_FRAMING,
                    "drivers.mrz.RteScanner",
                    "header",
                    new Constant(8, 7, 1),
                    "high byte shifted by seven"),
            new Plant(
                    "framing-check-of-etx",
                    MRZ_FRAMING,
                    "drivers.mrz.RteScanner",
                    "sum",
                    new Constant(2, 3, 1),
                    "XOR begins one byte late"),
            new Plant(
                    "framing-counted-unbounded",
                    MRZ_FRAMING,
                    "drivers.mrz.CountedScanner",
                    "begin",
                    new Constant(512, 65535, 1),
                    "any announced length is waited for"),
            new Plant(
                    "framing-stx-kept",
                    MRZ_FRAMING,
                    "drivers.mrz.StxScanner",
                    "outside",
                    new Forgotten("reset", 0, 1),
                    "text before the second STX kept"),
            new Plant(
                    "framing-end-of-buffer",
                    MRZ_FRAMING,
                    "drivers.mrz.Gathered",
                    "add",
                    new Comparison(IF_ICMPEQ, IF_ICMPGT, 1),
                    "no bound at the end of the buffer"),
            new Plant(
                    "code-reply-length-signed",
                    CODE,
                    "drivers.mrz.CodeScanner",
                    "gm65",
                    new Constant(255, -1, 1),
                    "length byte above 7F negative"),
            new Plant(
                    "code-crc-init",
                    CODE,
                    "drivers.mrz.Gm65Frame",
                    "crc",
                    new Constant(0x8000, 0x4000, 1),
                    "wrong bit tested"),
            new Plant(
                    "code-check-modulus",
                    CODE,
                    "drivers.mrz.AppointmentCode",
                    "product",
                    new Constant(37, 36, 1),
                    "the second modulus taken for the first"));

    private ZonePlants() {}
}
