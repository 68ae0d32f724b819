package org.waypost.kiosk.station;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.waypost.contract.PublicReport;

/**
 * A photo somebody adds, drawn anew: only what can be seen in it is left, no place, camera, time or preview that lay
 * beside. JPEG and PNG are looked at, by their first bytes; how large a picture says it is counts before any of it is
 * decoded. In memory alone.
 */
final class Photo {
    /** Longest side that is looked at, in pixels. */
    static final int SIDE_MAX = 12_000;

    /** Most pixels that are looked at. */
    static final long PIXELS_MAX = 50_000_000;

    /** Longest side of what is left. */
    static final int EDGE = 1_024;

    private static final int SMALLEST_EDGE = 128;
    private static final float[] QUALITIES = {0.75f, 0.55f, 0.4f};

    private Photo() {}

    /** The new picture, base64url as {@link PublicReport} has it; empty if it is none that is taken. */
    static Optional<String> redrawn(byte[] file) {
        Optional<String> format = format(file);
        try {
            return format.isEmpty()
                    ? Optional.empty()
                    : decoded(file, format.get()).map(Photo::encoded);
        } catch (IOException | RuntimeException damaged) { // readers throw anything for a damaged file
            return Optional.empty();
        }
    }

    private static Optional<String> format(byte[] file) {
        if (file.length > 8 && file[0] == (byte) 0xff && file[1] == (byte) 0xd8 && file[2] == (byte) 0xff) {
            return Optional.of("jpeg");
        }
        boolean png = file.length > 8 && file[0] == (byte) 0x89 && file[1] == 'P' && file[2] == 'N' && file[3] == 'G';
        return png ? Optional.of("png") : Optional.empty();
    }

    private static Optional<BufferedImage> decoded(byte[] file, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > SIDE_MAX || height > SIDE_MAX || (long) width * height > PIXELS_MAX) {
                return Optional.empty();
            }
            ImageReadParam every = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / EDGE);
            every.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(reader.read(0, every));
        } finally {
            reader.dispose();
        }
    }

    private static String encoded(BufferedImage picture) {
        for (int edge = EDGE; edge >= SMALLEST_EDGE; edge = edge * 3 / 4) {
            BufferedImage drawn = drawn(picture, edge);
            for (float quality : QUALITIES) {
                byte[] jpeg = jpeg(drawn, quality);
                if (jpeg.length <= PublicReport.PHOTO_BYTES_MAX) {
                    return Base64.getUrlEncoder().withoutPadding().encodeToString(jpeg);
                }
            }
        }
        throw new IllegalArgumentException("a picture of so few pixels is never so long");
    }

    private static BufferedImage drawn(BufferedImage picture, int edge) {
        double scale = Math.min(1, (double) edge / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) (picture.getWidth() * scale));
        int height = Math.max(1, (int) (picture.getHeight() * scale));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static byte[] jpeg(BufferedImage drawn, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(drawn, null, null), param);
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written to", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
