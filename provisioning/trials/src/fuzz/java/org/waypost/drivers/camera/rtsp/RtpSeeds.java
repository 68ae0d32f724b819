package org.waypost.drivers.camera.rtsp;

import java.util.stream.Stream;

/** Packets for the fuzzer to begin with: a kind, then a length and a packet, as often as wanted. */
final class RtpSeeds {
    private RtpSeeds() {}

    static Stream<String> all() {
        return Stream.concat(jpeg(), h264());
    }

    private static String packet(int sequence, boolean last, String payload) {
        return framed("80" + (last ? "9a" : "1a") + "%04x".formatted(sequence) + "00000001" + "00000007", payload);
    }

    private static String framed(String header, String payload) {
        return "%02x".formatted((header.length() + payload.length()) / 2) + header + payload;
    }

    private static Stream<String> jpeg() {
        String scan = "28a28a00";
        String own = "00000080" + "01".repeat(64) + "02".repeat(64);
        String one = "00000040" + "03".repeat(64);
        String fill = packet(1, false, "0000000001320202ee");
        StringBuilder large = new StringBuilder("80").append(fill);
        int offset = 65_000 - 12 - 8;
        for (int i = 1; i < 65; i++) {
            large.append(packet(1, false, "%08x".formatted(i * offset) + "01320202ee"));
        }
        return Stream.of(
                "00" + packet(1, true, "0000000001320202" + scan),
                "00" + packet(1, false, "00000000000a0202" + scan) + packet(2, true, "00000004000a0202" + "ffd9"),
                "00" + packet(1, true, "0000000041320202" + "0007ffff" + scan),
                "00" + packet(1, true, "0000000041320202" + "0000ffff" + scan),
                "00" + packet(1, true, "0000000001ff0202" + own + scan)
                        + packet(2, true, "0000000001ff0202" + "00000000"),
                "00" + packet(1, true, "0000000001800202" + one + scan)
                        + packet(2, true, "000000000180020200000000" + scan),
                "00" + packet(1, true, "0000000001800202" + "00010080" + "01".repeat(128)),
                "00" + packet(1, true, "0000000001800202" + "00000080" + "01".repeat(90)),
                "00" + packet(1, true, "0000000001800202" + "000000"),
                "00" + packet(1, true, "00000000018102020000" + "0030" + "01".repeat(48)),
                "00" + packet(1, true, "0000000001640202") + packet(1, true, "0000000002320202"),
                "00" + packet(1, true, "0000000001320002") + packet(1, true, "0000000001320200")
                        + packet(1, true, "00"),
                "00" + packet(1, true, "0000000041320202" + "0007"),
                "00" + packet(1, true, "0000000501320202" + scan) + packet(1, false, "0000000001630202" + scan)
                        + framed("809a0002" + "00000002" + "00000007", "0000000401630202" + scan),
                "00" + framed("90800001" + "00000001" + "00000007" + "0000" + "0001" + "aaaaaaaa", "0000000001320202"),
                "00" + framed("908000010000000100000007", "0000") + framed("90800001000000010000000700000009", ""),
                "00" + framed("a08000010000000100000007", "0000000001320202" + "aabb02")
                        + framed("a08000010000000100000007", "ff"),
                "00" + framed("818000010000000100000007" + "deadbeef", "0000000001320202")
                        + framed("4080", "00".repeat(12)),
                large.toString());
    }

    private static Stream<String> h264() {
        String parameters = "18" + "0003670102" + "000268ce";
        StringBuilder large = new StringBuilder("81").append(packet(1, false, "6501ee"));
        for (int i = 2; i < 65; i++) {
            large.append(packet(i, i == 64 || i == 10, "6501ee"));
        }
        String within = "01" + packet(0xFFFF, true, "6588") + packet(0, true, "4188") + packet(0x8000, true, "6588");
        String over = packet(0x8001, true, "6588") + packet(0x8002, true, "4188");
        return Stream.of(
                "01" + packet(1, false, parameters) + packet(2, true, "6588"),
                "03" + packet(1, true, "6588") + packet(2, true, "41aa") + packet(4, true, "41ab")
                        + packet(5, true, "41ac"),
                "03" + packet(1, true, "4188") + packet(2, true, "6788"),
                "01" + packet(1, false, "7c85aa") + packet(2, false, "7c05bb") + packet(3, true, "7c45cc"),
                "01" + packet(1, false, "7c85aa") + packet(2, false, "0601") + packet(3, true, "7c45cc"),
                "01" + packet(1, true, "7c05bb") + packet(2, true, "7c98aa") + packet(3, true, "7cc5aa"),
                "01" + packet(1, true, "18000065") + packet(2, true, "18000965") + packet(3, true, "18000065"),
                "01" + packet(1, true, "0065") + packet(2, true, "1d65") + packet(3, true, "65")
                        + packet(4, true, "180001780165"),
                "81" + packet(1, true, "18fdd965ee") + packet(2, true, "18fdda65ee"),
                within + over,
                large.toString());
    }
}
