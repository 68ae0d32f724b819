package org.waypost.drivers.passport;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.waypost.drivers.fuzz.Script;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportSpecimen;

/**
 * Objects in the answers of a chip: their limits are those of a second reading, an answer that announces more than it
 * holds does not reach JMRTD, and the text of DG1 is taken apart as Doc 9303 counts its columns.
 */
public final class ObjectFuzz {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T04:00:00Z"));
    private static final int MOST_DEEP = 3;

    private ObjectFuzz() {}

    public static List<byte[]> seeds() {
        byte[] dg1 = PassportFiles.dg1(PassportSpecimen.ANNA);
        return Stream.concat(
                        Stream.of(
                                        "000c" + "8709019ff0ec34f9922651990290008e08ad55cc17140b2ded" + "9000",
                                        "0086" + "7c0680049f1f0102" + "9000",
                                        "0086" + "7c8180" + "80817d" + "00".repeat(125) + "9000",
                                        "000c" + "8784" + "7fffff00" + "9000",
                                        "00b0" + "7f6105020101" + "9000",
                                        "000c" + "7c0a7c087c067c048002" + "0102" + "9000",
                                        "0086" + "3f8103020201" + "9000",
                                        "0086" + "7c0a7c087c067c0480020102" + "9000",
                                        "000c" + "908000" + "9000",
                                        "000c" + "530687847fffffff" + "990290008e08ad55cc17140b2ded" + "9000",
                                        "0000" + "90",
                                        "010c" + "8783000001aa9000")
                                .map(HexFormat.of()::parseHex),
                        Stream.of(
                                text(0, new String(dg1, StandardCharsets.ISO_8859_1)),
                                text(
                                        2,
                                        "I<UTOD23145890<7349<<<<<<<<<<<3407127M9507122UTO<<<<<<<<<<<2STEVENSON<<PETER<JOHN<<<<<<<<<"),
                                text(2, "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<D23145890<UTO3407127M95071227349<<<8"),
                                text(2, "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<D23145890<UTO3407127M26112327349ABC8"),
                                text(
                                        2,
                                        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F2611230ZE184226B<<<<<16"),
                                text(
                                        2,
                                        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F2611220ZE184226B<<<<<16")))
                .toList();
    }

    private static byte[] text(int kind, String text) {
        return ((char) kind + "\0" + text).getBytes(StandardCharsets.ISO_8859_1);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Script script = new Script(input);
        int kind = script.next();
        int mode = script.next();
        byte[] bytes = script.rest();
        objectsAreThose(bytes);
        answerIsChecked((mode & 0x0F) == 0x0C ? 0x0C : 0x00, mode == 0x86 ? 0x86 : 0xB0, kind % 2 == 1, bytes);
        if (kind == 2) {
            zoneIsTheSame(new String(bytes, StandardCharsets.US_ASCII));
        }
    }

    private static void objectsAreThose(byte[] bytes) {
        Optional<int[]> expected = ObjectReference.at(bytes, 0, bytes.length);
        same(expected, Tlv.first(bytes));
        Optional<Tlv> outer = Tlv.first(bytes);
        if (outer.isEmpty()) {
            return;
        }
        int at = outer.get().from();
        for (Optional<int[]> child = ObjectReference.at(bytes, at, outer.get().to());
                child.isPresent();
                child = ObjectReference.at(bytes, at, outer.get().to())) {
            same(child, Tlv.at(bytes, at, outer.get().to()));
            Optional<Tlv> found = outer.get().child(child.get()[0]);
            unless(found.isPresent() && found.get().tag() == child.get()[0], "an object inside is found by its tag");
            unless(found.get().value().length == found.get().length(), "a value has the length of its object");
            at = child.get()[2];
        }
        unless(outer.get().child(-1).isEmpty(), "what is not there is not found");
        unless(Tlv.at(bytes, -1, bytes.length).isEmpty(), "nothing begins before the file");
        unless(Tlv.at(bytes, 0, bytes.length + 1).isEmpty(), "nothing ends behind the file");
    }

    private static void same(Optional<int[]> expected, Optional<Tlv> found) {
        unless(expected.isPresent() == found.isPresent(), "an object is found exactly where one is whole");
        if (found.isPresent()) {
            int[] place = expected.orElseThrow();
            Tlv tlv = found.get();
            unless(
                    tlv.tag() == place[0] && tlv.from() == place[1] && tlv.to() == place[2],
                    "tag and limits are its own");
        }
    }

    private static void answerIsChecked(int cla, int ins, boolean lost, byte[] answer) {
        ScubaChannel scuba = new ScubaChannel(new Answering(answer.clone(), lost));
        boolean sound = answer.length >= 2
                && (cla == 0
                        ? ins != 0x86 || ObjectReference.isFilled(answer, 0, answer.length - 2, MOST_DEEP)
                        : ObjectReference.isOfAChannel(answer, answer.length - 2));
        try {
            scuba.open();
            ResponseAPDU passed = scuba.transmit(new CommandAPDU(cla, ins, 0, 0, 8));
            unless(sound && !lost, "an answer that announces more than it holds is refused");
            unless(Arrays.equals(passed.getBytes(), answer), "an answer is passed on as it came");
        } catch (CardServiceException refused) {
            unless(!sound || lost, "a sound answer is passed on");
        }
        unless(scuba.lost() == lost && scuba.isConnectionLost(new Exception()) == lost, "a lost card is remembered");
        unless(
                scuba.isOpen() && scuba.getATR().length == 0 && scuba.isExtendedAPDULengthSupported(),
                "a channel is open");
        scuba.close();
        unless(!scuba.isOpen(), "a closed channel is closed");
    }

    /** A chip that always says the same, or is gone. */
    private static final class Answering implements CardChannel {
        private final byte[] answer;
        private final boolean gone;

        Answering(byte[] answer, boolean gone) {
            this.answer = answer;
            this.gone = gone;
        }

        @Override
        public byte[] transmit(byte[] command) throws CardLost {
            if (gone) {
                throw new CardLost("gone");
            }
            return answer;
        }

        @Override
        public boolean extendedLength() {
            return true;
        }

        @Override
        public void close() {}
    }

    private static void zoneIsTheSame(String text) {
        Optional<PassportFields> fields = PassportFields.of(text);
        boolean zone = text.matches("[A-Z0-9<]{90}|[A-Z0-9<]{72}|[A-Z0-9<]{88}");
        unless(fields.isPresent() == zone, "a zone has 90, 72 or 88 characters of A-Z, 0-9 and filler");
        fields.ifPresent(found -> columnsAreThose(text, found));
    }

    private static void columnsAreThose(String text, PassportFields fields) {
        int second = text.length() == 90 ? -1 : text.length() / 2;
        boolean card = second < 0;
        String number = card ? text.substring(5, 14) : text.substring(second, second + 9);
        String optional = card ? text.substring(15, 30) : text.length() == 72 ? text.substring(64, 71) : "";
        if (text.charAt(card ? 14 : second + 9) == '<' && !optional.isEmpty()) {
            String run = optional.split("<", -1)[0];
            number += run.isEmpty() ? "" : run.substring(0, run.length() - 1);
        }
        String expiry = card ? text.substring(38, 44) : text.substring(second + 21, second + 27);
        boolean same = fields.documentCode().equals(text.substring(0, 2))
                && fields.issuingState().equals(text.substring(2, 5).replace("<", ""))
                && fields.number().equals(number.replace("<", ""))
                && fields.nationality()
                        .equals((card ? text.substring(45, 48) : text.substring(second + 10, second + 13))
                                .replace("<", ""))
                && fields.birth().equals(card ? text.substring(30, 36) : text.substring(second + 13, second + 19))
                && fields.sex() == text.charAt(card ? 37 : second + 20)
                && fields.expiry().equals(expiry);
        unless(same, "fields are the columns of the zone");
        unless(DocumentExpiry.of(expiry, CLOCK) == expected(expiry), "a document is valid to the end of its last day");
    }

    private static ChipReport.Expiry expected(String expiry) {
        if (!expiry.matches("[0-9]{6}")) {
            return ChipReport.Expiry.UNKNOWN;
        }
        int month = Integer.parseInt(expiry.substring(2, 4));
        int day = Integer.parseInt(expiry.substring(4));
        boolean exists = month >= 1
                && month <= 12
                && day >= 1
                && day
                        <= YearMonth.of(2000 + Integer.parseInt(expiry.substring(0, 2)), month)
                                .lengthOfMonth();
        return !exists
                ? ChipReport.Expiry.UNKNOWN
                : expiry.compareTo("261123") < 0 ? ChipReport.Expiry.EXPIRED : ChipReport.Expiry.VALID;
    }
}
