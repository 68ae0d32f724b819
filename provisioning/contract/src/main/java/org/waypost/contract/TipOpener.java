package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** The desk's side of a tip: opens its seal. Never throws for what arrives. Thread safe. */
public final class TipOpener {
    private final Supplier<HybridDecrypt> desk;

    /**
     * Opens with one set of keys.
     *
     * @throws KeyFailure if the key is not the desk's private sealing key
     */
    public TipOpener(KeysetHandle desk) {
        HybridDecrypt now = opening(desk);
        this.desk = () -> now;
    }

    /**
     * Opens with a set of keys, as the file holds it at each use.
     *
     * @throws KeyFailure if the file cannot be used now
     */
    public TipOpener(KeyFile desk) {
        this.desk = new KeysInUse<>(desk, TipOpener::opening);
    }

    private static HybridDecrypt opening(KeysetHandle keys) {
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("the desk's key is not a private key to open seals", e);
        }
    }

    /** The report; empty if it is not for this desk, is none, or is not the one its envelope names. */
    public Optional<PublicReport> open(SealedTip tip) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(tip.sealed());
            byte[] packed =
                    desk.get().decrypt(sealed, SealedTip.binding(tip.id()).getBytes(UTF_8));
            return Packing.unpack(packed, Codec.MESSAGE_MAX)
                    .flatMap(TipOpener::read)
                    .filter(report -> report.id().equals(tip.id()));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<PublicReport> read(byte[] json) {
        return switch (Codec.read(json, PublicReport.class)) {
            case Codec.Decoded<PublicReport> decoded -> Optional.of(decoded.value());
            case Codec.Malformed<PublicReport> malformed -> Optional.empty();
        };
    }
}
