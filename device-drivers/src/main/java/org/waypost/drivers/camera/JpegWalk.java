package org.waypost.drivers.camera;

/**
 * Walks through a stream of bytes by the markers of ITU-T T.81, annex B: segments by their lengths, scans to the next
 * marker. The end of a thumbnail inside a segment is therefore not taken for the end of the file; a start inside a scan
 * is the start of the next file, whose predecessor was torn. Used by one thread.
 */
final class JpegWalk {
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;

    /** Scans of one file; each costs a decoder a pass over all pixels. */
    private static final int MOST_SCANS = 32;

    private State state = State.OUTSIDE;
    private int count;
    private int left;
    private int scans;
    private boolean scanFollows;

    /** What the bytes of a step are. */
    enum Part {
        /** No part of a file, or of one that turned out to be torn. */
        OTHER,
        /** The second byte of the mark that starts a file. */
        START,
        BODY,
        /** The last of a file. */
        END
    }

    private enum State {
        OUTSIDE,
        OUTSIDE_PREFIX,
        MARKER,
        CODE,
        LENGTH,
        LENGTH_LOW,
        SEGMENT,
        SCAN,
        SCAN_PREFIX
    }

    /** Bytes of the last step, at least 1. */
    int count() {
        return count;
    }

    /** Leaves the file it is in: what follows is none until the next start. */
    void abandon() {
        state = State.OUTSIDE;
    }

    /**
     * Goes on by one step.
     *
     * @param at first byte, below {@code end}
     */
    Part step(byte[] bytes, int at, int end) {
        count = 1;
        int next = bytes[at] & 0xFF;
        return switch (state) {
            case OUTSIDE -> upToPrefix(bytes, at, end, State.OUTSIDE_PREFIX, Part.OTHER);
            case OUTSIDE_PREFIX -> next == START_OF_IMAGE ? start() : outside(next);
            case MARKER -> next == 0xFF ? go(State.CODE) : torn();
            case CODE -> code(next);
            case LENGTH -> length(next << 8, State.LENGTH_LOW);
            case LENGTH_LOW -> length(left + next - 2, State.SEGMENT);
            case SEGMENT -> segment(end - at);
            case SCAN -> upToPrefix(bytes, at, end, State.SCAN_PREFIX, Part.BODY);
            case SCAN_PREFIX -> inScan(next);
        };
    }

    private Part upToPrefix(byte[] bytes, int at, int end, State found, Part part) {
        int to = at;
        while (to < end && bytes[to] != (byte) 0xFF) {
            to++;
        }
        count = to - at;
        if (to < end) {
            count++;
            state = found;
        }
        return part;
    }

    private Part go(State to) {
        state = to;
        return Part.BODY;
    }

    private Part start() {
        scans = 0;
        state = State.MARKER;
        return Part.START;
    }

    private Part outside(int next) {
        state = next == 0xFF ? State.OUTSIDE_PREFIX : State.OUTSIDE;
        return Part.OTHER;
    }

    private Part torn() {
        state = State.OUTSIDE;
        return Part.OTHER;
    }

    private Part code(int code) {
        if (code == START_OF_IMAGE) {
            return start();
        }
        if (code == 0xFF) {
            return Part.BODY;
        }
        if (code <= 1 || (code >= 0xD0 && code <= END_OF_IMAGE)) {
            return torn();
        }
        scanFollows = code == START_OF_SCAN;
        scans += scanFollows ? 1 : 0;
        return scans > MOST_SCANS ? torn() : go(State.LENGTH);
    }

    private Part length(int value, State then) {
        left = value;
        if (then == State.SEGMENT && left <= 0) {
            return left < 0 ? torn() : go(afterSegment());
        }
        return go(then);
    }

    private Part segment(int available) {
        count = Math.min(left, available);
        left -= count;
        return go(left == 0 ? afterSegment() : State.SEGMENT);
    }

    private State afterSegment() {
        return scanFollows ? State.SCAN : State.MARKER;
    }

    private Part inScan(int code) {
        if (code == END_OF_IMAGE) {
            state = State.OUTSIDE;
            return Part.END;
        }
        boolean ofTheScan = code == 0 || (code >= 0xD0 && code <= 0xD7);
        return ofTheScan ? go(State.SCAN) : code(code);
    }
}
