package org.waypost.kiosk.technician;

import static io.helidon.http.Status.SEE_OTHER_303;
import static org.waypost.kiosk.access.Audience.TECHNICIAN;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.waypost.drivers.simulated.Ef01Simulator;
import org.waypost.kiosk.access.Form;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Language;
import org.waypost.kiosk.page.Page;
import org.waypost.kiosk.page.Presentation;

/**
 * The fingers at a simulated module. Exists where the settings name one, and nowhere else. Safe for use by several
 * threads.
 */
public final class SimulatedFingerPanel {
    private final Ef01Simulator module;
    private final Presentation presentation;
    private final AtomicReference<SimulatedTouch> last = new AtomicReference<>(SimulatedTouch.LIFTED);

    public SimulatedFingerPanel(Ef01Simulator module, Presentation presentation) {
        this.module = module;
        this.presentation = presentation;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/simulated/finger", TECHNICIAN, this::page),
                Route.post("/simulated/finger", TECHNICIAN, this::touch));
    }

    private void page(ServerRequest request, ServerResponse response) {
        SimulatedFingerPage shown = new SimulatedFingerPage(
                presentation.office(), presentation.dictionary().in(Language.CHINESE), last.get());
        Page.send(response, presentation.page().of("simulatedfinger.jte", shown));
    }

    private void touch(ServerRequest request, ServerResponse response) {
        SimulatedTouch touch = Form.of(request).one(SimulatedTouch.class, "touch");
        touch.on(module);
        last.set(touch);
        response.status(SEE_OTHER_303)
                .header(HeaderNames.LOCATION, "/simulated/finger")
                .send();
    }
}
