package org.waypost.trials;

import static java.lang.classfile.Opcode.IADD;
import static java.lang.classfile.Opcode.IF_ICMPGE;
import static java.lang.classfile.Opcode.IF_ICMPLE;
import static java.lang.classfile.Opcode.ISUB;
import static org.waypost.trials.FuzzTarget.CARD_CONTENT;
import static org.waypost.trials.FuzzTarget.CARD_REPLY;

import java.util.List;
import org.waypost.trials.Edit.Answer;
import org.waypost.trials.Edit.Comparison;
import org.waypost.trials.Edit.Constant;
import org.waypost.trials.Edit.Forgotten;
import org.waypost.trials.Edit.Operator;

/** Faults in the parsers of resident ID cards and of the module that reads them. */
final class CardPlants {
    static final List<Plant> ALL = List.of(
            new Plant(
                    "reply-length-signed",
                    CARD_REPLY,
                    "drivers.idcard.ReceiveBuffer",
                    "length",
                    new Constant(255, -1, 2),
                    "b << 8 | b without & 0xFF"),
            new Plant(
                    "reply-longest-unbounded",
                    CARD_REPLY,
                    "drivers.idcard.ReceiveBuffer",
                    "next",
                    new Constant(2400, 2405, 1),
                    "a limit copied from another frame"),
            new Plant(
                    "reply-check-skipped",
                    CARD_REPLY,
                    "drivers.idcard.ReceiveBuffer",
                    "checksumHolds",
                    new Answer(true),
                    "check left for later"),
            new Plant(
                    "reply-check-of-seven-bits",
                    CARD_REPLY,
                    "drivers.idcard.ReceiveBuffer",
                    "checksumHolds",
                    new Constant(255, 127, 1),
                    "a sum compared as a character"),
            new Plant(
                    "reply-not-wiped",
                    CARD_REPLY,
                    "drivers.idcard.ReceiveBuffer",
                    "wipe",
                    new Forgotten("fill", 0, 1),
                    "indices reset, bytes kept"),
            new Plant(
                    "reply-end-of-buffer",
                    CARD_REPLY,
                    "drivers.idcard.ReceiveBuffer",
                    "compact",
                    new Operator(ISUB, IADD, 2),
                    "a full buffer moved from the wrong place"),
            new Plant(
                    "reply-late-taken",
                    CARD_REPLY,
                    "drivers.idcard.SamvRequest",
                    "isAnsweredBy",
                    new Constant(4, 8, 1),
                    "length of another reply expected"),
            new Plant(
                    "card-address-kept",
                    CARD_CONTENT,
                    "drivers.idcard.CardRecord",
                    "filtered",
                    new Forgotten("forEach", 0, 1),
                    "field filter not called"),
            new Plant(
                    "card-address-cut-short",
                    CARD_CONTENT,
                    "drivers.idcard.Layout",
                    "dropped",
                    new Constant(35, 34, 1),
                    "address of 34 characters"),
            new Plant(
                    "card-refused-not-wiped",
                    CARD_CONTENT,
                    "drivers.idcard.CardRecord",
                    "wipe",
                    new Comparison(IF_ICMPGE, IF_ICMPLE, 1),
                    "loop that never runs"),
            new Plant(
                    "card-number-weight",
                    CARD_CONTENT,
                    "drivers.idcard.IdentityNumber",
                    "iso7064",
                    new Constant(11, 10, 2),
                    "modulus of another check digit"),
            new Plant(
                    "card-picture-not-wiped",
                    CARD_CONTENT,
                    "drivers.idcard.DocumentParser",
                    "portrait",
                    new Forgotten("fill", 0, 2),
                    "finally forgotten"));

    private CardPlants() {}
}
