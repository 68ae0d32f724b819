package org.waypost.agent.panel;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.waypost.agent.audit.Audit;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.store.StoreFailure;
import org.waypost.drivers.panel.Lamp;
import org.waypost.drivers.panel.PanelEvent;
import org.waypost.drivers.panel.PanelJournal;
import org.waypost.drivers.panel.PanelRecord;

/**
 * Accounts for what a panel did and for what ails it. Calls for help and tampering are accounted for by who acts on
 * them, and who comes and goes before the terminal by nobody. A disk that fails puts out no lamp.
 */
public final class PanelAccount implements PanelJournal {
    private static final System.Logger LOG = System.getLogger(PanelAccount.class.getName());
    private static final String TERMINAL = "terminal";

    private final Audit audit;
    private volatile Lamp lit = Lamp.DARK;

    public PanelAccount(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void note(PanelRecord entry) {
        switch (entry) {
            case PanelRecord.LampSet set -> lamp(set);
            case PanelRecord.GateReleased released ->
                write(
                        released.at(),
                        Action.GATE_SET,
                        "RELEASED " + released.pulse().length().toMillis() + " ms " + released.cause());
            case PanelRecord.GateClosed closed -> write(closed.at(), Action.GATE_SET, "CLOSED " + closed.cause());
            case PanelRecord.Sensed sensed ->
                ailment(sensed.event()).ifPresent(line -> write(sensed.at(), line.action(), line.detail()));
            case PanelRecord.TamperCleared cleared -> {}
            case PanelRecord.Lost lost -> {
                lit = Lamp.DARK;
                write(lost.at(), Action.PANEL_LOST, lost.fault() + " " + lost.outputs());
            }
        }
    }

    /** The same lamp once more is no change. */
    private void lamp(PanelRecord.LampSet set) {
        if (set.lamp() != lit) {
            lit = set.lamp();
            write(set.at(), Action.LAMP_SET, set.lamp() + " " + set.cause());
        }
    }

    private static Optional<Line> ailment(PanelEvent event) {
        return switch (event) {
            case PanelEvent.HelpStuck stuck -> Optional.of(new Line(Action.HELP_STUCK, ""));
            case PanelEvent.LineNoisy noisy ->
                Optional.of(new Line(Action.LINE_NOISY, noisy.input().name()));
            case PanelEvent.HelpPressed pressed -> Optional.empty();
            case PanelEvent.TamperOpened opened -> Optional.empty();
            case PanelEvent.PresenceBegan began -> Optional.empty();
            case PanelEvent.PresenceEnded ended -> Optional.empty();
        };
    }

    private void write(Instant at, Action action, String detail) {
        try {
            audit.append(new AuditEvent(at, TERMINAL, action, UUID.randomUUID(), detail));
        } catch (StoreFailure failing) {
            LOG.log(WARNING, "what the panel did could not be written down", failing);
        }
    }

    private record Line(Action action, String detail) {}
}
