package org.waypost.trials;

import static java.lang.classfile.Opcode.IADD;
import static java.lang.classfile.Opcode.IFGE;
import static java.lang.classfile.Opcode.IFLE;
import static java.lang.classfile.Opcode.IFNE;
import static java.lang.classfile.Opcode.IF_ICMPEQ;
import static java.lang.classfile.Opcode.IF_ICMPGE;
import static java.lang.classfile.Opcode.IF_ICMPGT;
import static java.lang.classfile.Opcode.IF_ICMPLE;
import static java.lang.classfile.Opcode.ISUB;
import static org.waypost.trials.FuzzTarget.CARD_CONTENT;
import static org.waypost.trials.FuzzTarget.CARD_REPLY;
import static org.waypost.trials.FuzzTarget.CHIP_FILE;
import static org.waypost.trials.FuzzTarget.CHIP_OBJECT;
import static org.waypost.trials.FuzzTarget.CODE;
import static org.waypost.trials.FuzzTarget.FINGER_PACKET;
import static org.waypost.trials.FuzzTarget.FINGER_PICTURE;
import static org.waypost.trials.FuzzTarget.MRZ_FRAMING;
import static org.waypost.trials.FuzzTarget.MRZ_ZONE;
import static org.waypost.trials.FuzzTarget.PORTRAIT;
import static org.waypost.trials.FuzzTarget.TRUST;

import java.util.List;
import org.waypost.trials.Edit.Answer;
import org.waypost.trials.Edit.Comparison;
import org.waypost.trials.Edit.Constant;
import org.waypost.trials.Edit.Forgotten;
import org.waypost.trials.Edit.Operator;

/** The faults that the fuzz targets must find; each of a kind that parsers of such bytes have had. */
final class Plants {
    static final List<Plant> ALL = List.of(
            new Plant(
                    "reply-length-signed",
                    CARD_REPLY,
                    "idcard.ReceiveBuffer",
                    "length",
                    new Constant(255, -1, 2),
                    "b << 8 | b without & 0xFF"),
            new Plant(
                    "reply-longest-unbounded",
                    CARD_REPLY,
                    "idcard.ReceiveBuffer",
                    "next",
                    new Constant(2400, 2405, 1),
                    "a limit copied from another frame"),
            new Plant(
                    "reply-check-skipped",
                    CARD_REPLY,
                    "idcard.ReceiveBuffer",
                    "checksumHolds",
                    new Answer(true),
                    "check left for later"),
            new Plant(
                    "reply-check-of-seven-bits",
                    CARD_REPLY,
                    "idcard.ReceiveBuffer",
                    "checksumHolds",
                    new Constant(255, 127, 1),
                    "a sum compared as a character"),
            new Plant(
                    "reply-not-wiped",
                    CARD_REPLY,
                    "idcard.ReceiveBuffer",
                    "wipe",
                    new Forgotten("fill", 0, 1),
                    "indices reset, bytes kept"),
            new Plant(
                    "reply-end-of-buffer",
                    CARD_REPLY,
                    "idcard.ReceiveBuffer",
                    "compact",
                    new Operator(ISUB, IADD, 2),
                    "a full buffer moved from the wrong place"),
            new Plant(
                    "reply-late-taken",
                    CARD_REPLY,
                    "idcard.SamvRequest",
                    "isAnsweredBy",
                    new Constant(4, 8, 1),
                    "length of another reply expected"),
            new Plant(
                    "card-address-kept",
                    CARD_CONTENT,
                    "idcard.CardRecord",
                    "filtered",
                    new Forgotten("forEach", 0, 1),
                    "field filter not called"),
            new Plant(
                    "card-address-cut-short",
                    CARD_CONTENT,
                    "idcard.Layout",
                    "dropped",
                    new Constant(35, 34, 1),
                    "address of 34 characters"),
            new Plant(
                    "card-refused-not-wiped",
                    CARD_CONTENT,
                    "idcard.CardRecord",
                    "wipe",
                    new Comparison(IF_ICMPGE, IF_ICMPLE, 1),
                    "loop that never runs"),
            new Plant(
                    "card-number-weight",
                    CARD_CONTENT,
                    "idcard.IdentityNumber",
                    "iso7064",
                    new Constant(11, 10, 2),
                    "modulus of another check digit"),
            new Plant(
                    "card-picture-not-wiped",
                    CARD_CONTENT,
                    "idcard.DocumentParser",
                    "portrait",
                    new Forgotten("fill", 0, 2),
                    "finally forgotten"),
            new Plant("zone-weights", MRZ_ZONE, "mrz.CheckDigit", "<clinit>", new Constant(7, 9, 1), "weights 9, 3, 1"),
            new Plant(
                    "zone-long-number-cut",
                    MRZ_ZONE,
                    "mrz.DocumentNumber",
                    "continued",
                    new Constant(2, 3, 1),
                    "remainder of one character mishandled"),
            new Plant(
                    "zone-composite-skipped",
                    MRZ_ZONE,
                    "mrz.MrzJudge",
                    "compositeFits",
                    new Answer(true),
                    "visas have none, so it is skipped"),
            new Plant(
                    "zone-leap-day",
                    MRZ_ZONE,
                    "mrz.DateField",
                    "exists",
                    new Constant(2000, 2001, 1),
                    "29 February of an unknown year"),
            new Plant(
                    "zone-century",
                    MRZ_ZONE,
                    "mrz.CenturyRule$2",
                    "year",
                    new Constant(50, 30, 1),
                    "expiry window too short"),
            new Plant(
                    "zone-first-of-several-repairs",
                    MRZ_ZONE,
                    "mrz.MrzParser",
                    "repaired",
                    new Constant(1, 2, 1),
                    "of two repairs the first is proposed"),
            new Plant(
                    "framing-length-shift",
                    MRZ_FRAMING,
                    "mrz.RteScanner",
                    "header",
                    new Constant(8, 7, 1),
                    "high byte shifted by seven"),
            new Plant(
                    "framing-check-of-etx",
                    MRZ_FRAMING,
                    "mrz.RteScanner",
                    "sum",
                    new Constant(2, 3, 1),
                    "XOR begins one byte late"),
            new Plant(
                    "framing-counted-unbounded",
                    MRZ_FRAMING,
                    "mrz.CountedScanner",
                    "begin",
                    new Constant(512, 65535, 1),
                    "any announced length is waited for"),
            new Plant(
                    "framing-stx-kept",
                    MRZ_FRAMING,
                    "mrz.StxScanner",
                    "outside",
                    new Forgotten("reset", 0, 1),
                    "text before the second STX kept"),
            new Plant(
                    "framing-end-of-buffer",
                    MRZ_FRAMING,
                    "mrz.Gathered",
                    "add",
                    new Comparison(IF_ICMPEQ, IF_ICMPGT, 1),
                    "no bound at the end of the buffer"),
            new Plant(
                    "code-reply-length-signed",
                    CODE,
                    "mrz.CodeScanner",
                    "gm65",
                    new Constant(255, -1, 1),
                    "length byte above 7F negative"),
            new Plant(
                    "code-crc-init", CODE, "mrz.Gm65Frame", "crc", new Constant(0x8000, 0x4000, 1), "wrong bit tested"),
            new Plant(
                    "code-check-modulus",
                    CODE,
                    "mrz.AppointmentCode",
                    "product",
                    new Constant(37, 36, 1),
                    "the second modulus taken for the first"),
            new Plant(
                    "finger-sum-signed",
                    FINGER_PACKET,
                    "fingerprint.Ef01Buffer",
                    "sumHolds",
                    new Constant(255, -1, 3),
                    "bytes added with their sign"),
            new Plant(
                    "finger-longest",
                    FINGER_PACKET,
                    "fingerprint.Ef01Buffer",
                    "next",
                    new Constant(258, 257, 1),
                    "off by one: packets of 256 bytes"),
            new Plant(
                    "finger-not-wiped",
                    FINGER_PACKET,
                    "fingerprint.Ef01Buffer",
                    "wipe",
                    new Forgotten("fill", 0, 1),
                    "indices reset, bytes kept"),
            new Plant(
                    "finger-nibbles-swapped",
                    FINGER_PICTURE,
                    "fingerprint.Fingerprint",
                    "unpacked",
                    new Constant(4, 3, 1),
                    "nibble shifted by three"),
            new Plant(
                    "finger-picture-pieced",
                    FINGER_PICTURE,
                    "fingerprint.ImageTransfer",
                    "received",
                    new Forgotten("isNoisy", 0, 2),
                    "noise between packets ignored"),
            new Plant(
                    "finger-picture-unbounded",
                    FINGER_PICTURE,
                    "fingerprint.ImageIntake",
                    "take",
                    new Operator(ISUB, IADD, 1),
                    "room left counted wrongly"),
            new Plant(
                    "object-length-unchecked",
                    CHIP_OBJECT,
                    "passport.AnnouncedLengths",
                    "hold",
                    new Answer(true),
                    "lengths inside answers not looked at"),
            new Plant(
                    "object-four-octets",
                    CHIP_OBJECT,
                    "passport.Tlv",
                    "at",
                    new Constant(3, 4, 1),
                    "a length of four octets turns negative"),
            new Plant(
                    "object-deep",
                    CHIP_OBJECT,
                    "passport.AnnouncedLengths",
                    "contentWithin",
                    new Operator(ISUB, IADD, 1),
                    "no bound on nesting"),
            new Plant(
                    "zone-of-chip-long-number",
                    CHIP_OBJECT,
                    "passport.PassportFields",
                    "continuation",
                    new Constant(1, 0, 1),
                    "check digit read as part of the number"),
            new Plant(
                    "file-empty-for-ever",
                    CHIP_FILE,
                    "passport.EmrtdFiles",
                    "part",
                    new Comparison(IFNE, IFGE, 1),
                    "an empty answer is asked for again"),
            new Plant(
                    "file-larger-than-limit",
                    CHIP_FILE,
                    "passport.EmrtdFiles",
                    "length",
                    new Constant(65535, 65539, 1),
                    "header not counted"),
            new Plant(
                    "file-offset-signed",
                    CHIP_FILE,
                    "passport.EmrtdFiles",
                    "part",
                    new Constant(0x8000, 0x10000, 1),
                    "even READ BINARY beyond 32 KiB"),
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

    private Plants() {}
}
