package org.waypost.kiosk.technician;

import static io.helidon.http.Status.SEE_OTHER_303;
import static java.util.stream.Collectors.joining;
import static org.waypost.kiosk.access.Audience.TECHNICIAN;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import org.waypost.drivers.panel.PanelOutput;
import org.waypost.drivers.simulated.SimulatedBoard;
import org.waypost.kiosk.access.Form;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Language;
import org.waypost.kiosk.page.Page;
import org.waypost.kiosk.page.Presentation;

/**
 * The hands at a simulated panel, and what its lamps did. Exists where the settings name one, and nowhere else. Safe
 * for use by several threads.
 */
public final class SimulatedBoardScreen {
    private final SimulatedBoard board;
    private final Presentation presentation;

    public SimulatedBoardScreen(SimulatedBoard board, Presentation presentation) {
        this.board = board;
        this.presentation = presentation;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/simulated/panel", TECHNICIAN, this::page),
                Route.post("/simulated/panel", TECHNICIAN, this::hand));
    }

    private void page(ServerRequest request, ServerResponse response) {
        SimulatedBoardPage shown = new SimulatedBoardPage(
                presentation.office(), presentation.dictionary().in(Language.CHINESE), lines(board.log()));
        Page.send(response, presentation.page().of("simulatedpanel.jte", shown));
    }

    /** One line for each change of a lamp or the gate: the output, a tab, its level. */
    static String lines(List<SimulatedBoard.Change> log) {
        return log.stream()
                .filter(change -> change.output() != PanelOutput.KICK)
                .map(change -> change.output() + "\t" + change.level() + "\n")
                .collect(joining());
    }

    private void hand(ServerRequest request, ServerResponse response) {
        Form.of(request).one(SimulatedHand.class, "hand").on(board);
        response.status(SEE_OTHER_303)
                .header(HeaderNames.LOCATION, "/simulated/panel")
                .send();
    }
}
