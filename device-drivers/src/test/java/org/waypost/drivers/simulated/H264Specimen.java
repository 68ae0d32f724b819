package org.waypost.drivers.simulated;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Random;

/**
 * A grey picture in H.264, and its parameters.
 *
 * @param sequenceParameters a unit
 * @param pictureParameters a unit
 * @param picture a unit
 */
public record H264Specimen(ByteBuffer sequenceParameters, ByteBuffer pictureParameters, ByteBuffer picture) {

    /** Of a size in multiples of 16. */
    public static H264Specimen grey(int width, int height) {
        PlainH264 stream = new PlainH264(width, height);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        return new H264Specimen(stream.sequenceParameters(), stream.pictureParameters(), stream.picture(image, 0));
    }

    @Override
    public ByteBuffer sequenceParameters() {
        return sequenceParameters.duplicate();
    }

    @Override
    public ByteBuffer pictureParameters() {
        return pictureParameters.duplicate();
    }

    @Override
    public ByteBuffer picture() {
        return picture.duplicate();
    }

    /** The same picture under another announced size. */
    public H264Specimen announcing(int width, int height) {
        return new H264Specimen(new PlainH264(width, height).sequenceParameters(), pictureParameters, picture);
    }

    /** With a few bits flipped anywhere. */
    public H264Specimen damaged(Random random) {
        return new H264Specimen(
                flipped(sequenceParameters, random), flipped(pictureParameters, random), flipped(picture, random));
    }

    private static ByteBuffer flipped(ByteBuffer unit, Random random) {
        byte[] bytes = new byte[unit.remaining()];
        unit.duplicate().get(bytes);
        for (int i = random.nextInt(4); i > 0; i--) {
            bytes[random.nextInt(Math.min(bytes.length, 40))] ^= (byte) (1 << random.nextInt(8));
        }
        return ByteBuffer.wrap(bytes);
    }

    /** Both parameter sets as a stream of bytes has them (ITU-T H.264, annex B). */
    public ByteBuffer withStartCodes() {
        byte[] code = {0, 0, 0, 1};
        ByteBuffer both = ByteBuffer.allocate(128).put(code).put(sequenceParameters());
        return both.put(code).put(pictureParameters()).flip();
    }
}
