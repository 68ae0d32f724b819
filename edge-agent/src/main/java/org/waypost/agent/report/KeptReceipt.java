package org.waypost.agent.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.waypost.agent.report.Outbox.Proof;
import org.waypost.contract.Codec;
import org.waypost.contract.Receipt;
import org.waypost.contract.SignedReceipt;

/**
 * The hub's answer as it lies in the outbox, its signature checked when it came. It says nothing if the disk damaged
 * it.
 *
 * @param text JSON of the signed receipt
 */
record KeptReceipt(String text) {

    /** Why the hub refused; empty if it did not. */
    Optional<Receipt.Reason> refusal() {
        return signed().flatMap(signed -> switch (signed.receipt()) {
            case Receipt.Stored stored -> Optional.empty();
            case Receipt.AlreadyStored stored -> Optional.empty();
            case Receipt.Refused refused -> Optional.of(refused.reason());
        });
    }

    /** That the hub has a report filed then; empty if it refused. */
    Optional<Proof> proof(Instant created) {
        return signed().flatMap(signed -> switch (signed.receipt()) {
            case Receipt.Stored stored -> Optional.of(new Proof(created, stored.number(), stored.at(), signed));
            case Receipt.AlreadyStored stored -> Optional.of(new Proof(created, stored.number(), stored.at(), signed));
            case Receipt.Refused refused -> Optional.empty();
        });
    }

    private Optional<SignedReceipt> signed() {
        return switch (Codec.read(text.getBytes(UTF_8), SignedReceipt.class)) {
            case Codec.Decoded<SignedReceipt> decoded -> Optional.of(decoded.value());
            case Codec.Malformed<SignedReceipt> malformed -> Optional.empty();
        };
    }
}
