package org.waypost.drivers.idcard;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.drivers.fuzz.Script;
import org.waypost.drivers.fuzz.ScriptedLink;
import org.waypost.drivers.idcard.ReceiveBuffer.Frame;
import org.waypost.drivers.idcard.ReplyStream.Reply;
import org.waypost.drivers.serial.LinkLost;

/**
 * Replies of a card module: exactly the intact frames of a stream are found however it is cut, nothing of them stays
 * after a wipe, and a request takes only what answers it.
 */
public final class ReplyFuzz {
    private static final List<SamvRequest> REQUESTS = List.of(SamvRequest.values());
    private static final List<Integer> SUCCESS_LENGTHS = List.of(4, 20, 4, 8, 12, 0x508);

    private ReplyFuzz() {}

    public static List<byte[]> seeds() {
        return Stream.of(
                        "0201" + "01050000900000000000" + "00",
                        "ff05" + "01010000900000" + "0105000090" + "01020304050607",
                        "0100" + "010d000090" + "05000100801a330139300000785634120b".substring(0, 32),
                        "4001" + "03aa000090" + "0008aaaaaa96aaaaaa96",
                        "8004" + "0455100000" + "90" + "0405ff000090",
                        "2002" + "0205000200" + "000080" + "0100000080",
                        "0803" + "000b" + "aaaaaa9669000400008084",
                        "1003" + "05" + "0100000041" + "0009aaaaaa966900040000")
                .map(HexFormat.of()::parseHex)
                .toList();
    }

    public static void fuzzerTestOneInput(byte[] input) throws LinkLost {
        Script script = new Script(input);
        int chunk = 1 + script.next() * 8;
        SamvRequest request = REQUESTS.get(script.next() % REQUESTS.size());
        ReplyStream stream = ReplyStream.of(script);
        List<Reply> expected = stream.replies();
        framesAreThose(expected, stream, chunk);
        onlyAnAnswerIsTaken(request, stream, new ScriptedLink(stream.bytes(), chunk));
    }

    private static void framesAreThose(List<Reply> expected, ReplyStream stream, int chunk) throws LinkLost {
        ReceiveBuffer buffer = new ReceiveBuffer();
        ScriptedLink link = new ScriptedLink(stream.bytes(), chunk);
        List<Reply> found = new ArrayList<>();
        List<ByteBuffer> views = new ArrayList<>();
        boolean more = true;
        while (more || !buffer.isEmpty()) {
            more = buffer.fill(link, Duration.ofMillis(200));
            for (Optional<Frame> frame = more ? buffer.next() : buffer.nextDespiteGap();
                    frame.isPresent();
                    frame = buffer.next()) {
                views.add(frame.get().data());
                found.add(reply(frame.get(), expected, found.size()));
            }
        }
        unless(found.size() == expected.size(), "every intact frame is found");
        unless(buffer.isNoisy() != stream.isClean(), "noise is what belongs to no frame");
        buffer.wipe();
        unless(views.stream().allMatch(ReplyFuzz::isZero), "nothing is left after a wipe");
    }

    private static Reply reply(Frame frame, List<Reply> expected, int index) {
        unless(index < expected.size(), "no frame is found that is none");
        Reply reply = expected.get(index);
        unless(frame.length() == reply.length() && isSame(frame.data(), reply.payload()), "the frame is the one sent");
        unless(frame.status().isSuccess() == reply.isSuccess(), "success is zero words and 90 or 9F");
        return reply;
    }

    private static void onlyAnAnswerIsTaken(SamvRequest request, ReplyStream stream, ScriptedLink link)
            throws LinkLost {
        SamvReply reply = new SamvExchange(link.time()).ask(request, link);
        List<Reply> expected = stream.replies();
        Optional<Reply> answer =
                expected.stream().filter(sent -> answers(request, sent)).findFirst();
        boolean done = answer.filter(Reply::isSuccess).isPresent();
        boolean lostInNoise = done && !stream.isClean() && reply instanceof SamvReply.GiveUp;
        boolean same = done == reply instanceof SamvReply.Done;
        unless(same || lostInNoise, "a request is done when its own success comes first");
        if (reply instanceof SamvReply.Done taken) {
            unless(isSame(taken.data(), answer.orElseThrow().payload()), "the data are those of the answer");
            if (request == SamvRequest.NUMBER) {
                numberIsPrintedWhole(taken.data());
            }
        }
        if (reply instanceof SamvReply.NoCard) {
            boolean said = expected.stream().anyMatch(sent -> sent.verdict() == 0x80);
            unless(said, "an empty field is never guessed");
        }
    }

    /** As the protocol tells replies apart: by length, and refusals that only one request can have. */
    private static boolean answers(SamvRequest request, Reply reply) {
        int success = request == SamvRequest.FIND ? 0x9F : 0x90;
        if (reply.isSuccess()) {
            return reply.verdict() == success && reply.length() == SUCCESS_LENGTHS.get(REQUESTS.indexOf(request));
        }
        boolean another = switch (reply.verdict()) {
            case 0x41 -> request == SamvRequest.FIND;
            case 0x80 -> request != SamvRequest.FIND;
            case 0x81 -> request != SamvRequest.SELECT;
            default -> false;
        };
        return reply.length() == 4 && !another;
    }

    private static void numberIsPrintedWhole(ByteBuffer payload) {
        byte[] raw = new byte[16];
        payload.get(0, raw);
        SamNumber number = SamNumber.of(payload);
        unless(Arrays.equals(HexFormat.of().parseHex(number.hex()), raw), "a module's number is its bytes");
        long[] parts = Arrays.stream(number.printed().split("[.-]"))
                .mapToLong(Long::parseLong)
                .toArray();
        boolean whole = parts.length == 5
                && parts[0] == little(raw, 0, 2)
                && parts[1] == little(raw, 2, 2)
                && parts[2] == little(raw, 4, 4)
                && parts[3] == little(raw, 8, 4)
                && parts[4] == little(raw, 12, 4);
        unless(whole, "a module's number is printed in five unsigned parts");
    }

    private static long little(byte[] raw, int at, int octets) {
        long value = 0;
        for (int i = octets - 1; i >= 0; i--) {
            value = 256 * value + Byte.toUnsignedInt(raw[at + i]);
        }
        return value;
    }

    private static boolean isSame(ByteBuffer view, byte[] bytes) {
        return view.duplicate().clear().equals(ByteBuffer.wrap(bytes));
    }

    private static boolean isZero(ByteBuffer view) {
        ByteBuffer all = view.duplicate().clear();
        boolean zero = true;
        while (all.hasRemaining()) {
            zero &= all.get() == 0;
        }
        return zero;
    }
}
