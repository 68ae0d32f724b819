package org.waypost.kiosk;

import static java.lang.System.Logger.Level.WARNING;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.waypost.agent.report.CourierHealth;
import org.waypost.agent.report.DeadLetters;
import org.waypost.agent.report.DutyClock;
import org.waypost.agent.report.Outbox;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.store.StoreFailure;
import org.waypost.contract.Notice;
import org.waypost.drivers.device.Health;
import org.waypost.kiosk.registry.Duties;
import org.waypost.kiosk.registry.Status;

/**
 * Asks the parts of a terminal how they are. A disk that fails must not take the registrar's screen with it.
 *
 * @param agent outbox, courier and list
 * @param devices each device
 * @param sight camera and comparison
 * @param duty to report
 */
record Condition(Agent agent, Supplier<List<Health>> devices, Sight sight, Settings.Duty duty)
        implements Supplier<Status> {
    private static final System.Logger LOG = System.getLogger(Condition.class.getName());

    @Override
    public Status get() {
        try {
            return status(
                    agent.courier().health(),
                    agent.outbox().rows(),
                    agent.notices().latest(),
                    agent.duties().dues(),
                    new DeadLetters(agent.store()).count());
        } catch (StoreFailure failing) {
            LOG.log(WARNING, "the state of the outbox is not known: {0}", failing.getMessage());
            Outbox.Backlog unknown = new Outbox.Backlog(0, 0, Optional.empty(), Optional.empty());
            return status(
                    new CourierHealth(Optional.empty(), Optional.ofNullable(failing.getMessage()), unknown),
                    List.of(),
                    Map.of(),
                    List.of(),
                    new DeadLetters.Count(0, 0));
        }
    }

    private Status status(
            CourierHealth courier,
            List<Outbox.Row> rows,
            Map<UUID, Notice> said,
            List<DutyClock.Due> dues,
            DeadLetters.Count dead) {
        return new Status(
                courier,
                agent.watchlist().standing(),
                agent.trust().standing(),
                devices.get(),
                sight.faces().health(),
                rows,
                said,
                new Duties(duty, dues),
                dead);
    }
}
