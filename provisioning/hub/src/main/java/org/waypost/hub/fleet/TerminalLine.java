package org.waypost.hub.fleet;

import java.time.Instant;
import java.util.Optional;
import org.waypost.contract.Health;
import org.waypost.contract.TerminalId;

/**
 * One terminal as the desk sees it.
 *
 * @param quarantine the one in which it is
 * @param heard what it said last; empty if it never said anything
 */
public record TerminalLine(
        TerminalId terminal,
        Standing standing,
        Optional<Quarantines.Quarantine> quarantine,
        Optional<HealthStore.Heard> heard) {

    static TerminalLine of(TerminalId terminal, Reading reading, Optional<HealthStore.Heard> heard, Instant now) {
        Standing standing = switch (reading.treatment) {
            case QUARANTINED -> Standing.QUARANTINED;
            case SLOWED -> Standing.SLOWED;
            case READ -> heard.map(last -> standing(last, now)).orElse(Standing.NEVER_HEARD);
        };
        return new TerminalLine(terminal, standing, reading.quarantine, heard);
    }

    private static Standing standing(HealthStore.Heard last, Instant now) {
        if (last.at().plus(Fleet.SILENCE).isBefore(now)) {
            return Standing.SILENT;
        }
        boolean listed =
                last.health().list().filter(list -> list.expires().isAfter(now)).isPresent();
        boolean working = last.health().devices().stream().allMatch(TerminalLine::isWell);
        return listed && working ? Standing.WELL : Standing.AILING;
    }

    private static boolean isWell(Health.Device device) {
        return device.condition() == Health.Condition.WORKING && device.identity() != Health.Identity.DIFFERS;
    }

    /** How its messages are read. */
    record Reading(Conduct.Treatment treatment, Optional<Quarantines.Quarantine> quarantine) {}

    /** What the desk should make of it, the most pressing first. */
    public enum Standing {
        /** It went on: of its reports only danger and children are taken, until an officer releases it. */
        QUARANTINED,
        /** It sends what is not its own, or far too much, and is read slowly. */
        SLOWED,
        /** Nothing came for longer than three beats: it may be off, cut off, or gone. */
        SILENT,
        /** A device fails, or it screens against no list that counts. */
        AILING,
        /** It is enrolled and never said anything. */
        NEVER_HEARD,
        WELL
    }
}
