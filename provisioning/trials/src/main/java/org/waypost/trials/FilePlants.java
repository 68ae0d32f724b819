package org.waypost.trials;

import static java.lang.classfile.Opcode.IFGE;
import static java.lang.classfile.Opcode.IFLE;
import static org.waypost.trials.FuzzTarget.PORTRAIT;
import static org.waypost.trials.FuzzTarget.TRUST;

import java.util.List;
import org.waypost.trials.Edit.Answer;
import org.waypost.trials.Edit.Comparison;
import org.waypost.trials.Edit.Constant;
import org.waypost.trials.Edit.Forgotten;

/** Faults in the parsers of pictures and signed files. */
final class FilePlants {
    static final List<Plant> ALL = List.of(
            new Plant(
                    "picture-pixels-unbounded",
                    PORTRAIT,
                    "passport.PictureHeader",
                    "within",
                    new Constant(10_000_000, 100_000_000, 1),
                    "area not bounded, sides are"),
            new Plant(
                    "picture-face-points-signed",
                    PORTRAIT,
                    "passport.FaceImage",
                    "number",
                    new Constant(255, -1, 1),
                    "b << 8 + b"),
            new Plant(
                    "picture-tiles-unbounded",
                    PORTRAIT,
                    "passport.Codestream",
                    "fewTiles",
                    new Constant(64, 65536, 1),
                    "tiles not bounded"),
            new Plant(
                    "picture-precincts",
                    PORTRAIT,
                    "passport.Codestream",
                    "modestCod",
                    new Constant(5, 4, 2),
                    "precincts one power too small"),
            new Plant(
                    "list-signature-skipped",
                    TRUST,
                    "passport.MasterList",
                    "checked",
                    new Forgotten("verify", 1, 1),
                    "signature not asked"),
            new Plant(
                    "list-pin-skipped",
                    TRUST,
                    "passport.MasterList",
                    "isPinned",
                    new Answer(true),
                    "the list names its own signer"),
            new Plant(
                    "store-signature-skipped",
                    TRUST,
                    "passport.SignedTrustStore",
                    "signed",
                    new Answer(true),
                    "check left for later"),
            new Plant(
                    "store-older-taken",
                    TRUST,
                    "passport.SignedTrustStore",
                    "open",
                    new Comparison(IFGE, IFLE, 1),
                    "comparison of versions turned round"),
            new Plant(
                    "object-digest-skipped",
                    TRUST,
                    "passport.SecurityObject",
                    "holds",
                    new Answer(true),
                    "a file not compared with its digest"));

    private FilePlants() {}
}
