package org.waypost.agent.report;

import static java.util.Objects.requireNonNull;

import org.waypost.contract.ReceiptVerifier;
import org.waypost.contract.ReportSealer;

/**
 * What an outbox signs, seals and checks with.
 *
 * @param sealer with the terminal's signing key and the desk's sealing key
 * @param hub with the hub's receipt key
 */
public record OutboxKeys(ReportSealer sealer, ReceiptVerifier hub) {
    public OutboxKeys {
        requireNonNull(sealer);
        requireNonNull(hub);
    }
}
