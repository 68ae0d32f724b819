package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.waypost.agent.face.Calibration;
import org.waypost.agent.face.FaceManifest;
import org.waypost.agent.face.PortraitSource;
import org.waypost.contract.Codec;

/**
 * The trials of verification in short, where models and faces lie beside the project; of their figures none is judged.
 */
class VerificationShortIT {
    @TempDir
    Path directory;

    private final Map<String, Figure> figures = new TreeMap<>();

    @BeforeEach
    void skip() {
        Assumptions.assumeTrue(FaceStock.place().isPresent(), "skipped: no models and faces beside the project");
    }

    @Test
    void aCalibrationOfAFew() throws Exception {
        Path left = Files.createDirectory(directory.resolve("left"));
        List<PortraitImitation> kinds = List.of(PortraitImitation.CARD, PortraitImitation.FULL);
        new CalibrationTrial(List.of(facesWithGroups()), kinds, 8, Optional.of(left))
                .run(Files.createDirectory(directory.resolve("trial")), figure -> figures.put(figure.name(), figure));
        assertEquals(0, value("calibration-card-fnmr"));
        assertEquals(0, value("calibration-card-fmr"));
        assertTrue(value("calibration-card-lowest-genuine") > value("calibration-card-highest-impostor"));
        assertTrue(value("calibration-card-not-below") < value("calibration-card-threshold"));
        assertEquals(2, value("calibration-card-group-first-persons"));
        assertEquals(0, value("calibration-card-group-first-fnmr"));
        assertEquals(2, value("calibration-card-group-last-persons"));
        assertEquals(0, value("calibration-card-group-last-quality-refused"));
        assertEquals(0, value("calibration-card-group-difference-fnmr"));
        assertEquals(0, value("calibration-card-fmr-lower-95"));
        assertTrue(value("calibration-card-threshold-at-fmr-0.1-percent") <= value("calibration-card-lowest-genuine"));
        assertRecords(left);
        Document plot = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(left.resolve("calibration-full-det.svg").toFile());
        assertEquals("svg", plot.getDocumentElement().getTagName());
    }

    /** Of a whole picture nothing is recorded: nobody printed it. */
    private void assertRecords(Path left) throws IOException {
        switch (Codec.read(Files.readAllBytes(left.resolve("face-models.json")), FaceManifest.class)) {
            case Codec.Malformed<FaceManifest> malformed -> fail(malformed.reason());
            case Codec.Decoded<FaceManifest> decoded -> {
                List<Calibration> records = decoded.value().calibrations();
                assertEquals(
                        List.of(PortraitSource.CARD),
                        records.stream().map(Calibration::portraits).toList());
                assertEquals(4, records.getFirst().persons());
                assertEquals(
                        value("calibration-card-threshold"), records.getFirst().supports());
            }
        }
    }

    @Test
    void aBenchOfAFew() throws Exception {
        new VerificationTrial(3, 0).run(directory, figure -> figures.put(figure.name(), figure));
        assertTrue(value("verification-median-one-thread") > 0);
        assertTrue(value("verification-first-with-load") > value("verification-load"));
        assertTrue(value("verification-share-in-opencv") > 0 && value("verification-share-in-opencv") <= 100);
        assertEquals(0, value("verification-share-of-java-alone-control"));
        assertTrue(value("verification-share-looks") > 20);
        assertTrue(value("finger-comparison-median") > 0);
        assertTrue(value("finger-over-sourceafis") > 0);
    }

    @Test
    void aSoakOfAFew() throws Exception {
        new VerificationSoakTrial(6).run(directory, figure -> figures.put(figure.name(), figure));
        assertEquals(6, value("verification-soak-verifications"));
        assertTrue(value("verification-resident-peak") > 50);
        assertTrue(value("verification-resident-peak") >= value("verification-resident-after"));
        assertTrue(Double.isFinite(value("verification-resident-slope")));
    }

    /** Every second person is one who is tested: two in the first group, two in the last. */
    private Path facesWithGroups() throws IOException {
        Path stock = FaceStock.place().orElseThrow().resolve("data/faces/london");
        Path faces = Files.createDirectory(directory.resolve("faces"));
        for (String folder : List.of("neutral", "smiling")) {
            Files.createSymbolicLink(faces.resolve(folder), stock.resolve(folder));
        }
        List<FacePair> pairs = FacePair.in(stock);
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            groups.append(pairs.get(i).person()).append(i < 4 ? ",first\n" : ",last\n");
        }
        Files.writeString(faces.resolve("groups.csv"), groups);
        return faces;
    }

    private double value(String name) {
        return Optional.ofNullable(figures.get(name))
                .orElseThrow(() -> new AssertionError(name + " is not among " + figures.keySet()))
                .value();
    }
}
