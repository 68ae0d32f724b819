package org.waypost.drivers.camera.rtsp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.simulated.H264Specimen;

class H264DecoderTest {
    /** A whole picture of 10,027,008 pixels, and the control, one row of blocks less: 9,961,472. */
    @Test
    void aPictureOfMoreThanTenMegapixelsIsNotDecoded() {
        try (H264Decoder decoder = new H264Decoder()) {
            assertTrue(decoder.decode(stream(4_096, 2_432)).isPresent());
            assertFalse(decoder.decode(stream(4_096, 2_448)).isPresent());
        }
    }

    private static ByteBuffer stream(int width, int height) {
        H264Specimen specimen = H264Specimen.grey(width, height);
        ByteBuffer parameters = specimen.withStartCodes();
        ByteBuffer picture = specimen.picture();
        ByteBuffer whole = ByteBuffer.allocate(parameters.remaining() + 4 + picture.remaining());
        return whole.put(parameters).putInt(1).put(picture).flip();
    }
}
