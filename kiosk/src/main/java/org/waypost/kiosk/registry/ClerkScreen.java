package org.waypost.kiosk.registry;

import static org.waypost.kiosk.access.Audience.CLERK;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.waypost.agent.encounter.ClerkView;
import org.waypost.agent.encounter.MarriageCounter;
import org.waypost.agent.encounter.Party;
import org.waypost.drivers.device.Portrait;
import org.waypost.kiosk.access.Form;
import org.waypost.kiosk.access.Problem;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Page;
import org.waypost.kiosk.page.Presentation;
import org.waypost.kiosk.page.Revision;

/** The registrar's screen: shows, never changes anything. Safe for use by several threads. */
public final class ClerkScreen {
    private final MarriageCounter counter;
    private final Means means;
    private final Supplier<Status> status;
    private final ClerkSeat seat;
    private final Presentation presentation;
    private final Revision revision;

    ClerkScreen(
            MarriageCounter counter,
            Means means,
            Supplier<Status> status,
            ClerkSeat seat,
            Presentation presentation,
            Revision revision) {
        this.counter = counter;
        this.means = means;
        this.status = status;
        this.seat = seat;
        this.presentation = presentation;
        this.revision = revision;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/clerk", CLERK, this::page),
                Route.get("/clerk/portrait/{party}", CLERK, picture(counter::portrait)),
                Route.get("/clerk/live/{party}", CLERK, picture(counter::live)));
    }

    /** The whole screen; nothing at all if it is asked for by a poll and nothing has changed since. */
    private void page(ServerRequest request, ServerResponse response) {
        CaseNow now = now();
        if (request.query().first("seen").filter(now.revision()::equals).isPresent()) {
            response.status(io.helidon.http.Status.NO_CONTENT_204).send();
            return;
        }
        Page.send(response, presentation.page().of("clerk.jte", view(now)));
    }

    private ClerkPage view(CaseNow now) {
        return new ClerkPage(
                presentation.office(),
                presentation.dictionary().in(seat.language()),
                means,
                seat.registrar(),
                now,
                status.get());
    }

    private CaseNow now() {
        ClerkView view = counter.clerkView();
        Set<Party> portraits = shown(counter::portrait);
        Set<Party> lives = shown(counter::live);
        boolean danger = seat.inDanger(view.encounter());
        return new CaseNow(view, portraits, lives, danger, revision.of(List.of(view, portraits, lives, danger)));
    }

    private static Set<Party> shown(Function<Party, Optional<Portrait>> pictures) {
        Set<Party> shown = EnumSet.noneOf(Party.class);
        for (Party party : Party.values()) {
            pictures.apply(party).ifPresent(held -> shown.add(party));
        }
        return shown;
    }

    /** From the session's memory, over loopback, wiped once sent; gone when the session's is. */
    private static Handler picture(Function<Party, Optional<Portrait>> pictures) {
        return (request, response) -> {
            Party party = Form.made(
                    () -> Party.valueOf(request.path().pathParameters().get("party")));
            byte[] picture = pictures.apply(party).flatMap(Bitmap::unlessWiped).orElseThrow(Problem::absent);
            try {
                response.header(HeaderNames.CONTENT_TYPE, "image/bmp").send(picture);
            } finally {
                Arrays.fill(picture, (byte) 0);
            }
        };
    }
}
