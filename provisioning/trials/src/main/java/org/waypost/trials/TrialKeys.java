package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.waypost.agent.report.OutboxKeys;
import org.waypost.agent.watchlist.Blinding;
import org.waypost.contract.DocumentBlinder;
import org.waypost.contract.KeyFile;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.ReceiptVerifier;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.ReportSealer;
import org.waypost.contract.Signer;
import org.waypost.contract.Verifier;

/**
 * Keys of a terminal and its hub for one trial, both halves of each.
 *
 * @param directory holds nothing else
 */
record TrialKeys(Path directory) {

    static TrialKeys make(Path directory) throws IOException {
        TrialKeys keys = new TrialKeys(Files.createDirectories(directory));
        try {
            keys.file("terminal").writePrivate(KeyFile.newSigningKey());
            keys.file("desk").writePrivate(KeyFile.newSealingKey());
            keys.file("hub").writePrivate(KeyFile.newSigningKey());
            keys.file("blinding").writePrivate(KeyFile.newBlindingKey());
            keys.file("terminal.public").writePublic(keys.file("terminal").read());
            keys.file("desk.public").writePublic(keys.file("desk").read());
            keys.file("hub.public").writePublic(keys.file("hub").read());
        } catch (GeneralSecurityException e) {
            throw new IOException("no keys could be made", e);
        }
        return keys;
    }

    OutboxKeys outbox() {
        return new OutboxKeys(
                new ReportSealer(
                        new Signer(file("terminal").read()), file("desk.public").read()),
                new ReceiptVerifier(hub()));
    }

    Verifier terminal() {
        return new Verifier(file("terminal.public").read());
    }

    ReportOpener desk() {
        return new ReportOpener(file("desk").read());
    }

    ReceiptSigner receipts() {
        return new ReceiptSigner(issuer());
    }

    Signer issuer() {
        return new Signer(file("hub").read());
    }

    Verifier hub() {
        return new Verifier(file("hub.public").read());
    }

    DocumentBlinder blinder() {
        return new DocumentBlinder(file("blinding").read());
    }

    Blinding blinding() {
        return new Blinding(blinder());
    }

    private KeyFile file(String name) {
        return new KeyFile(directory.resolve(name + ".json"));
    }
}
