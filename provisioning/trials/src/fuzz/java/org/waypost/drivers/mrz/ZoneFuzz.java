package org.waypost.drivers.mrz;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.waypost.drivers.fuzz.Script;
import org.waypost.drivers.simulated.MrzSpecimen;

/**
 * Any text: parsed exactly if a second reading of Doc 9303 finds it whole, repaired exactly if one look-alike mends it.
 */
public final class ZoneFuzz {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final List<MrzSpecimen> SPECIMENS = List.of(MrzSpecimen.values());
    private static final int MENDED = 1;
    private static final int MISREAD = 2;
    private static final int IN_LINES = 4;

    private ZoneFuzz() {}

    public static List<byte[]> seeds() {
        return Stream.concat(
                        IntStream.range(0, SPECIMENS.size()).mapToObj(ZoneFuzz::specimen),
                        Stream.of(
                                "\1\0\0IDUTO123456789<07<<<<<<<<<<<<<8601012M3001019UTO<<<<<<<<<<<6SPECIMEN<<JANE<<<<<<<<<<<<<<<<",
                                "\1\0\0IDBEL590330101<86<<<<<<<<<<<<<8502016F0901015UTO<<<<<<<<<<<2VAN<DER<VELDEN<<GREET<HILDE<<<",
                                "\1\0\0I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<D23145890<UTO3407127M95071227349<<<8",
                                "\1\0\0P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO74<<<<1F1204159<<<<<<<<<<<<<<<8",
                                "\1\0\0P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO<<02291F1204159<<<<<<<<<<<<<<<8",
                                "\3\54OP<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTOXXXXXX0F3304156ZE184226B<<<<<16",
                                "\1\0\0I<UTOERIKSSONERIKSSONERIKSSONERIKSOD231458907UTO7408122F1204159<<<<<<<6",
                                "\1\0\0I<UTOERIK2SON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6",
                                "\0\0\0C<UTOD231458908<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
                                "\0\0\0I<UTOERIKSSON<<ANNA<MARIA__________ \r\nD231458907UTO7408122F1204159______ 6",
                                "\3\52OV<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<L8988901C4XXX4009078F9612109<<<<<<<<"))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static String specimen(int index) {
        String separator = new String[] {"", "\r\n", "\r", "\n"}[index % 4];
        return "\0\0\0" + String.join(separator, SPECIMENS.get(index).lines());
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Script script = new Script(input);
        int flags = script.next();
        int position = script.next();
        char misread = (char) script.next();
        String text = script.text();
        if ((flags & MENDED) != 0) {
            text = ZoneReference.mended(text);
        }
        if ((flags & MISREAD) != 0 && position < text.length()) {
            text = text.substring(0, position) + misread + text.substring(position + 1);
        }
        judge((flags & IN_LINES) == 0 ? text : text.replaceAll("(.{" + ZoneReference.width(text) + "})", "$1\r\n"));
    }

    private static boolean isSummed(String text) {
        try {
            return Character.isDigit(CheckDigit.of(text));
        } catch (IllegalArgumentException illegal) {
            return false;
        }
    }

    private static void judge(String text) {
        unless(isSummed(text) == text.matches("[A-Z0-9<]*"), "a check digit is of legal characters only");
        Optional<ZoneReference> zone = ZoneReference.of(text);
        switch (new MrzParser(CLOCK).parse(text)) {
            case MrzOutcome.Parsed parsed -> {
                unless(zone.filter(ZoneReference::isWhole).isPresent(), "only a zone without flaws is parsed");
                zone.orElseThrow().requireSame(parsed.mrz());
            }
            case MrzOutcome.Repaired repaired -> {
                unless(zone.isPresent(), "what has no shape is not repaired");
                repaired(zone.orElseThrow(), repaired);
            }
            case MrzOutcome.Unreadable unreadable -> {
                unless(zone.filter(ZoneReference::isWhole).isEmpty(), "a zone without flaws is parsed");
                boolean shapeless = unreadable.flaws().contains(Flaw.SHAPE);
                unless(shapeless == zone.isEmpty(), "a shape is three of 30, two of 36 or two of 44");
                int mended = zone.map(whole -> whole.repairs().size()).orElse(0);
                boolean several = unreadable.flaws().contains(Flaw.SEVERAL_REPAIRS);
                unless(several ? mended > 1 : mended == 0, "one repair is proposed, of several none");
            }
        }
    }

    private static void repaired(ZoneReference zone, MrzOutcome.Repaired outcome) {
        unless(!zone.isWhole(), "what is whole is not repaired");
        List<ZoneReference> possible = zone.repairs();
        unless(possible.size() == 1 && outcome.changes().size() == 1, "one look-alike and no other mends it");
        MrzOutcome.Change change = outcome.changes().getFirst();
        unless(possible.getFirst().equals(zone.with(change)), "the change says what was replaced");
        possible.getFirst().requireSame(outcome.mrz());
    }
}
