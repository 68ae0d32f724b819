package org.waypost.kiosk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.waypost.agent.audit.Audit;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.audit.SqliteAudit;
import org.waypost.agent.audit.Unanswered;
import org.waypost.agent.encounter.MarriageCounter;
import org.waypost.agent.panel.PanelAccount;
import org.waypost.agent.panel.Technician;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.panel.PanelEvent;
import org.waypost.drivers.panel.PanelWatch.Tamper;
import org.waypost.drivers.panel.TamperReset;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Presentation;
import org.waypost.kiosk.technician.PanelScreen;
import org.waypost.kiosk.technician.SimulatedBoardScreen;

/** A panel at work at its counter. Started once, closed once. */
final class PanelPost implements AutoCloseable {
    private final PanelDevice device;
    private final Housing housing;
    private final MarriageCounter counter;
    private final Audit audit;
    private final InstantSource clock;
    private final PanelWatcher watcher;
    private final Beat lamp;

    /** @param outOfOrder whether the card reader fails */
    PanelPost(PanelDevice device, Housing housing, Agent agent, BooleanSupplier outOfOrder, InstantSource clock) {
        this.device = device;
        this.housing = housing;
        this.counter = agent.counter();
        this.audit = new SqliteAudit(agent.store());
        this.clock = clock;
        this.watcher = new PanelWatcher(device.panel(), housing.health(), this::act);
        PublicLamp lights = new PublicLamp(device.panel()::show, counter::partyView, outOfOrder);
        this.lamp = new Beat("the lamp could not be set", lights::look);
        device.panel().tell(new PanelAccount(audit));
        housing.tampering().recall(new Unanswered(agent.store()).openings());
        counter.housing(housing.tampering().since());
    }

    void start() {
        watcher.start();
        lamp.start();
    }

    /** The lamp goes out; nothing is sensed any more. */
    @Override
    public void close() {
        lamp.close();
        watcher.close();
        device.panel().close();
    }

    /** Where a technician says that they have looked, and the page of a simulated panel. */
    List<Route> routes(Presentation presentation) {
        return Stream.concat(
                        new PanelScreen(this::looked).routes().stream(),
                        device.board().stream()
                                .flatMap(board -> new SimulatedBoardScreen(board, presentation).routes().stream()))
                .toList();
    }

    boolean simulated() {
        return device.board().isPresent();
    }

    private void act(PanelEvent event) {
        switch (event) {
            case PanelEvent.HelpPressed pressed -> counter.helpPressed(pressed.at());
            case PanelEvent.TamperOpened opened -> {
                housing.tampering().opened(opened, audit);
                counter.housing(housing.tampering().since());
            }
            case PanelEvent.HelpStuck stuck -> {}
            case PanelEvent.LineNoisy noisy -> {}
            case PanelEvent.PresenceBegan began -> {}
            case PanelEvent.PresenceEnded ended -> {}
        }
    }

    /** Takes back what a technician has looked at, unless the housing is still open. */
    private Reading<Tamper> looked(Technician by) {
        Reading<Tamper> loop = device.panel().reset(new TamperReset(by.name()));
        if (loop instanceof Reading.Taken<Tamper> taken && taken.value() == Tamper.INTACT) {
            Instant now = clock.instant();
            audit.append(new AuditEvent(now, by.name(), Action.PANEL_CHECKED, UUID.randomUUID(), ""));
            housing.tampering().reset(by, now, audit);
            housing.health().looked();
            counter.housing(housing.tampering().since());
        }
        return loop;
    }
}
