package org.waypost.drivers.camera.rtsp;

import static org.waypost.drivers.camera.rtsp.PacketReference.pair;
import static org.waypost.drivers.camera.rtsp.PacketReference.unsigned;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Coded pictures in packets by the words of RFC 6184, modes 0 and 1. */
final class UnitReference {
    private static final int MOST_BYTES = 4 << 20;

    private final byte[] parameters;
    private final List<byte[]> pictures = new ArrayList<>();
    private List<PacketReference> current = new ArrayList<>();
    private int before = -1;
    private boolean waits = true;
    private boolean gap;

    UnitReference(byte[] parameters) {
        this.parameters = parameters;
    }

    /** Those that go to the decoder. */
    List<byte[]> pictures() {
        return pictures;
    }

    void accept(PacketReference packet) {
        gap |= before >= 0 && packet.sequence() != (before + 1) % 65_536;
        before = packet.sequence();
        current.add(packet);
        if (packet.last()) {
            Coded coded = new Coded(waits ? parameters : new byte[0]);
            current.forEach(coded::add);
            boolean usable = !gap && coded.sound && (!waits || coded.key);
            if (usable) {
                pictures.add(coded.units.toByteArray());
            }
            waits = !usable;
            gap = false;
            current = new ArrayList<>();
        }
    }

    private static final class Coded {
        private final ByteArrayOutputStream units = new ByteArrayOutputStream();
        private boolean sound = true;
        private boolean key;
        private boolean open;

        Coded(byte[] first) {
            units.writeBytes(first);
        }

        void add(PacketReference packet) {
            byte[] in = packet.content();
            if (in.length < 2) {
                return;
            }
            int type = unsigned(in, 0) % 32;
            if (type == 28) {
                piece(in);
                return;
            }
            open = false;
            if (type == 24) {
                several(in);
            } else {
                unit(in[0], Arrays.copyOfRange(in, 1, in.length));
            }
        }

        private void several(byte[] in) {
            for (int at = 1; at + 2 < in.length; ) {
                int length = pair(in, at);
                at += 2;
                if (length == 0 || at + length > in.length) {
                    sound = false;
                    return;
                }
                unit(in[at], Arrays.copyOfRange(in, at + 1, at + length));
                at += length;
            }
        }

        private void piece(byte[] in) {
            int header = unsigned(in, 1);
            byte[] rest = Arrays.copyOfRange(in, 2, in.length);
            if (header >= 128) {
                unit((byte) (unsigned(in, 0) / 32 * 32 + header % 32), rest);
                open = true;
            } else if (open) {
                append(rest);
            } else {
                sound = false;
            }
            open &= header / 64 % 2 == 0;
        }

        private void unit(byte header, byte[] rest) {
            int type = header & 31;
            sound &= type > 0 && type < 24;
            key |= type == 5 || type == 7;
            append(new byte[] {0, 0, 0, 1, header});
            append(rest);
        }

        private void append(byte[] bytes) {
            boolean room = units.size() + bytes.length <= MOST_BYTES;
            sound &= room;
            if (room) {
                units.writeBytes(bytes);
            }
        }
    }
}
