package org.waypost.drivers.idcard;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.waypost.drivers.fuzz.Finding.unless;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fuzz.Script;

/**
 * The content of a card: what is not for this product is overwritten and nothing else, what is read is what stands
 * there, and a card that cannot be read leaves nothing.
 */
public final class CardFuzz {
    private static final int PHOTO = 4 + 256;
    private static final int WHOLE = PHOTO + 1024;

    private CardFuzz() {}

    public static List<byte[]> seeds() {
        return List.of(
                seed(0, card(' ', "0:测试甲", "30:1", "32:01", "36:19900307", "52:示例市样本区测试路1号", "122:110101199003070011")),
                seed(0, card(' ', "0:测试丁", "30:2", "32:97", "36:19970716", "52:示例市", "122:11010119970716004X")),
                seed(0, card('J', "0:测试乙", "30:2", "36:19880808", "52:示例市样本区", "122:830000198808080025")),
                seed(
                        0,
                        card(
                                'I',
                                "0:SPECIMEN, ALEX",
                                "120:1",
                                "122:USA110080010218",
                                "152:USA",
                                "220:19800102",
                                "158:样本")),
                seed(0, card('I', "0:SPECIMEN, ALEX", "110:\u2028", "122:USA110080010218", "152:USA", "220:19800102")),
                seed(0, card('Y', "0:样本", "30:1", "36:19800102", "52:SPECIMEN", "122:911840198001020019", "242:USA")),
                seed(1, card('Y', "0:样本")),
                seed(2, card(' ', "0:测试甲")),
                seed(0, card('Q', "0:测试甲")));
    }

    private static byte[] seed(int flags, byte[] text) {
        byte[] seed = new byte[5 + text.length];
        seed[0] = (byte) flags;
        seed[1] = 1;
        seed[3] = 4;
        System.arraycopy(text, 0, seed, 5, text.length);
        return seed;
    }

    private static byte[] card(char type, String... fields) {
        byte[] text = " ".repeat(128).getBytes(UTF_16LE);
        put(text, 188, type == 'I' ? "20180101" : "20200101");
        put(text, 204, type == ' ' ? "长期" : "20280101");
        put(text, 248, String.valueOf(type));
        for (String field : fields) {
            int colon = field.indexOf(':');
            put(text, Integer.parseInt(field.substring(0, colon)), field.substring(colon + 1));
        }
        return text;
    }

    private static void put(byte[] text, int at, String value) {
        byte[] bytes = value.getBytes(UTF_16LE);
        System.arraycopy(bytes, 0, text, at, bytes.length);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Script script = new Script(input);
        int flags = script.next();
        byte[] lengths = script.take(4);
        byte[] sent = new byte[(flags & 2) == 0 ? WHOLE : WHOLE + lengths[3] % 4];
        Arrays.fill(sent, (byte) 'P');
        System.arraycopy((flags & 1) == 0 ? new byte[] {1, 0, 4, 0} : lengths, 0, sent, 0, 4);
        System.arraycopy(script.take(256), 0, sent, 4, 256);
        filterAndParse(sent);
    }

    private static void filterAndParse(byte[] sent) {
        byte[] received = sent.clone();
        CardReference card = new CardReference(sent);
        switch (CardRecord.filtered(ByteBuffer.wrap(received))) {
            case CardRecord.Filtered.Wiped wiped -> {
                unless(!card.isUsable(), "a card that can be read is not refused");
                unless(Arrays.equals(received, new byte[sent.length]), "a refused card leaves nothing");
                Fault fault = card.lengthsHold() ? Fault.CARD_UNKNOWN : Fault.CARD_UNREADABLE;
                unless(wiped.fault() == fault, "the fault says what is wrong");
            }
            case CardRecord.Filtered.Usable usable -> {
                unless(card.isUsable(), "a card of no known layout is refused");
                unless(Arrays.equals(received, card.filtered()), "what is not needed is overwritten, and nothing else");
                parse(card, usable.content());
            }
        }
    }

    private static void parse(CardReference card, CardRecord content) {
        List<byte[]> blocks = new ArrayList<>();
        Reading<Document> reading = new DocumentParser(block -> {
                    unless(block.length == 1024 && block[0] == 'P' && block[1023] == 'P', "the picture is the card's");
                    blocks.add(block);
                    return Optional.<Portrait>empty();
                })
                .parse(content);
        unless(blocks.stream().allMatch(block -> Arrays.equals(block, new byte[1024])), "the picture block is wiped");
        switch (reading) {
            case Reading.Taken<Document> taken -> card.requireSame(taken.value());
            case Reading.Faulty<Document> faulty -> card.requireUnreadable(faulty.fault());
            case Reading.Nobody<Document> nobody -> unless(false, "a card is somebody's");
        }
    }
}
