package org.waypost.drivers.simulated;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * One picture on its way, as it is or spoilt.
 *
 * @param pause before it
 * @param bytes what is sent
 * @param isLast whether the stream then ends
 */
record CameraSending(Duration pause, ByteBuffer bytes, boolean isLast) {

    static CameraSending of(byte[] jpeg, Optional<CameraFault> fault) {
        return fault.map(found -> spoilt(jpeg, found)).orElseGet(() -> sent(jpeg));
    }

    private static CameraSending sent(byte[] bytes) {
        return new CameraSending(Duration.ZERO, ByteBuffer.wrap(bytes), false);
    }

    private static CameraSending spoilt(byte[] jpeg, CameraFault fault) {
        return switch (fault) {
            case CameraFault.Torn torn -> sent(Arrays.copyOf(jpeg, Math.min(torn.bytes(), jpeg.length)));
            case CameraFault.Silence silence -> new CameraSending(silence.time(), ByteBuffer.wrap(jpeg), false);
            case CameraFault.Garbage garbage -> sent(joined(garbage(garbage.bytes()), jpeg));
            case CameraFault.Announced size -> sent(announcing(jpeg, size));
            case CameraFault.Endless endless ->
                sent(joined(Arrays.copyOf(jpeg, jpeg.length - 2), new byte[endless.bytes()]));
            case CameraFault.EndOfStream end -> new CameraSending(Duration.ZERO, ByteBuffer.allocate(0), true);
        };
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(first.length + second.length);
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    /** Bytes with marks of JPEG among them, but no start of a file. */
    private static byte[] garbage(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i % 3 == 0 ? 0xFF : i * 31 % 0xD8);
        }
        return bytes;
    }

    private static byte[] announcing(byte[] jpeg, CameraFault.Announced size) {
        byte[] changed = jpeg.clone();
        int at = 2;
        while (changed[at + 1] != (byte) 0xC0) {
            at += 2 + (((changed[at + 2] & 0xFF) << 8) | (changed[at + 3] & 0xFF));
        }
        changed[at + 5] = (byte) (size.height() >> 8);
        changed[at + 6] = (byte) size.height();
        changed[at + 7] = (byte) (size.width() >> 8);
        changed[at + 8] = (byte) size.width();
        return changed;
    }
}
