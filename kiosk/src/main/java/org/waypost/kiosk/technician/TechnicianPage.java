package org.waypost.kiosk.technician;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.kiosk.page.Words;
import org.waypost.kiosk.registry.Status;

/**
 * What the technician's page shows.
 *
 * @param office name of the registry
 * @param words in which language
 * @param status of the terminal
 * @param journey lines of {@link TechnicianScreen#lines}
 * @param simulated devices that have a page of their own, to lay cards and fingers
 */
public record TechnicianPage(String office, Words words, Status status, String journey, Set<DeviceKind> simulated) {

    public boolean simulates(DeviceKind kind) {
        return simulated.contains(kind);
    }

    /** A moment, or a dash. */
    public String at(Optional<Instant> moment) {
        return moment.map(words::minute).orElse("–");
    }
}
