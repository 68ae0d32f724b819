package org.waypost.agent.face;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.waypost.agent.face.FaceManifest.Input;
import org.waypost.contract.Codec;
import org.waypost.drivers.device.Portrait;

/**
 * The models and faces that lie beside the project, for tests alone. A test that needs them is reported as skipped
 * where they are not. Faces: DeBruine and Jones (2017), Face Research Lab London Set,
 * doi:10.6084/m9.figshare.5047666.v5, CC BY 4.0.
 */
public final class Stock {
    static final ModelFile DETECTOR = new ModelFile(
            "face_detection_yunet_2023mar.onnx",
            232_589,
            "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4",
            "MIT",
            "opencv/opencv_zoo @966be4cb");
    static final ModelFile EMBEDDER = new ModelFile(
            "mobilefacenet_foamliu.onnx",
            3_998_070,
            "b7120c095d60094f28a4a54ba6a8bf51b297a6273fb40ef6350dfec1f63d9507",
            "Apache-2.0",
            "foamliu/MobileFaceNet @cc6a9032");
    static final ModelFile LIVENESS = new ModelFile(
            "minifas_v2se_128_olazo.onnx",
            1_912_594,
            "af2381b88f38769222ed93379e12444e2a50814575de1c46170de570c55a42b6",
            "Apache-2.0",
            "johnraivenolazo/face-antispoof-onnx @2b9830bb");

    /** As it was recorded with OpenCV 4.13.0 on x86-64. */
    static final double SELF_TEST = 0.2746;

    private static final Path SHARED = Path.of(System.getProperty("waypost.shared", "shared"));

    private Stock() {}

    /** The models in a directory of the test's own, with a manifest that has a calibration for cards. */
    public static Path models(Path directory) throws IOException {
        Path stock = SHARED.resolve("models");
        Assumptions.assumeTrue(Files.isDirectory(stock), "skipped: no models beside the project");
        for (ModelFile model : List.of(DETECTOR, EMBEDDER, LIVENESS)) {
            Files.copy(stock.resolve(model.file()), directory.resolve(model.file()));
        }
        write(directory, manifest());
        return directory;
    }

    static void write(Path directory, FaceManifest manifest) throws IOException {
        Files.writeString(directory.resolve(FaceManifest.FILE), Codec.write(manifest));
    }

    static FaceManifest manifest() {
        return new FaceManifest(
                FaceManifest.FORMAT,
                DETECTOR,
                EMBEDDER,
                Input.IMAGENET,
                true,
                Optional.of(SELF_TEST),
                Optional.of(LIVENESS),
                List.of(calibration(EMBEDDER.sha256())));
    }

    /** Thresholds for tests; measured by nobody. */
    static Calibration calibration(String model) {
        LocalDate day = LocalDate.of(2026, 11, 24);
        return new Calibration(PortraitSource.CARD, model, 0.45, 0.3, 1, 1, 1, 0, 1, 0, 1, day, "a test");
    }

    /** Numbers of the persons, sorted. */
    public static List<String> persons() {
        Path faces = SHARED.resolve("data/faces/london/neutral");
        Assumptions.assumeTrue(Files.isDirectory(faces), "skipped: no faces beside the project");
        try (Stream<Path> files = Files.list(faces)) {
            return files.map(file -> file.getFileName().toString().substring(0, 3))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plays the portrait in the document: 102x126 pixels around the face. */
    public static Portrait document(String person) {
        return portrait(scaled(image("neutral", person + "_03").getSubimage(150, 120, 340, 420), 102, 126));
    }

    /** Plays the picture of the camera. */
    public static Portrait live(String person) {
        return portrait(image("smiling", person + "_08"));
    }

    static BufferedImage image(String folder, String name) {
        try {
            return ImageIO.read(SHARED.resolve("data/faces/london")
                    .resolve(folder)
                    .resolve(name + ".jpg")
                    .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = scaled.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return scaled;
    }

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
