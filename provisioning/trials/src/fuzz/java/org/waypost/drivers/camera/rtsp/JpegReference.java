package org.waypost.drivers.camera.rtsp;

import static org.waypost.drivers.camera.rtsp.PacketReference.pair;
import static org.waypost.drivers.camera.rtsp.PacketReference.unsigned;
import static org.waypost.drivers.fuzz.Finding.unless;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Pictures in packets by the words of RFC 2435. */
final class JpegReference {
    private static final int MOST_BYTES = 4 << 20;
    /** What stands before the scan, by ITU-T T.81: six bytes more with restarts. */
    private static final int HEAD = 2 + 2 * 69 + 19 + 2 * (2 + 19 + 12) + 2 * (2 + 19 + 162) + 14;

    private Optional<Picture> begun = Optional.empty();
    private int keptQuality;
    private Optional<byte[]> kept = Optional.empty();

    /** @param tables 128 bytes, luminance first */
    record Picture(
            int moment, int type, int width, int height, int restart, ByteBuffer tables, ByteArrayOutputStream scan) {

        /** Whether a file is this picture. */
        void isIn(byte[] file) {
            int at = 2;
            int tablesSeen = 0;
            int codes = 0;
            unless(pair(file, 0) == 0xFFD8, "a file begins");
            for (int marker = pair(file, at); marker != 0xFFDA; marker = pair(file, at)) {
                switch (marker) {
                    case 0xFFDB -> tablesSeen += table(file, at);
                    case 0xFFDD -> unless(restart > 0 && pair(file, at + 4) == restart, "restarts as announced");
                    case 0xFFC0 -> frame(file, at);
                    case 0xFFC4 -> codes++;
                    default -> unless(false, "no other segment");
                }
                at += 2 + pair(file, at + 2);
            }
            unless(tablesSeen == 2 && codes == 4, "two tables and four codes");
            unless(at + 14 == HEAD + (restart > 0 ? 6 : 0), "the head is as long as it has to be");
            ends(Arrays.copyOfRange(file, at + 14, file.length));
        }

        private int table(byte[] file, int at) {
            int id = file[at + 4];
            unless(tables.slice(64 * id, 64).equals(ByteBuffer.wrap(file, at + 5, 64)), "a table is the picture's");
            return 1;
        }

        private void frame(byte[] file, int at) {
            unless(pair(file, at + 5) == height && pair(file, at + 7) == width, "the size is the one announced");
            unless(file[at + 11] == (type == 0 ? 0x21 : 0x22), "so are the colours");
        }

        private void ends(byte[] found) {
            byte[] sent = scan.toByteArray();
            boolean ended = sent.length >= 2 && pair(sent, sent.length - 2) == 0xFFD9;
            if (!ended) {
                sent = Arrays.copyOf(sent, sent.length + 2);
                sent[sent.length - 2] = (byte) 0xFF;
                sent[sent.length - 1] = (byte) 0xD9;
            }
            unless(Arrays.equals(sent, found), "the scan is what was sent, and ends");
        }
    }

    Optional<Picture> accept(PacketReference packet) {
        byte[] in = packet.content();
        if (in.length < 8 || !isKnown(in)) {
            return dropped();
        }
        int at = unsigned(in, 4) >= 64 ? 12 : 8;
        if (in.length < at) {
            return dropped();
        }
        int offset = 65_536 * unsigned(in, 1) + pair(in, 2);
        if (offset == 0) {
            begun = Optional.empty();
            at = begin(packet, at);
        }
        if (at < 0 || begun.isEmpty() || begun.get().moment() != packet.timestamp()) {
            return dropped();
        }
        Picture picture = begun.get();
        int head = HEAD + (picture.restart() > 0 ? 6 : 0);
        int after = head + picture.scan().size() + in.length - at;
        if (offset != picture.scan().size() || after + 2 > MOST_BYTES) {
            return dropped();
        }
        picture.scan().write(in, at, in.length - at);
        if (packet.last()) {
            begun = Optional.empty();
            return Optional.of(picture);
        }
        return Optional.empty();
    }

    private Optional<Picture> dropped() {
        begun = Optional.empty();
        return Optional.empty();
    }

    private static boolean isKnown(byte[] in) {
        int type = unsigned(in, 4);
        int quality = unsigned(in, 5);
        boolean scaled = quality > 0 && quality < 100;
        return (type == 0 || type == 1 || type == 64 || type == 65)
                && (scaled || quality > 127)
                && in[6] != 0
                && in[7] != 0;
    }

    /** Where the scan begins; -1 where it is of no use. */
    private int begin(PacketReference packet, int from) {
        byte[] in = packet.content();
        int quality = unsigned(in, 5);
        int at = from;
        Optional<byte[]> tables = Optional.empty();
        if (quality < 100) {
            tables = Optional.of(StandardTables.scaled(quality));
        } else {
            if (in.length < at + 4) {
                return -1;
            }
            int length = pair(in, at + 2);
            if (length > 0) {
                boolean sound = in[at + 1] == 0 && (length == 64 || length == 128) && in.length >= at + 4 + length;
                if (!sound) {
                    return -1;
                }
                tables = Optional.of(both(Arrays.copyOfRange(in, at + 4, at + 4 + length)));
            }
            at += 4 + length;
            tables = remembered(quality, tables);
        }
        int restart = from == 12 ? pair(in, 8) : 0;
        begun = tables.map(own -> new Picture(
                packet.timestamp(),
                unsigned(in, 4) % 64,
                8 * unsigned(in, 6),
                8 * unsigned(in, 7),
                restart,
                ByteBuffer.wrap(own),
                new ByteArrayOutputStream()));
        return at;
    }

    private Optional<byte[]> remembered(int quality, Optional<byte[]> sent) {
        if (quality == 255) {
            return sent;
        }
        if (sent.isPresent()) {
            keptQuality = quality;
            kept = sent;
        }
        return keptQuality == quality ? kept : Optional.empty();
    }

    private static byte[] both(byte[] sent) {
        byte[] both = Arrays.copyOf(sent, 128);
        System.arraycopy(sent, sent.length - 64, both, 64, 64);
        return both;
    }
}
