package org.waypost.drivers.mrz;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waypost.drivers.fuzz.Script;

/**
 * Code engines: replies are confirmed exactly if a second reading finds them sound, a text is handed on as it came, and
 * a code is accepted exactly if its check character holds. FE is silence, FD and FC are the CRC of the reply so far.
 */
public final class CodeFuzz {
    private static final List<CodeEngine> ENGINES = List.of(CodeEngine.values());
    private static final int SILENCE = 0xFE;
    private static final int CRC_HIGH = 0xFD;
    private static final int CRC_LOW = 0xFC;
    /** Stands for a CRC nobody computed. */
    private static final int UNCHECKED = 0xABCD;

    private CodeFuzz() {}

    public static List<byte[]> seeds() {
        String code = AppointmentCode.issued("WP-2026-000117").characters();
        return Stream.of(
                        "\0" + code + "\r\u00FE",
                        "\0\2\0\0\1\0\u00FD\u00FC" + code + "\r\u00FE",
                        "\0\2\0\1\0\u00FD\u00FC",
                        "\0\2\0\0\2ab\u00AB\u00CD\n" + code + "\r\n\u00FE",
                        "\0\2\0\0\u00FF" + "a".repeat(255) + "\u00AB\u00CD\n" + code + "\r\n\u00FE",
                        "\1\2x\6;\3" + code + "\r\u00FE",
                        "\1\2x\25;\3" + code + "\u00FE",
                        "\2" + code + "\u00FE",
                        "\3https://example.org/x?\u00E9\u00FE",
                        "\0\u00FE" + "A".repeat(2048) + "\u00FE",
                        "\2ABCDEFG1\u00FE",
                        "\2" + AppointmentCode.issued("AZ09ZZ").characters() + "\r\n\u00FE")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Script script = new Script(input);
        CodeEngine engine = ENGINES.get(script.next() % ENGINES.size());
        CodeScanner scanner = new CodeScanner(engine);
        ByteArrayOutputStream since = new ByteArrayOutputStream();
        CodeReference reference = new CodeReference(engine == CodeEngine.GM65, engine.terminates());
        while (script.hasMore()) {
            int next = script.next();
            boolean silent = next == SILENCE;
            if (!silent) {
                since.write(meant(next, since.toByteArray()));
            }
            byte[] all = since.toByteArray();
            Scan scan = silent ? scanner.silence() : scanner.take(all[all.length - 1] & 0xFF);
            unless(scan.equals(reference.scan(all, silent)), "a code scanner says what the engine means");
            if (scan instanceof Scan.Message message) {
                judge(message.text());
            }
            if (scan == Scan.Signal.CONFIRMED) {
                since.reset();
            } else if (silent || scan == Scan.Signal.BROKEN || scan == Scan.Signal.REFUSED) {
                scanner.reset();
                since.reset();
            }
        }
        framesHold(input);
    }

    private static int meant(int next, byte[] sofar) {
        int crc = sofar.length < 3 ? 0 : CodeReference.crc(sofar, 2, sofar.length);
        int before = sofar.length < 4 ? 0 : CodeReference.crc(sofar, 2, sofar.length - 1);
        return switch (next) {
            case CRC_HIGH -> crc >> 8;
            case CRC_LOW -> before & 0xFF;
            default -> next;
        };
    }

    private static void judge(String text) {
        boolean formed = text.length() <= 128 && text.matches("[A-Z0-9][A-Z0-9-]{4,}[A-Z0-9]");
        boolean holds = formed && CodeReference.checkHolds(text);
        switch (CodeOutcome.of(text)) {
            case CodeOutcome.Accepted accepted ->
                unless(holds && accepted.code().characters().equals(text), "only a code that holds is accepted");
            case CodeOutcome.Refused refused -> {
                unless(!holds, "a code that holds is accepted");
                boolean check = refused.reason() == CodeOutcome.Reason.CHECK_CHARACTER;
                unless(check == formed, "the reason is the first thing wrong");
            }
        }
        boolean taken = isMade(() -> new AppointmentCode(text));
        unless(taken == holds, "nothing but a code that holds is a code");
        boolean body = text.matches("[A-Z0-9][A-Z0-9-]{4,126}");
        unless(isMade(() -> AppointmentCode.issued(text)) == body, "a code is issued for a body only");
        if (body) {
            String issued = AppointmentCode.issued(text).characters();
            unless(CodeReference.checkHolds(issued) && issued.startsWith(text), "an issued code holds");
        }
    }

    private static boolean isMade(Supplier<AppointmentCode> code) {
        try {
            return code.get().toString().equals("AppointmentCode[]");
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static void framesHold(byte[] input) {
        if (input.length > 3 && input.length < 200) {
            framed(Gm65Frame.command(input[0], (input[1] & 0xFF) << 8 | (input[2] & 0xFF), input), 6 + input.length);
            framed(Gm65Frame.reply(input[0], input), 4 + input.length);
        }
    }

    private static void framed(byte[] frame, int end) {
        int crc = CodeReference.crc(frame, 2, end);
        boolean printed =
                frame.length == end + 2 && (frame[end] & 0xFF) == crc >> 8 && (frame[end + 1] & 0xFF) == (crc & 0xFF);
        unless(printed && Gm65Frame.crcHolds(frame), "a frame carries its CRC");
        frame[3 + (frame[2] & 0xFF) % (end - 3)] ^= 1;
        unless(crc == UNCHECKED || !Gm65Frame.crcHolds(frame), "a frame with one bit changed does not hold");
    }
}
