package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Supplier;

/** The station's side: seals a public report to the desk's key (HPKE, RFC 9180) and signs nothing. Thread safe. */
public final class TipSealer {
    /** Every tip without a photo is as long as this, in bytes under the seal. */
    static final int STEP = 4_096;

    /** Every tip with a photo is as long as this. */
    static final int PHOTO_STEP = 11 * STEP;

    private final Supplier<HybridEncrypt> desk;

    /**
     * Seals to one desk.
     *
     * @throws KeyFailure if the desk's key is not one to seal to
     */
    public TipSealer(KeysetHandle desk) {
        HybridEncrypt now = sealing(desk);
        this.desk = () -> now;
    }

    /**
     * Seals to the desk's primary key, as the file has it at each use.
     *
     * @throws KeyFailure if the file cannot be used now
     */
    public TipSealer(KeyFile desk) {
        this.desk = new KeysInUse<>(desk, TipSealer::sealing);
    }

    private static HybridEncrypt sealing(KeysetHandle keys) {
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("the desk's key is not a public key to seal to", e);
        }
    }

    /** The report as it may travel. */
    public SealedTip seal(PublicReport report) {
        int step = report.photo().isEmpty() ? STEP : PHOTO_STEP;
        byte[] packed = Packing.pack(Codec.write(report).getBytes(UTF_8), step);
        try {
            byte[] sealed =
                    desk.get().encrypt(packed, SealedTip.binding(report.id()).getBytes(UTF_8));
            return new SealedTip(
                    SealedTip.VERSION,
                    report.id(),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("the desk's key cannot seal", e);
        }
    }
}
