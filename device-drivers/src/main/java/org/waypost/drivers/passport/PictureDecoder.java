package org.waypost.drivers.passport;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.waypost.drivers.device.Portrait;

/**
 * Decodes the picture of DG2. The limits of {@link PictureHeader} are held against the file first, the decoder's own
 * reading of the header and the decoded size against that. Decoders throw unchecked exceptions for torn files, and
 * JJ2000 plain errors: the one seam to ImageIO catches them. Nothing is cached on disk.
 */
final class PictureDecoder {
    private PictureDecoder() {}

    /** Empty if it is no picture within the limits. The caller wipes the file. */
    static Optional<Portrait> decode(byte[] file) {
        return PictureHeader.of(file).flatMap(header -> decode(file, header));
    }

    /** Empty if the decoder does not find what the header says, before it takes memory for pixels. */
    static Optional<Portrait> decode(byte[] file, PictureHeader header) {
        try (ImageInputStream stream = stream(file, header.kind())) {
            ImageReader reader = reader(header.kind());
            try {
                reader.setInput(stream, true, true);
                return isAnnounced(reader, header) ? read(reader, header) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (VirtualMachineError broken) {
            throw broken;
        } catch (IOException | RuntimeException | Error torn) {
            return Optional.empty();
        }
    }

    /** Whether the decoder itself found the header that was held against the limits; it reads no more for that. */
    private static boolean isAnnounced(ImageReader reader, PictureHeader header) throws IOException {
        return reader.getWidth(0) == header.width() && reader.getHeight(0) == header.height();
    }

    private static Optional<Portrait> read(ImageReader reader, PictureHeader header) throws IOException {
        return Optional.of(reader.read(0))
                .filter(image -> image.getWidth() == header.width() && image.getHeight() == header.height())
                .map(PictureDecoder::portrait);
    }

    private static ImageInputStream stream(byte[] file, PictureHeader.Kind kind) {
        return switch (kind) {
            case JPEG -> new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
            case JPEG_2000 -> new EndingStream(file);
        };
    }

    /** JJ2000 reads the end of a file as ones, and counts them for ever: here the end is an exception. */
    private static final class EndingStream extends MemoryCacheImageInputStream {
        EndingStream(byte[] file) {
            super(new ByteArrayInputStream(file));
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next < 0) {
                throw new EOFException();
            }
            return next;
        }
    }

    private static ImageReader reader(PictureHeader.Kind kind) throws IOException {
        return switch (kind) {
            case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
            case JPEG_2000 -> new J2KImageReaderSpi().createReaderInstance();
        };
    }

    private static Portrait portrait(BufferedImage image) {
        byte[] pixels = new byte[image.getWidth() * image.getHeight() * 3];
        try {
            if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
                    && image.getRaster().getDataBuffer() instanceof DataBufferByte samples
                    && samples.getSize() == pixels.length) {
                turn(samples.getData(), pixels);
            } else {
                convert(image, pixels);
            }
            return new Portrait(image.getWidth(), image.getHeight(), pixels);
        } finally {
            Arrays.fill(pixels, (byte) 0);
            wipe(image.getRaster().getDataBuffer());
        }
    }

    /** What a JPEG in colours is decoded to, without the colour model's call for each pixel. */
    private static void turn(byte[] bgr, byte[] rgb) {
        for (int at = 0; at < rgb.length; at += 3) {
            rgb[at] = bgr[at + 2];
            rgb[at + 1] = bgr[at + 1];
            rgb[at + 2] = bgr[at];
        }
    }

    private static void convert(BufferedImage image, byte[] rgb) {
        int width = image.getWidth();
        int[] row = new int[width];
        try {
            for (int y = 0; y < image.getHeight(); y++) {
                image.getRGB(0, y, width, 1, row, 0, width);
                for (int x = 0; x < width; x++) {
                    int at = 3 * (y * width + x);
                    rgb[at] = (byte) (row[x] >> 16);
                    rgb[at + 1] = (byte) (row[x] >> 8);
                    rgb[at + 2] = (byte) row[x];
                }
            }
        } finally {
            Arrays.fill(row, 0);
        }
    }

    private static void wipe(DataBuffer samples) {
        if (samples instanceof DataBufferByte bytes) {
            for (byte[] bank : bytes.getBankData()) {
                Arrays.fill(bank, (byte) 0);
            }
            return;
        }
        for (int bank = 0; bank < samples.getNumBanks(); bank++) {
            for (int i = 0; i < samples.getSize(); i++) {
                samples.setElem(bank, i, 0);
            }
        }
    }
}
