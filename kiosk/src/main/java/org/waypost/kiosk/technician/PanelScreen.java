package org.waypost.kiosk.technician;

import static io.helidon.http.Status.CONFLICT_409;
import static io.helidon.http.Status.SEE_OTHER_303;
import static org.waypost.kiosk.access.Audience.TECHNICIAN;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.function.Function;
import org.waypost.agent.panel.Technician;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.panel.PanelWatch.Tamper;
import org.waypost.kiosk.access.Form;
import org.waypost.kiosk.access.Problem;
import org.waypost.kiosk.access.Route;

/**
 * Where a named technician takes the alarm of the housing back.
 *
 * @param looked takes it back, unless the housing is still open
 */
public record PanelScreen(Function<Technician, Reading<Tamper>> looked) {

    public List<Route> routes() {
        return List.of(Route.post("/technician/panel", TECHNICIAN, this::looked));
    }

    private void looked(ServerRequest request, ServerResponse response) {
        Form form = Form.of(request);
        Technician by = Form.made(() -> new Technician(form.text("technician")));
        switch (looked.apply(by)) {
            case Reading.Taken<Tamper> taken -> answer(taken.value(), response);
            case Reading.Nobody<Tamper> nobody -> throw new Problem(CONFLICT_409, "problem.panel");
            case Reading.Faulty<Tamper> faulty -> throw new Problem(CONFLICT_409, "problem.panel");
        }
    }

    private static void answer(Tamper loop, ServerResponse response) {
        switch (loop) {
            case INTACT ->
                response.status(SEE_OTHER_303)
                        .header(HeaderNames.LOCATION, "/technician")
                        .send();
            case OPEN -> throw new Problem(CONFLICT_409, "problem.housing.open");
        }
    }
}
