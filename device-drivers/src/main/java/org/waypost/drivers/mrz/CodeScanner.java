package org.waypost.drivers.mrz;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/**
 * Replies and texts of a scan engine. A reply begins with 02 and stands before the text; a text ends with silence, and
 * with CR where the engine is set so. A character that is not printable stays as a question mark: a code of some other
 * use is no fault of the line.
 */
final class CodeScanner implements FrameScanner {
    /** Longest text that is kept; more is still gathered to its end, and refused by its length. */
    private static final int LONGEST = 2048;

    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    private static final int ACK = 0x06;
    private static final int LONGEST_REPLY = 64;
    private static final int LENGTH_AT = 3;
    private static final int AROUND = 6;
    private static final Pattern LINE_ENDS = Pattern.compile("[\r\n]+$");

    private final CodeEngine engine;
    private final Gathered text = new Gathered(LONGEST);
    private final ByteArrayOutputStream reply = new ByteArrayOutputStream();

    CodeScanner(CodeEngine engine) {
        this.engine = engine;
    }

    @Override
    public Scan take(int character) {
        boolean replying = reply.size() > 0 || (text.length() == 0 && character == STX && engine.terminates());
        return replying ? reply(character) : text(character);
    }

    @Override
    public Scan silence() {
        if (reply.size() > 0) {
            return Scan.Signal.BROKEN;
        }
        String gathered = text.text();
        if (gathered.isEmpty()) {
            return Scan.Signal.NOTHING;
        }
        boolean ended = Gathered.isLineEnd(gathered.charAt(gathered.length() - 1)) || gathered.length() == LONGEST;
        return ended || !engine.terminates()
                ? new Scan.Message(LINE_ENDS.matcher(gathered).replaceAll(""))
                : Scan.Signal.BROKEN;
    }

    @Override
    public void reset() {
        text.wipe();
        reply.reset();
    }

    private Scan text(int character) {
        if (text.length() == 0 && Gathered.isLineEnd(character)) {
            return Scan.Signal.NOTHING;
        }
        text.add(Gathered.isText(character) ? character : '?');
        return Scan.Signal.GATHERING;
    }

    private Scan reply(int character) {
        reply.write(character);
        Scan scan = engine == CodeEngine.GM65 ? gm65() : statusBytes(character);
        if (scan == Scan.Signal.CONFIRMED) {
            reply.reset();
        }
        return scan;
    }

    private Scan gm65() {
        byte[] frame = reply.toByteArray();
        if (frame.length <= LENGTH_AT || frame.length < AROUND + (frame[LENGTH_AT] & 0xFF)) {
            return Scan.Signal.GATHERING;
        }
        if (frame[1] != 0 || !Gm65Frame.crcHolds(frame)) {
            return Scan.Signal.BROKEN;
        }
        return frame[2] == 0 ? Scan.Signal.CONFIRMED : Scan.Signal.REFUSED;
    }

    private Scan statusBytes(int character) {
        if (character != ETX) {
            return reply.size() < LONGEST_REPLY ? Scan.Signal.GATHERING : Scan.Signal.BROKEN;
        }
        byte[] frame = reply.toByteArray();
        return frame.length > 2 && frame[frame.length - LENGTH_AT] == ACK ? Scan.Signal.CONFIRMED : Scan.Signal.REFUSED;
    }
}
