package org.waypost.agent.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.face.FaceDetector.Found;
import org.waypost.drivers.device.Portrait;

/** OpenCV's own detector, with the same limits, is the second opinion. */
class FaceDetectorTest {
    @TempDir
    Path directory;

    @Test
    @SuppressWarnings("try") // the scope collects what is made within it, unasked
    void findsWhatOpenCvFinds() throws IOException {
        LoadedFile model =
                LoadedFile.read(Stock.models(directory), Stock.DETECTOR).orElseThrow();
        List<String> persons = Stock.persons().subList(0, 8);
        try (FaceDetector detector = new FaceDetector(model);
                FaceDetectorYN reference = FaceDetectorYN.create(
                        "onnx", model.content(), new byte[0], new Size(640, 640), 0.7f, 0.3f, 50, 0, 0)) {
            for (String person : persons) {
                BufferedImage face = Stock.image("smiling", person + "_08");
                for (int[] size : new int[][] {{640, 640}, {102, 126}, {320, 240}, {333, 401}, {40, 40}, {500, 33}}) {
                    try (PointerScope scope = new PointerScope();
                            Portrait portrait = Stock.portrait(Stock.scaled(face, size[0], size[1]))) {
                        assertAlike(reference, detector, Pixels.of(portrait));
                    }
                }
            }
            for (int faces = 0; faces < 4; faces++) {
                try (PointerScope scope = new PointerScope();
                        Portrait row = Stock.portrait(row(faces))) {
                    assertAlike(reference, detector, Pixels.of(row));
                }
            }
        }
    }

    private static BufferedImage row(int faces) {
        BufferedImage row = new BufferedImage(640, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = row.createGraphics();
        for (int i = 0; i < faces; i++) {
            canvas.drawImage(Stock.image("neutral", Stock.persons().get(i) + "_03"), 200 * i, 0, 200, 200, null);
        }
        canvas.dispose();
        return row;
    }

    private static void assertAlike(FaceDetectorYN reference, FaceDetector detector, Mat picture) {
        Mat rows = new Mat();
        reference.setInputSize(new Size(picture.cols(), picture.rows()));
        reference.detect(picture, rows);
        String size = picture.cols() + "x" + picture.rows();
        switch (rows.rows()) {
            case 0 -> assertEquals(new Found.Nothing(), detector.find(picture), size);
            case 1 ->
                assertSame(
                        rows,
                        assertInstanceOf(Found.One.class, detector.find(picture), size)
                                .face());
            default -> assertEquals(new Found.Several(), detector.find(picture), size);
        }
    }

    private static void assertSame(Mat rows, Face face) {
        List<Spot> spots = List.of(
                face.corner(),
                face.size(),
                face.rightEye(),
                face.leftEye(),
                face.nose(),
                face.rightMouth(),
                face.leftMouth());
        try (FloatIndexer row = rows.createIndexer()) {
            for (int i = 0; i < spots.size(); i++) {
                Spot expected = new Spot(row.get(0, 2L * i), row.get(0, 2L * i + 1));
                assertTrue(expected.minus(spots.get(i)).length() < 0.01, expected + " and " + spots.get(i));
            }
        }
    }
}
