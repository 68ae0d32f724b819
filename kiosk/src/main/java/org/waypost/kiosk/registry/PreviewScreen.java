package org.waypost.kiosk.registry;

import static org.waypost.kiosk.access.Audience.CLERK;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.waypost.agent.encounter.ClerkView;
import org.waypost.drivers.camera.Frame;
import org.waypost.drivers.device.Reading;
import org.waypost.kiosk.access.Problem;
import org.waypost.kiosk.access.Route;

/**
 * What the camera sees, for the registrar's window alone, while a party on the way with face is asked for a document:
 * one picture after the other from memory, each zeroed once sent. Nothing of it is kept or written. One window at a
 * time: a newer one ends the older. Safe for use by several threads.
 */
public final class PreviewScreen {
    private static final System.Logger LOG = System.getLogger(PreviewScreen.class.getName());
    private static final Duration REST = Duration.ofMillis(50);

    private final Supplier<ClerkView> view;
    private final Supplier<Reading<Frame>> frames;
    private final OneViewer viewer = new OneViewer();

    /**
     * A screen that nobody looks at.
     *
     * @param view of the case
     * @param frames waits for the next one, a second at most; the caller owns it
     */
    public PreviewScreen(Supplier<ClerkView> view, Supplier<Reading<Frame>> frames) {
        this.view = view;
        this.frames = frames;
    }

    /** All that can be asked of it. */
    public List<Route> routes() {
        return List.of(Route.get("/clerk/preview", CLERK, this::stream));
    }

    /** To be called about every second: a window that does not take what is sent is left two looks after the step. */
    public void tick() {
        viewer.look();
    }

    private void stream(ServerRequest request, ServerResponse response) {
        PreviewStep step = PreviewStep.of(request.query());
        if (!step.isNow(view.get())) {
            throw new Problem(Status.FORBIDDEN_403, "problem.preview");
        }
        viewer.alone(() -> step.isNow(view.get()), () -> send(step, response));
    }

    private void send(PreviewStep step, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, MixedReplace.TYPE);
        try (MixedReplace window = new MixedReplace(response.outputStream())) {
            while (step.isNow(view.get()) && !Thread.currentThread().isInterrupted()) {
                next(window);
            }
        } catch (IOException | UncheckedIOException left) {
            LOG.log(System.Logger.Level.DEBUG, "the window with the preview was left");
        }
    }

    private void next(MixedReplace window) throws IOException {
        switch (frames.get()) {
            case Reading.Taken<Frame> taken -> {
                try (Frame frame = taken.value()) {
                    window.jpeg(frame);
                }
            }
            case Reading.Nobody<Frame> nobody -> rest();
            case Reading.Faulty<Frame> faulty -> rest();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
