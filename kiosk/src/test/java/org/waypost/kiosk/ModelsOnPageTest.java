package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.drivers.simulated.SpecimenCard;

/** A technician sees whether faces are assessed, and why they are not. */
class ModelsOnPageTest {
    private static final Path MODELS =
            Path.of(System.getProperty("waypost.shared", "shared")).resolve("models");

    @TempDir
    Path directory;

    private Installation installation;
    private Path models;

    @BeforeEach
    void installed() throws Exception {
        installation = Installation.in(directory.resolve("terminal"));
        installation.list();
        models = Files.createDirectory(installation.file("models"));
    }

    private void faceModeOn() throws IOException {
        installation.set("face.mode", "on");
        installation.set("face.impact-assessment", "example-2026-1");
        installation.set("face.notice", "posted");
        installation.set("camera.driver", "mjpeg");
        installation.set("camera.device", "mjpeg:http://127.0.0.1:9/stream");
    }

    private void shows(String text, String selfTest) throws IOException, InterruptedException {
        try (Counter counter = Counter.at(installation)) {
            String page = counter.hands.page("/technician");
            assertTrue(page.contains(text), page);
            assertTrue(page.matches("(?s).*" + selfTest + "，时间 \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d<.*"), page);
        }
    }

    @Test
    void aManifestThatIsDamagedAndThatTheRegistrarIsToldSo() throws Exception {
        faceModeOn();
        Files.writeString(models.resolve("face-models.json"), "{");
        try (Counter counter = Counter.at(installation)) {
            String page = counter.hands.page("/technician");
            assertTrue(page.contains("不作评估：模型自检未通过或无法加载"), page);
            assertFalse(page.contains("模型自检（"), "there was none");
            counter.toCard(counter.open(), "A");
            counter.read(SpecimenCard.TEST_BING);
            assertTrue(counter.clerk.page("/clerk").contains("没有自动比对：模型与导入时不一致"));
        }
    }

    /** The control, with the similarity that was recorded, passes and lacks a calibration. */
    @Test
    void twoTestPicturesThatAreNotAsAlikeAsRecorded() throws Exception {
        layModels();
        faceModeOn();
        record(ImportModelsTest.MANIFEST);
        shows("不作评估：该模型未针对身份证照片校准", "记录值 0\\.2746，实测值 0\\.27[3-6]\\d");
        record(ImportModelsTest.MANIFEST.replace("\"selfTest\":0.2746", "\"selfTest\":0.3746"));
        shows("不作评估：模型自检未通过或无法加载", "记录值 0\\.3746，实测值 0\\.27[3-6]\\d");
        record(ImportModelsTest.MANIFEST.replace("\"selfTest\":0.2746", "\"selfTest\":null"));
        shows("不作评估：该模型没有自检记录", "记录值 –，实测值 0\\.27[3-6]\\d");
    }

    private void record(String manifest) throws IOException {
        Files.writeString(models.resolve("face-models.json"), manifest);
    }

    private void layModels() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(MODELS), "skipped: no models beside the project");
        for (String file : new String[] {"face_detection_yunet_2023mar.onnx", "mobilefacenet_foamliu.onnx"}) {
            Files.copy(MODELS.resolve(file), models.resolve(file));
        }
    }
}
