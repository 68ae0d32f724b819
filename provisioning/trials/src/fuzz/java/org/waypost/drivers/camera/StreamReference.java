package org.waypost.drivers.camera;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The JPEG files in a whole stream, by the words of ITU-T T.81, annex B, and the limits of the product. */
final class StreamReference {
    private static final int MOST_SCANS = 32;
    private static final int TORN = -1;

    private final byte[] bytes;

    StreamReference(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whole ones, within the limits, in their order. */
    List<byte[]> pictures() {
        List<byte[]> found = new ArrayList<>();
        int at = 0;
        while (at + 1 < bytes.length) {
            if (word(at) != 0xFFD8) {
                at++;
                continue;
            }
            Walk walk = new Walk(at + 2);
            walk.go();
            if (walk.end != TORN) {
                byte[] file = Arrays.copyOfRange(bytes, at, walk.end);
                if (new StreamReference(file).isWithinLimits()) {
                    found.add(file);
                }
            }
            at = walk.at;
        }
        return found;
    }

    private int unsigned(int at) {
        return Byte.toUnsignedInt(bytes[at]);
    }

    private int word(int at) {
        return 256 * unsigned(at) + unsigned(at + 1);
    }

    /** From behind a start: {@code at} is where the search for the next start goes on. */
    private final class Walk {
        private int at;
        private int end = TORN;

        Walk(int at) {
            this.at = at;
        }

        void go() {
            int scans = 0;
            while (at < bytes.length && unsigned(at) == 0xFF) {
                int marker = at + 1;
                while (marker < bytes.length && unsigned(marker) == 0xFF) {
                    marker++;
                }
                if (marker >= bytes.length) {
                    at = bytes.length;
                    return;
                }
                int code = unsigned(marker);
                at = code == 0xD8 ? marker - 1 : marker + 1;
                if (code <= 1 || (code >= 0xD0 && code <= 0xD9)) {
                    return;
                }
                scans += code == 0xDA ? 1 : 0;
                if (scans > MOST_SCANS) {
                    return;
                }
                if (!passed(code == 0xDA)) {
                    return;
                }
            }
            at = Math.min(at + 1, bytes.length);
        }

        /** A segment and, behind its header, a scan; whether another marker stands at {@code at}. */
        private boolean passed(boolean scan) {
            if (at + 2 > bytes.length) {
                at = bytes.length;
                return false;
            }
            int length = word(at);
            at += length < 2 ? 2 : length;
            return length >= 2 && (!scan || throughScan());
        }

        /** To the marker that ends it; whether it is one that the file goes on with. */
        private boolean throughScan() {
            while (at < bytes.length) {
                if (unsigned(at) != 0xFF) {
                    at++;
                    continue;
                }
                int marker = at + 1;
                while (marker < bytes.length && unsigned(marker) == 0xFF) {
                    marker++;
                }
                if (marker >= bytes.length) {
                    break;
                }
                int code = unsigned(marker);
                if (code == 0xD9) {
                    at = marker + 1;
                    end = at;
                    return false;
                }
                if (code != 0 && (code < 0xD0 || code > 0xD7)) {
                    return true;
                }
                at = marker + 1;
            }
            at = bytes.length;
            return false;
        }
    }

    /** Of the first frame header: eight bits, one or three components, at most 4096 a side and ten megapixels. */
    private boolean isWithinLimits() {
        int at = 2;
        while (at + 9 < bytes.length && unsigned(at) == 0xFF) {
            int marker = unsigned(at + 1);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker <= 1 || (marker >= 0xD0 && marker <= 0xD9)) {
                return false;
            }
            if (marker == 0xC0 || (marker / 16 == 0xC && marker % 4 != 0)) {
                return isWithinLimits(at);
            }
            at += 2 + Math.max(2, word(at + 2));
        }
        return false;
    }

    private boolean isWithinLimits(int frame) {
        long height = word(frame + 5);
        long width = word(frame + 7);
        int components = unsigned(frame + 9);
        return unsigned(frame + 4) == 8
                && (components == 1 || components == 3)
                && Math.min(height, width) > 0
                && Math.max(height, width) <= 4_096
                && height * width <= 10_000_000;
    }
}
