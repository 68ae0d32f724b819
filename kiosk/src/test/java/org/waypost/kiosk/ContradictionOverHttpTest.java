package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.face.FaceComparison;
import org.waypost.drivers.camera.Camera;
import org.waypost.drivers.camera.Frame;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.SpecimenCard;

/** A registrar who finds otherwise than the machine is asked for a reason, in the form that is open anyway. */
class ContradictionOverHttpTest {
    private static final String ASKS = "若判断为“是本人”，请说明理由";

    @TempDir
    Path directory;

    private Counter counter;
    private Installation installation;

    @BeforeEach
    void installed() throws Exception {
        installation = Installation.in(directory.resolve("terminal"));
        installation.list();
        InstantSource clock = InstantSource.system();
        HealthMonitor monitor = new HealthMonitor(DeviceKind.CAMERA, "camera", clock);
        Sight sight =
                new Sight(Faces.with(new AlwaysAnother(), clock), Optional.of(new Eye(Snap::new, monitor)), monitor);
        counter = Counter.at(installation, sight);
    }

    @AfterEach
    void closed() {
        counter.close();
    }

    private String compared(String route) throws IOException, InterruptedException {
        String encounter = counter.open();
        counter.clerk.done("/clerk/notice", "encounter", encounter, "party", "A");
        counter.clerk.done("/clerk/route", "encounter", encounter, "party", "A", "route", route);
        counter.read(SpecimenCard.TEST_BING);
        return encounter;
    }

    private HttpResponse<String> same(String encounter, String because, String words)
            throws IOException, InterruptedException {
        return counter.clerk.post(
                "/clerk/compare",
                "encounter",
                encounter,
                "party",
                "A",
                "because",
                because,
                "words",
                words,
                "finding",
                "SAME_PERSON");
    }

    @Test
    void theReasonIsAskedForWithTheNextStepAndNothingIsLost() throws IOException, InterruptedException {
        String encounter = compared("FACE");
        String screen = counter.clerk.page("/clerk");
        assertTrue(screen.contains("机器比对：不一致") && screen.contains(ASKS), screen);
        HttpResponse<String> refused = same(encounter, "", "");
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("请选择理由") && refused.body().contains("choose a reason"), refused.body());
        assertEquals(409, same(encounter, "OTHER", " ").statusCode());
        assertEquals(400, same(encounter, "WHIM", "").statusCode());
        assertEquals(200, counter.clerk.get("/clerk/live/A").statusCode());
        assertEquals(303, same(encounter, "PORTRAIT_OLD", "十年前的照片").statusCode());
        String after = counter.clerk.page("/clerk");
        assertTrue(after.contains("与机器比对不同，理由： 证件照片较旧或不清晰"), after);
        assertEquals(404, counter.clerk.get("/clerk/live/A").statusCode());
        String stored = installation.stored();
        assertTrue(stored.contains("A SAME_PERSON against NotVerified PORTRAIT_OLD "));
        String parties = counter.party.page("/party");
        assertFalse((after + stored + parties).contains("十年前"));
        assertFalse(parties.contains("PORTRAIT_OLD") || parties.contains("证件照片较旧") || parties.contains("不同，理由"));
    }

    /** Invariant I5: neither more to fill in nor more forms. */
    @Test
    void theWayWithoutFaceAsksForNone() throws IOException, InterruptedException {
        String encounter = compared("WITHOUT_FACE");
        String screen = counter.clerk.page("/clerk");
        assertFalse(screen.contains("name=\"because\"") || screen.contains(ASKS), screen);
        counter.same(encounter, "A");
        assertTrue(installation.stored().contains("A SAME_PERSON"));
        assertFalse(installation.stored().contains("against"));
    }

    /** A model that finds two persons in every two pictures. */
    private record AlwaysAnother() implements FaceComparison {
        @Override
        public Optional<Obstacle> absence() {
            return Optional.empty();
        }

        @Override
        public Comparison compare(Portrait probe, Portrait reference) {
            return new Comparison.Different(new Basis("b7120c095d60", 0.45, 0.37, Optional.empty(), Optional.empty()));
        }

        @Override
        public void forget() {}
    }

    /** A camera that sees one grey pixel. */
    private record Snap() implements Camera {
        @Override
        public Reading<Frame> preview(Duration patience) {
            return new Reading.Nobody<>();
        }

        @Override
        public Reading<Portrait> photograph(Duration patience) {
            return new Reading.Taken<>(new Portrait(1, 1, new byte[] {9, 9, 9}));
        }

        @Override
        public Optional<Delivery> delivery() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
