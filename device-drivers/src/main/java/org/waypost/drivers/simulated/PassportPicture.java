package org.waypost.drivers.simulated;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;

/** A drawn portrait of nobody, as a chip holds it. */
public final class PassportPicture {
    private final byte[] bytes;
    private final int width;
    private final int height;
    private final boolean jpeg2000;

    public PassportPicture(byte[] bytes, int width, int height, boolean jpeg2000) {
        this.bytes = bytes;
        this.width = width;
        this.height = height;
        this.jpeg2000 = jpeg2000;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Whether the bytes are a JP2 file; else JPEG. */
    public boolean jpeg2000() {
        return jpeg2000;
    }

    /** Draws a face of ovals, JPEG. */
    public static PassportPicture jpeg(int width, int height) {
        return new PassportPicture(written(drawn(width, height), "jpeg"), width, height, false);
    }

    /** Draws a face of ovals, JP2. */
    public static PassportPicture jp2(int width, int height) {
        return new PassportPicture(written(drawn(width, height), "jpeg2000"), width, height, true);
    }

    /** The same picture filled up with bytes after its end, as some issuers do. */
    public PassportPicture filledTo(int length) {
        return new PassportPicture(Arrays.copyOf(bytes, Math.max(length, bytes.length)), width, height, jpeg2000);
    }

    private static BufferedImage drawn(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xD8E0E8));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0xC09070));
        pen.fillOval(width / 4, height / 5, width / 2, height / 2);
        pen.setColor(Color.BLACK);
        pen.fillOval(width * 2 / 5, height * 2 / 5, width / 20, height / 30);
        pen.fillOval(width * 11 / 20, height * 2 / 5, width / 20, height / 30);
        pen.drawArc(width * 2 / 5, height / 2, width / 5, height / 10, 180, 180);
        pen.dispose();
        return image;
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = writer(format);
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(image);
            stream.flush();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static ImageWriter writer(String format) {
        try {
            if (format.equals("jpeg")) {
                return ImageIO.getImageWritersByFormatName("jpeg").next();
            }
            ImageWriterSpi spi = new com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi();
            return spi.createWriterInstance();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
