package org.waypost.trials;

import static org.waypost.trials.FuzzTarget.PORTRAIT;
import static org.waypost.trials.FuzzTarget.TRUST;
import static org.waypost.trials.FuzzTarget.TRUST_LIST;

import java.util.List;
import org.waypost.trials.Edit.Answer;
import org.waypost.trials.Edit.Constant;
import org.waypost.trials.Edit.Forgotten;

/** Faults in the parsers of pictures and signed files. */
final class FilePlants {
    static final List<Plant> ALL = List.of(
            new Plant(
                    "picture-pixels-unbounded",
                    PORTRAIT,
                    "drivers.passport.PictureHeader$Kind",
                    "<clinit>",
                    new Constant(2_000_000, 100_000_000, 1),
                    "area not bounded, sides are"),
            new Plant(
                    "picture-bare-marker",
                    PORTRAIT,
                    "drivers.device.JpegHeader",
                    "isBare",
                    new Answer(false),
                    "a length read of a marker without one"),
            new Plant(
                    "picture-face-points-signed",
                    PORTRAIT,
                    "drivers.passport.FaceImage",
                    "number",
                    new Constant(255, -1, 1),
                    "b << 8 + b"),
            new Plant(
                    "picture-tiles-unbounded",
                    PORTRAIT,
                    "drivers.passport.Codestream",
                    "fewTiles",
                    new Constant(64, 65536, 1),
                    "tiles not bounded"),
            new Plant(
                    "picture-precincts",
                    PORTRAIT,
                    "drivers.passport.Codestream",
                    "modestCod",
                    new Constant(5, 4, 2),
                    "precincts one power too small"),
            new Plant(
                    "list-signature-skipped",
                    TRUST_LIST,
                    "hub.trust.MasterList",
                    "checked",
                    new Forgotten("verify", 1, 1),
                    "signature not asked"),
            new Plant(
                    "list-pin-skipped",
                    TRUST_LIST,
                    "hub.trust.MasterList",
                    "issuer",
                    new Forgotten("isSignatureValid", 1, 1),
                    "the list names its own signer"),
            new Plant(
                    "store-signature-skipped",
                    TRUST_LIST,
                    "contract.SignedTrustStore",
                    "opened",
                    new Forgotten("signedBy", 1, 1),
                    "check left for later"),
            new Plant(
                    "store-number-zero",
                    TRUST_LIST,
                    "contract.TrustStoreIssue",
                    "<init>",
                    new Constant(1, 0, 1),
                    "issues counted from 0"),
            new Plant(
                    "object-signature-skipped",
                    TRUST,
                    "drivers.passport.SecurityObject",
                    "signatureHolds",
                    new Answer(true),
                    "a signature taken for granted"),
            new Plant(
                    "object-digest-skipped",
                    TRUST,
                    "drivers.passport.SecurityObject",
                    "holds",
                    new Answer(true),
                    "a file not compared with its digest"));

    private FilePlants() {}
}
