package org.waypost.hub.intake;

import java.util.Optional;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Verifier;

/** The keys of the enrolled terminals. */
@FunctionalInterface
public interface TerminalKeys {
    /** The key of a terminal; empty if it is not enrolled, or no longer. */
    Optional<Verifier> of(TerminalId terminal);
}
