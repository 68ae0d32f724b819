package org.waypost.trials;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.waypost.agent.face.FaceFrame;
import org.waypost.agent.face.PortraitSource;
import org.waypost.drivers.device.Portrait;

/** Makes of a picture what a document would hold of it. */
enum PortraitImitation {
    /** As it is: of no document, so that nothing is recorded of it. */
    FULL(Optional.empty(), 0, 0, 0),
    /** The chip of a passport: 240x320, JPEG quality 60. */
    PASSPORT(Optional.of(PortraitSource.CHIP), 240, 320, 0.60f),
    /** The chip of an ID card: 102x126, JPEG quality 25. */
    CARD(Optional.of(PortraitSource.CARD), 102, 126, 0.25f);

    /** The eyes of a document's portrait, as shares of its width and height. */
    private static final double EYE_DISTANCE = 0.27;

    private static final double EYES_AT = 0.42;

    private final Optional<PortraitSource> source;
    private final int width;
    private final int height;
    private final float quality;

    PortraitImitation(Optional<PortraitSource> source, int width, int height, float quality) {
        this.source = source;
        this.width = width;
        this.height = height;
        this.quality = quality;
    }

    /** What it imitates. */
    Optional<PortraitSource> source() {
        return source;
    }

    /** The portrait, which the caller closes. */
    Portrait of(BufferedImage image, FaceFrame face) throws IOException {
        return switch (this) {
            case FULL -> portrait(image);
            case PASSPORT, CARD -> portrait(compressed(cropped(image, face)));
        };
    }

    private BufferedImage cropped(BufferedImage image, FaceFrame face) {
        double scale = width * EYE_DISTANCE / face.eyeDistance();
        double middle = (face.rightEyeX() + face.leftEyeX()) / 2;
        double eyes = (face.rightEyeY() + face.leftEyeY()) / 2;
        BufferedImage crop = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = crop.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.translate(width / 2.0 - middle * scale, height * EYES_AT - eyes * scale);
        canvas.drawImage(
                image.getScaledInstance(
                        (int) Math.round(image.getWidth() * scale),
                        (int) Math.round(image.getHeight() * scale),
                        java.awt.Image.SCALE_AREA_AVERAGING),
                0,
                0,
                null);
        canvas.dispose();
        return crop;
    }

    private BufferedImage compressed(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return ImageIO.read(new ByteArrayInputStream(file.toByteArray()));
    }

    /** The same pixels, for a comparison. */
    static Portrait portrait(BufferedImage image) {
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
        for (int i = 0; i < rgb.length / 3; i++) {
            int pixel = image.getRGB(i % image.getWidth(), i / image.getWidth());
            rgb[3 * i] = (byte) (pixel >> 16);
            rgb[3 * i + 1] = (byte) (pixel >> 8);
            rgb[3 * i + 2] = (byte) pixel;
        }
        return new Portrait(image.getWidth(), image.getHeight(), rgb);
    }
}
