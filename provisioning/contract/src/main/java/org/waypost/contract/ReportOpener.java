package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * The desk's side: checks the terminal's signature, then opens the seal. Never throws for what arrives. Thread safe.
 */
public final class ReportOpener {
    private final Supplier<HybridDecrypt> desk;

    /**
     * Opens with one set of keys.
     *
     * @throws KeyFailure if the key is not the desk's private sealing key
     */
    public ReportOpener(KeysetHandle desk) {
        HybridDecrypt now = opening(desk);
        this.desk = () -> now;
    }

    /**
     * Opens with a set of keys, as the file holds it at each use.
     *
     * @throws KeyFailure if the file cannot be used now
     */
    public ReportOpener(KeyFile desk) {
        this.desk = new KeysInUse<>(desk, ReportOpener::opening);
    }

    private static HybridDecrypt opening(KeysetHandle keys) {
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("the desk's key is not a private key to open seals", e);
        }
    }

    /**
     * Whether the terminal signed this very message for this very topic.
     *
     * @param topic where it arrived
     * @param terminal key of the terminal the topic names
     */
    public static boolean signed(Topic topic, SealedReport message, Verifier terminal) {
        return topic.equals(Topic.report(message.terminal()))
                && terminal.signed(binding(message) + "\n" + message.sealed(), message.signature());
    }

    /** Opens the seal of a message whose signature was found good. */
    public Opening open(SealedReport message) {
        byte[] packed;
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(message.sealed());
            packed = desk.get().decrypt(sealed, binding(message).getBytes(UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return new Opening.Closed(Receipt.Reason.NOT_FOR_THIS_DESK);
        }
        return Packing.unpack(packed, Codec.MESSAGE_MAX)
                .map(json -> read(message, json))
                .orElseGet(() -> new Opening.Closed(Receipt.Reason.NOT_A_REPORT));
    }

    private static Opening read(SealedReport message, byte[] json) {
        return switch (Codec.read(json, CaseReport.class)) {
            case Codec.Decoded<CaseReport> decoded -> matching(message, decoded.value());
            case Codec.Malformed<CaseReport> malformed -> amendment(message, json);
        };
    }

    /** No text is both: each record has properties that the other has not, and the codec takes no others. */
    private static Opening amendment(SealedReport message, byte[] json) {
        return switch (Codec.read(json, Amendment.class)) {
            case Codec.Decoded<Amendment> decoded -> matching(message, decoded.value());
            case Codec.Malformed<Amendment> malformed -> new Opening.Closed(Receipt.Reason.NOT_A_REPORT);
        };
    }

    private static Opening matching(SealedReport message, Amendment amendment) {
        boolean named =
                amendment.id().equals(message.id()) && amendment.by().terminal().equals(message.terminal());
        return named ? new Opening.Amended(amendment) : new Opening.Closed(Receipt.Reason.NOT_A_REPORT);
    }

    private static Opening matching(SealedReport message, CaseReport report) {
        boolean named =
                report.id().equals(message.id()) && report.filing().terminal().equals(message.terminal());
        return named ? new Opening.Opened(report) : new Opening.Closed(Receipt.Reason.NOT_A_REPORT);
    }

    private static String binding(SealedReport message) {
        return SealedReport.binding(message.id(), message.terminal(), message.sequence());
    }

    /** What lay under the seal. */
    public sealed interface Opening {
        /** The report, which is the one its envelope names. */
        record Opened(CaseReport report) implements Opening {}

        /** An amendment of a report, which is the one its envelope names. */
        record Amended(Amendment amendment) implements Opening {}

        /** It could not be opened or is neither. */
        record Closed(Receipt.Reason reason) implements Opening {}
    }
}
