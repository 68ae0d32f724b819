package org.waypost.kiosk.technician;

import static io.helidon.http.Status.SEE_OTHER_303;
import static org.waypost.kiosk.access.Audience.TECHNICIAN;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.waypost.drivers.simulated.MrzSimulator;
import org.waypost.drivers.simulated.PassportAuthority;
import org.waypost.drivers.simulated.PassportSignature;
import org.waypost.drivers.simulated.PassportSigner;
import org.waypost.drivers.simulated.SimulatedChipTerminal;
import org.waypost.kiosk.access.Form;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Language;
import org.waypost.kiosk.page.Page;
import org.waypost.kiosk.page.Presentation;

/**
 * The hands at simulated readers of passports: lays one chip down and its printed lines under the reader. The invented
 * country that signs them is founded anew at each start; its list is here, so that a hub can make a trust store of it.
 * Exists where the settings name such readers, and nowhere else. Safe for use by several threads.
 */
public final class SimulatedPassportPanel {
    private static final String COUNTRY = "UT";

    private final MrzSimulator zone;
    private final Optional<SimulatedChipTerminal> chip;
    private final Presentation presentation;
    private final PassportAuthority country;
    private final PassportSigner signer;
    private final AtomicReference<SimulatedPassport> last = new AtomicReference<>(SimulatedPassport.REMOVED);

    /**
     * The hands.
     *
     * @param zone reads printed lines
     * @param chip reads chips, if there is a simulated one
     */
    public SimulatedPassportPanel(
            MrzSimulator zone, Optional<SimulatedChipTerminal> chip, Presentation presentation, InstantSource clock) {
        this.zone = zone;
        this.chip = chip;
        this.presentation = presentation;
        this.country = PassportAuthority.founded(COUNTRY, clock.instant());
        this.signer = country.appoint(PassportSignature.ECDSA, clock.instant());
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/simulated/passport", TECHNICIAN, this::page),
                Route.post("/simulated/passport", TECHNICIAN, this::lay),
                Route.get("/simulated/passport/country.ml", TECHNICIAN, this::list),
                Route.get("/simulated/passport/country.cer", TECHNICIAN, this::certificate));
    }

    private void page(ServerRequest request, ServerResponse response) {
        SimulatedPassportPage shown = new SimulatedPassportPage(
                presentation.office(), presentation.dictionary().in(Language.CHINESE), last.get());
        Page.send(response, presentation.page().of("simulatedpassport.jte", shown));
    }

    private void lay(ServerRequest request, ServerResponse response) {
        SimulatedPassport passport = Form.of(request).one(SimulatedPassport.class, "passport");
        chip.ifPresent(reader -> passport.chip(signer).ifPresentOrElse(reader::place, reader::remove));
        if (!passport.lines().isEmpty()) {
            zone.swipe(passport.lines());
        }
        last.set(passport);
        response.status(SEE_OTHER_303)
                .header(HeaderNames.LOCATION, "/simulated/passport")
                .send();
    }

    private void list(ServerRequest request, ServerResponse response) {
        send(response, country.masterList(List.of(country.certificate())));
    }

    private void certificate(ServerRequest request, ServerResponse response) {
        send(response, country.certificate());
    }

    private static void send(ServerResponse response, byte[] file) {
        response.header(HeaderNames.CONTENT_TYPE, "application/octet-stream").send(file);
    }
}
