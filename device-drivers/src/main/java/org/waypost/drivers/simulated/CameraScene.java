package org.waypost.drivers.simulated;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * What a simulated camera sees: an empty counter with a disc that wanders, and on top six dark or bright fields which
 * tell the frame's number modulo 64, the lowest bit on the left. Nobody is in it. Safe for use by several threads.
 */
public final class CameraScene {
    /** Frames before the disc is where it was. */
    public static final int CYCLE = 64;
    /** Fields that tell the number, side by side over the whole width, an eighth of the height. */
    public static final int MARKS = 6;

    private static final int KEPT = 2 * CYCLE;

    private final int width;
    private final int height;
    private final Map<Integer, byte[]> drawn = new LinkedHashMap<>();

    /**
     * A scene.
     *
     * @param width pixels, 64..4096
     * @param height pixels, 64..4096
     */
    public CameraScene(int width, int height) {
        if (width < CYCLE || height < CYCLE || width > 4096 || height > 4096) {
            throw new IllegalArgumentException("scene of " + width + "x" + height);
        }
        this.width = width;
        this.height = height;
    }

    /**
     * The scene as a JPEG file.
     *
     * @param frame its number
     * @param percent brightness, 0..100
     */
    public synchronized byte[] jpeg(long frame, int percent) {
        int moment = (int) (frame % CYCLE);
        int key = 101 * moment + percent;
        if (drawn.size() >= KEPT && !drawn.containsKey(key)) {
            drawn.clear();
        }
        return drawn.computeIfAbsent(key, absent -> encoded(moment, percent)).clone();
    }

    private byte[] encoded(int moment, int percent) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        try {
            draw(pen, moment, percent / 100f);
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", new MemoryCacheImageOutputStream(out));
        } catch (IOException impossible) {
            throw new IllegalStateException("memory refuses bytes", impossible);
        }
        return out.toByteArray();
    }

    private void draw(Graphics2D pen, int moment, float light) {
        pen.setColor(new Color(0.7f * light, 0.7f * light, 0.75f * light));
        pen.fillRect(0, 0, width, height);
        for (int x = 0; x < width; x += 16) {
            pen.setColor(Color.getHSBColor((float) x / width, 0.5f, 0.8f * light));
            pen.fillRect(x, height / 2, 8, height / 2);
        }
        pen.setColor(new Color(0.9f * light, 0.5f * light, 0.1f * light));
        pen.fillOval((width - height / 4) * moment / CYCLE, height / 3, height / 4, height / 4);
        for (int mark = 0; mark < MARKS; mark++) {
            pen.setColor(((moment >> mark) & 1) == 1 ? Color.WHITE : Color.BLACK);
            pen.fillRect(width * mark / MARKS, 0, width / MARKS + 1, height / 8);
        }
    }
}
