package org.waypost.drivers.camera.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RtpPacketTest {
    private static Optional<RtpPacket> read(String hex) {
        return RtpPacket.of(ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", ""))));
    }

    @Test
    void readsTheHeader() {
        RtpPacket packet = read("80 9A 1234 00000102 00C0FFEE AABB").orElseThrow();
        assertEquals(
                new RtpPacket(true, 26, 0x1234, 0x102, ByteBuffer.wrap(new byte[] {(byte) 0xAA, (byte) 0xBB})), packet);
    }

    @ParameterizedTest
    @CsvSource({
        "80 1A 0000 00000000 00000000, 0",
        "81 1A 0000 00000000 00000000 11111111 AA, 1",
        "90 1A 0000 00000000 00000000 BEDE0001 22222222 AABB, 2",
        "A0 1A 0000 00000000 00000000 AABBCC 000002, 4",
        "B1 1A 0000 00000000 00000000 11111111 BEDE0000 AA01, 1"
    })
    void leavesOutWhatIsNoPayload(String hex, int length) {
        assertEquals(length, read(hex).orElseThrow().payload().remaining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80",
                "80 1A 0000 00000000 000000",
                "40 1A 0000 00000000 00000000",
                "8F 1A 0000 00000000 00000000",
                "90 1A 0000 00000000 00000000",
                "90 1A 0000 00000000 00000000 BEDE",
                "90 1A 0000 00000000 00000000 BEDEFFFF 11111111",
                "A0 1A 0000 00000000 00000000 AAFF"
            })
    void whatIsTooShortForWhatItSaysIsNone(String hex) {
        assertEquals(Optional.empty(), read(hex));
    }
}
