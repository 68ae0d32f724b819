package org.waypost.drivers.mrz;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Specimens of Doc 9303 and invented zones; the day of all parser tests. */
final class MrzVectors {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

    static final String TD3_NAME = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    static final String TD3 = TD3_NAME + "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
    static final String TD3_VALID = TD3_NAME + "L898902C36UTO7408122F3304156ZE184226B<<<<<16";
    static final String TD3_EMPTY_OPTIONAL = TD3_NAME + "L898902C36UTO7408122F1204159<<<<<<<<<<<<<<<8";
    static final String TD3_EMPTY_OPTIONAL_ZERO = TD3_NAME + "L898902C36UTO7408122F1204159<<<<<<<<<<<<<<08";
    static final String TD3_BIRTH_YEAR = TD3_NAME + "L898902C36UTO74<<<<1F1204159ZE184226B<<<<<18";
    static final String TD3_BIRTH_UNKNOWN = TD3_NAME + "L898902C36UTO<<<<<<0F1204159ZE184226B<<<<<10";
    static final String TD1 =
            "I<UTOD231458907<<<<<<<<<<<<<<<" + "7408122F1204159UTO<<<<<<<<<<<6" + "ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
    static final String TD1_LONG =
            "I<UTOD23145890<7349<<<<<<<<<<<" + "3407127M9507122UTO<<<<<<<<<<<2" + "STEVENSON<<PETER<JOHN<<<<<<<<<";
    static final String TD1_LONG_BY_ONE =
            "IDUTO123456789<07<<<<<<<<<<<<<" + "8601012M3001019UTO<<<<<<<<<<<6" + "SPECIMEN<<JANE<<<<<<<<<<<<<<<<";
    static final String TD1_BELGIAN =
            "IDBEL590330101<86<<<<<<<<<<<<<" + "8502016F0901015UTO<<<<<<<<<<<2" + "VAN<DER<VELDEN<<GREET<HILDE<<<";
    static final String TD2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<" + "D231458907UTO7408122F1204159<<<<<<<6";
    static final String TD2_LONG = "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<" + "D23145890<UTO3407127M95071227349<<<8";
    static final String MRV_A =
            "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<" + "L8988901C4XXX4009078F96121096ZE184226B<<<<<<";
    static final String MRV_B = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<" + "L8988901C4XXX4009078F9612109<<<<<<<<";

    private MrzVectors() {}

    static List<String> all() {
        return List.of(
                TD3,
                TD3_VALID,
                TD3_EMPTY_OPTIONAL,
                TD3_EMPTY_OPTIONAL_ZERO,
                TD3_BIRTH_YEAR,
                TD3_BIRTH_UNKNOWN,
                TD1,
                TD1_LONG,
                TD1_LONG_BY_ONE,
                TD1_BELGIAN,
                TD2,
                TD2_LONG,
                MRV_A,
                MRV_B);
    }

    /** Whether a check digit covers the position, or stands there. */
    static boolean isCovered(MrzFormat format, int index) {
        Layout layout = format.layout();
        return layout.number().contains(index)
                || layout.dated().birth().contains(index)
                || layout.dated().expiry().contains(index)
                || index == layout.number().to()
                || index == layout.dated().birth().to()
                || index == layout.dated().expiry().to()
                || layout.composite().stream().anyMatch(span -> span.contains(index))
                || (!layout.composite().isEmpty() && index == layout.compositeDigit());
    }

    static MrzOutcome parse(String text) {
        return new MrzParser(CLOCK).parse(text);
    }

    /** The text in lines with CR LF. */
    static String lines(String joined, MrzFormat format) {
        return joined.replaceAll("(.{" + format.width() + "})", "$1\r\n");
    }
}
