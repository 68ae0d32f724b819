package org.waypost.agent.report;

import static java.util.Objects.requireNonNull;

import org.waypost.contract.Signer;
import org.waypost.contract.Verifier;

/**
 * What notices are checked and acknowledged with.
 *
 * @param terminal with the terminal's signing key
 * @param hub with the hub's receipt key
 */
public record NoticeKeys(Signer terminal, Verifier hub) {
    public NoticeKeys {
        requireNonNull(terminal);
        requireNonNull(hub);
    }
}
