package org.waypost.kiosk;

import org.waypost.agent.report.NoticeKeys;
import org.waypost.agent.report.OutboxKeys;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.ReceiptVerifier;
import org.waypost.contract.ReportSealer;
import org.waypost.contract.Signer;
import org.waypost.contract.Verifier;

/**
 * What this terminal signs with, seals with, and checks the hub's word with.
 *
 * @param outbox for reports and their receipts
 * @param notices for what the desk says
 */
record Credentials(OutboxKeys outbox, NoticeKeys notices) {

    /**
     * Reads the key files.
     *
     * @throws org.waypost.contract.KeyFailure if one is missing or of another kind
     */
    static Credentials of(Settings.Keys files) {
        Signer terminal = new Signer(files.signing());
        Verifier hub = new Verifier(files.hub());
        ReportSealer sealer = new ReportSealer(terminal, files.desk());
        return new Credentials(new OutboxKeys(sealer, new ReceiptVerifier(hub)), new NoticeKeys(terminal, hub));
    }
}
