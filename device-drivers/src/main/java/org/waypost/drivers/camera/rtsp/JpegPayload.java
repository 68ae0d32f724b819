package org.waypost.drivers.camera.rtsp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** JPEG pictures in packets (RFC 2435). A picture of which a piece is missing or out of place is dropped. */
final class JpegPayload implements RtpPayload {
    /** Longest file, as of all cameras; a picture of 2040 pixels a side needs less. */
    private static final int MOST_BYTES = 4 << 20;

    /** Quality of pictures whose tables are sent with each. */
    private static final int EACH_ITS_OWN = 255;

    private final byte[] file = new byte[MOST_BYTES];
    private final ByteBuffer out = ByteBuffer.wrap(file);
    private int longest;
    private int head;
    private int timestamp;
    private int kept;
    private Optional<QuantTables> keptTables = Optional.empty();

    @Override
    public Optional<ByteBuffer> accept(RtpPacket packet) {
        ByteBuffer piece = packet.payload();
        Optional<JpegFragment> fragment = JpegFragment.read(piece);
        if (fragment.isEmpty()) {
            return drop();
        }
        if (fragment.get().offset() == 0) {
            begin(fragment.get(), packet.timestamp());
        }
        if (!isNext(fragment.get(), packet.timestamp()) || out.remaining() < piece.remaining() + 2) {
            return drop();
        }
        out.put(piece);
        longest = Math.max(longest, out.position());
        return packet.isLast() ? whole() : Optional.empty();
    }

    private Optional<ByteBuffer> drop() {
        out.clear();
        head = 0;
        return Optional.empty();
    }

    private void begin(JpegFragment first, int moment) {
        drop();
        Optional<QuantTables> tables = tables(first);
        if (tables.isPresent()) {
            timestamp = moment;
            JpegHead.write(out, first, tables.get());
            head = out.position();
        }
    }

    /** Of the picture's own tables, which may be sent once only for each quality below 255 (section 3.1.8). */
    private Optional<QuantTables> tables(JpegFragment first) {
        if (first.quality() < 128) {
            return Optional.of(QuantTables.scaled(first.quality()));
        }
        if (first.quality() == EACH_ITS_OWN) {
            return first.tables();
        }
        if (first.tables().isPresent()) {
            kept = first.quality();
            keptTables = first.tables();
        }
        return kept == first.quality() ? keptTables : Optional.empty();
    }

    private boolean isNext(JpegFragment fragment, int moment) {
        return head > 0 && moment == timestamp && fragment.offset() == out.position() - head;
    }

    private Optional<ByteBuffer> whole() {
        int end = out.position();
        if (file[end - 2] != (byte) 0xFF || file[end - 1] != (byte) 0xD9) {
            out.putShort((short) 0xFFD9);
        }
        longest = Math.max(longest, out.position());
        Optional<ByteBuffer> picture = Optional.of(ByteBuffer.wrap(file, 0, out.position()));
        drop();
        return picture;
    }

    @Override
    public void close() {
        Arrays.fill(file, 0, longest, (byte) 0);
    }
}
