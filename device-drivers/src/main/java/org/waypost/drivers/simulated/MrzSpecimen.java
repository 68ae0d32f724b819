package org.waypost.drivers.simulated;

import java.util.List;
import java.util.stream.IntStream;
import org.waypost.drivers.mrz.MrzFormat;

/** Zones of the specimens of Doc 9303 and of invented persons, in their lines. */
public enum MrzSpecimen {
    /** Doc 9303-4 appendix B, with an expiry ahead (2033-04-15). */
    PASSPORT(
            MrzFormat.TD3,
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<" + "L898902C36UTO7408122F3304156ZE184226B<<<<<16"),
    /** Doc 9303-4 appendix B as printed, expired in 2012. */
    PASSPORT_EXPIRED(
            MrzFormat.TD3,
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<" + "L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
    /** Doc 9303-5 appendix B as printed, expired in 2012. */
    CARD(
            MrzFormat.TD1,
            "I<UTOD231458907<<<<<<<<<<<<<<<" + "7408122F1204159UTO<<<<<<<<<<<6" + "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"),
    /** Doc 9303-5 appendix B, with an expiry ahead (2033-04-15). */
    CARD_IN_FORCE(
            MrzFormat.TD1,
            "I<UTOD231458907<<<<<<<<<<<<<<<" + "7408122F3304156UTO<<<<<<<<<<<2" + "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"),
    /** A long document number. */
    CARD_LONG_NUMBER(
            MrzFormat.TD1,
            "I<UTOD23145890<7349<<<<<<<<<<<" + "3407127M9507122UTO<<<<<<<<<<<2" + "STEVENSON<<PETER<JOHN<<<<<<<<<"),
    /** Doc 9303-6 appendix B. */
    LARGE_CARD(MrzFormat.TD2, "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<" + "D231458907UTO7408122F1204159<<<<<<<6"),
    /** Doc 9303-7 appendix. */
    VISA(
            MrzFormat.MRV_A,
            "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<" + "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"),
    /** Doc 9303-7 appendix. */
    SMALL_VISA(MrzFormat.MRV_B, "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<" + "L8988901C4XXX4009078F9612109<<<<<<<<");

    private final MrzFormat format;
    private final String joined;

    MrzSpecimen(MrzFormat format, String joined) {
        this.format = format;
        this.joined = joined;
    }

    public MrzFormat format() {
        return format;
    }

    /** The lines, each {@code format().width()} characters. */
    public List<String> lines() {
        int width = format.width();
        return IntStream.range(0, format.lines())
                .mapToObj(line -> joined.substring(line * width, (line + 1) * width))
                .toList();
    }
}
