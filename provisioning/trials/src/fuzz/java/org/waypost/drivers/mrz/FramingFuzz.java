package org.waypost.drivers.mrz;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.waypost.drivers.fuzz.Script;

/**
 * Framings of serial MRZ readers: after each byte, and after each silence, the scanner says of what came since the last
 * reset what a second reading of all of it says. Two bytes of the input stand for others: FE is silence, FD the check
 * byte that would fit.
 */
public final class FramingFuzz {
    private static final int SILENCE = 0xFE;
    private static final int FITTING = 0xFD;
    private static final List<MrzFraming> FRAMINGS = framings();

    private FramingFuzz() {}

    private static List<MrzFraming> framings() {
        List<MrzFraming> all = new ArrayList<>(List.of(MrzFraming.Plain.values()));
        for (MrzFraming.Length length : MrzFraming.Length.values()) {
            for (MrzFraming.Check check : MrzFraming.Check.values()) {
                all.add(new MrzFraming.Rte(length, check));
            }
        }
        return List.copyOf(all);
    }

    public static List<byte[]> seeds() {
        String td1 = "I<UTOD231458907<<<<<<<<<<<<<<<\r7408122F1204159UTO<<<<<<<<<<<6\rERIKSSON<<ANNA<MARIA<<<<<<<<<<\r";
        String td2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\rD231458907UTO7408122F1204159<<<<<<<6\r";
        String rte = "\1\125\0OU\0020" + td2.replaceFirst("^", "\r") + "\3\u00FD";
        return Stream.of(
                        "\0\0" + td1 + "\r\n" + td2,
                        "\0\0" + td2.substring(0, 70) + "\u00FE",
                        "\1\0xx\2" + td2 + "\3",
                        "\2\0\2ab\2" + td2 + "\3\u00FD",
                        "\3\0I\0\0I\0" + (char) 5 + "AB\rCD\u00FEI\1\0",
                        "\4\0" + rte,
                        "\5\0" + rte,
                        "\6\0" + rte,
                        "\7\0" + rte,
                        "\10\0" + rte,
                        "\11\0" + rte,
                        "\12\0" + rte.replace('\125', '\126'),
                        "\13\0" + rte.replace('\125', '\126'),
                        "\14\0" + rte.replace('\125', '\126') + "\u00FEz\u00FE",
                        "\1\0\2" + "<".repeat(513),
                        "\7\0\1" + "1\1OU\0020" + "<".repeat(300) + "\3\u00FD",
                        "\4\0" + rte.replace("\u00FD", "\u00FE"),
                        "\7\0" + rte.replace("\u00FD", "\u00FE"),
                        "\7\0" + rte.replace("\u00FD", "\u00FE").replace('\125', '\126'),
                        "\10\0" + rte.replace("\u00FD", "\u00FE"),
                        "\12\0" + rte.replace('\125', '\126').replace("\u00FD", "\u00FE"),
                        "\4\0x\u00FE\r\u00FE",
                        "\2\1\2A\3\u00FD",
                        "\2\2\2A\3\u00FD")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Script script = new Script(input);
        MrzFraming framing = FRAMINGS.get(script.next() % FRAMINGS.size());
        parityIsThatOfTheBits(script.next());
        FrameScanner scanner = FrameScanner.of(framing);
        ByteArrayOutputStream since = new ByteArrayOutputStream();
        while (script.hasMore() && since.size() < 1_200) {
            int next = script.next();
            boolean silent = next == SILENCE;
            if (!silent) {
                since.write(
                        next == FITTING
                                ? FramingReference.of(framing, since.toByteArray())
                                        .fitting()
                                : next);
            }
            byte[] all = since.toByteArray();
            Scan scan = silent ? scanner.silence() : scanner.take(all[all.length - 1] & 0xFF);
            Scan expected = FramingReference.of(framing, all).scan(silent);
            unless(scan.equals(expected), "a scanner says what the framing says");
            if (silent || scan instanceof Scan.Message || isEnd(scan)) {
                scanner.reset();
                since.reset();
            }
        }
    }

    private static boolean isEnd(Scan scan) {
        return scan == Scan.Signal.BROKEN || scan == Scan.Signal.CONFIRMED;
    }

    private static void parityIsThatOfTheBits(int received) {
        int ones = Integer.toBinaryString(received).replace("0", "").length() % 2;
        unless(Parity.NONE.character(received).orElse(-1) == received, "without parity a byte is itself");
        unless(Parity.EVEN.character(received).orElse(-1) == (ones == 0 ? received % 128 : -1), "even parity");
        unless(Parity.ODD.character(received).orElse(-1) == (ones == 1 ? received % 128 : -1), "odd parity");
        int seven = received % 128;
        unless(Parity.EVEN.character(Parity.EVEN.carrier(seven)).orElse(-1) == seven, "a carrier carries");
        unless(Parity.ODD.character(Parity.ODD.carrier(seven)).orElse(-1) == seven, "a carrier carries");
    }
}
