package org.waypost.drivers.passport;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.util.Arrays;
import org.waypost.drivers.fuzz.Script;

/** A chip with one file that never ends, sent in pieces whose sizes come from a script. */
final class PiecemealChip implements CardChannel {
    /** Bytes of a file that an honest chip sends at once at least: a tag and the longest length. */
    static final int HEAD = 6;

    private static final int MANY = 70_000;
    private static final int EXTENDED = 1;
    private static final int EMPTY = 2;
    private static final int SHORT_END = 4;
    private static final int ABSENT = 8;
    private static final int REFUSING = 16;
    private static final int WRONG_OBJECT = 32;
    private static final int TORN_OBJECT = 64;
    private static final int MORE_THAN_ASKED = 128;

    /** Above 32 KiB the offset of even READ BINARY would be taken for the short name of another file. */
    private static final int NO_SHORT_NAMES = 0x6A86;

    private final int habits;
    private final byte[] head;
    private final Script pieces;
    private int commands;
    private int most = 1;

    PiecemealChip(int habits, byte[] head, Script pieces) {
        this.habits = habits;
        this.head = head;
        this.pieces = pieces;
    }

    private boolean has(int habit) {
        return (habits & habit) != 0;
    }

    /** Whether it keeps to ISO/IEC 7816-4. */
    boolean isHonest() {
        return (habits & ~EXTENDED) == 0;
    }

    boolean isAbsent() {
        return has(ABSENT);
    }

    /** Bytes of the file by its own length, header included; -1 if the header is none. */
    long announced() {
        int first = head[1] & 0xFF;
        if (first < 128) {
            return 2L + first;
        }
        long length = 0;
        for (int i = 0; i < first - 128; i++) {
            length = 256 * length + (i < HEAD - 2 ? head[2 + i] & 0xFF : 0);
        }
        return first == 128 || first > 131 ? -1 : 2 + first - 128 + length;
    }

    byte[] first(int count) {
        return part(0, count);
    }

    private byte[] part(int offset, int count) {
        byte[] part = new byte[count];
        for (int i = 0; i < count; i++) {
            part[i] = offset + i < head.length ? head[offset + i] : (byte) (((offset + i) * 31) >> 3);
        }
        return part;
    }

    @Override
    public byte[] transmit(byte[] command) {
        unless(commands++ < MANY, "no chip is asked for ever");
        return switch (command[1] & 0xFF) {
            case 0xA4 -> status(has(ABSENT) ? 0x6A82 : has(REFUSING) ? 0x6982 : 0x9000);
            case 0xB0 -> command[2] < 0 ? status(NO_SHORT_NAMES) : answer(piece(even(command), asked(command, 4)));
            case 0xB1 -> answer(object(odd(command), wanted(command)));
            default -> status(0x6D00);
        };
    }

    private static int even(byte[] command) {
        return 256 * command[2] + (command[3] & 0xFF);
    }

    /** Of object 54. */
    private static int odd(byte[] command) {
        int at = command[4] == 0 ? 9 : 7;
        return 256 * (command[at] & 0xFF) + (command[at + 1] & 0xFF);
    }

    /** Le, in one byte or in two or three. */
    private static int asked(byte[] command, int at) {
        int octets = command.length - at;
        int last = command[command.length - 1] & 0xFF;
        return octets == 1 ? (last == 0 ? 256 : last) : 256 * (command[command.length - 2] & 0xFF) + last;
    }

    private static int wanted(byte[] command) {
        boolean extended = command[4] == 0;
        return asked(command, extended ? 11 : 9);
    }

    private byte[] piece(int offset, int asked) {
        int size = has(EMPTY) && pieces.next() == 0 ? 0 : Math.max(HEAD, asked * most() / 255);
        return part(offset, Math.min(size, asked) + (has(MORE_THAN_ASKED) ? 3 : 0));
    }

    private int most() {
        most = pieces.hasMore() ? Math.max(1, pieces.next()) : Math.max(most, 64);
        return most;
    }

    /** The header of object 53 takes 2 to 4 of the bytes asked for. */
    private byte[] object(int offset, int asked) {
        byte[] value = piece(offset, Math.max(1, asked - 4));
        byte[] object = new byte[4 + value.length];
        object[0] = (byte) (has(WRONG_OBJECT) ? 0x54 : 0x53);
        object[1] = (byte) 0x82;
        object[2] = (byte) (value.length >> 8);
        object[3] = (byte) value.length;
        System.arraycopy(value, 0, object, 4, value.length);
        return has(TORN_OBJECT) ? Arrays.copyOf(object, object.length - 1) : object;
    }

    private byte[] answer(byte[] content) {
        byte[] answer = Arrays.copyOf(content, content.length + 2);
        System.arraycopy(status(has(SHORT_END) ? 0x6282 : 0x9000), 0, answer, content.length, 2);
        return answer;
    }

    private static byte[] status(int word) {
        return new byte[] {(byte) (word >> 8), (byte) word};
    }

    @Override
    public boolean extendedLength() {
        return has(EXTENDED);
    }

    @Override
    public void close() {}
}
