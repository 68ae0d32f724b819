package org.waypost.drivers.mrz;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How one kind of serial reader speaks. Speed and path belong to the link.
 *
 * @param idleGap silence that ends a message, 50 ms to 2 s; a serial port rounds up to 100 ms
 * @param prompt what a polled reader is asked with; empty for those that only talk
 * @param evidence what the profile rests on
 */
public record MrzProfile(
        MrzFraming framing, Parity parity, Duration idleGap, Optional<Prompt> prompt, Evidence evidence) {
    private static final Duration USUAL_GAP = Duration.ofMillis(150);

    /** Text lines; what most readers can be set to. */
    public static final MrzProfile LINES = talking(MrzFraming.Plain.LINES, Evidence.DESCRIBED);

    /** Lines between STX and ETX. */
    public static final MrzProfile STX = talking(MrzFraming.Plain.STX, Evidence.DESCRIBED);

    /** Lines between STX and ETX with a check byte. */
    public static final MrzProfile STX_LRC = talking(MrzFraming.Plain.STX_LRC, Evidence.DESCRIBED);

    /** 3M RTE Native with length and check byte not judged: the check digits of the zone decide. */
    public static final MrzProfile RTE_NATIVE =
            talking(new MrzFraming.Rte(MrzFraming.Length.NOT_JUDGED, MrzFraming.Check.NOT_JUDGED), Evidence.DESCRIBED);

    /** A box that is asked with 49 00 00 four times a second. */
    public static final MrzProfile POLLED = new MrzProfile(
            MrzFraming.Plain.COUNTED,
            Parity.NONE,
            USUAL_GAP,
            Optional.of(new Prompt("490000", Duration.ofMillis(250), Prompt.Reply.EXPECTED)),
            Evidence.UNTESTED);

    /** An imager that is triggered by SYN T CR and sends text without a frame. */
    public static final MrzProfile TRIGGERED_IMAGER = new MrzProfile(
            MrzFraming.Plain.LINES,
            Parity.NONE,
            USUAL_GAP,
            Optional.of(new Prompt("16540D", Duration.ofSeconds(5), Prompt.Reply.NONE)),
            Evidence.UNTESTED);

    /** Every profile by its name in the settings. */
    public static final Map<String, MrzProfile> NAMED = Map.of(
            "lines", LINES,
            "stx", STX,
            "stx-lrc", STX_LRC,
            "rte-native", RTE_NATIVE,
            "polled", POLLED,
            "triggered-imager", TRIGGERED_IMAGER);

    public MrzProfile {
        requireNonNull(framing);
        requireNonNull(parity);
        requireNonNull(prompt);
        requireNonNull(evidence);
        if (idleGap.toMillis() < 50 || idleGap.toMillis() > 2_000) {
            throw new IllegalArgumentException("idle gap of " + idleGap);
        }
    }

    /** What a profile rests on. */
    public enum Evidence {
        /** A maker's paper describes it; not yet seen on hardware. */
        DESCRIBED,
        /** Hearsay: to be confirmed on the device before use. */
        UNTESTED
    }

    /** The same with another parity; readers of the older kind use 7 data bits and even parity. */
    public MrzProfile with(Parity other) {
        return new MrzProfile(framing, other, idleGap, prompt, evidence);
    }

    private static MrzProfile talking(MrzFraming framing, Evidence evidence) {
        return new MrzProfile(framing, Parity.NONE, USUAL_GAP, Optional.empty(), evidence);
    }
}
