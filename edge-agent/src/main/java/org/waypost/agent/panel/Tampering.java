package org.waypost.agent.panel;

import static java.lang.System.Logger.Level.ERROR;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waypost.agent.audit.Audit;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.store.StoreFailure;
import org.waypost.drivers.panel.PanelEvent.TamperOpened;

/**
 * Whether the housing was opened and no technician has looked since. Stays so until a named one takes it back, also
 * after a restart; that nothing more follows from it is for people to change. Safe for use by several threads.
 */
public final class Tampering {
    private static final System.Logger LOG = System.getLogger(Tampering.class.getName());
    private static final String TERMINAL = "terminal";

    private final Map<UUID, Instant> open = new LinkedHashMap<>();

    /** Since when; empty while the housing is to be trusted. */
    public synchronized Optional<Instant> since() {
        return open.values().stream().min(Instant::compareTo);
    }

    /** Openings from before this start that nobody has answered. */
    public synchronized void recall(Map<UUID, List<Instant>> openings) {
        openings.forEach((id, at) -> open.put(id, at.getFirst()));
    }

    /** The housing was opened; known from now on even if it cannot be written down. */
    public synchronized void opened(TamperOpened event, Audit audit) {
        if (open.isEmpty()) {
            UUID id = UUID.randomUUID();
            open.put(id, event.at());
            try {
                audit.append(new AuditEvent(
                        event.at(),
                        TERMINAL,
                        Action.TAMPER_OPENED,
                        id,
                        event.found().name()));
            } catch (StoreFailure failing) {
                LOG.log(ERROR, "that the housing was opened could not be written down", failing);
            }
        }
    }

    /**
     * A technician has looked.
     *
     * @throws StoreFailure if it cannot be written down; the housing is then as before
     */
    public synchronized void reset(Technician by, Instant at, Audit audit) {
        open.keySet().forEach(id -> audit.append(new AuditEvent(at, by.name(), Action.TAMPER_RESET, id, "")));
        open.clear();
    }
}
