package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The terminal's side: packs a report or amendment, seals it to the desk's key (HPKE, RFC 9180) and signs what results.
 * Thread safe.
 */
public final class ReportSealer {
    private final Signer signer;
    private final Supplier<HybridEncrypt> desk;

    /**
     * Seals to one desk.
     *
     * @param signer the terminal's
     * @param desk public sealing key of the addressed desk
     * @throws KeyFailure if the desk's key is not one to seal to
     */
    public ReportSealer(Signer signer, KeysetHandle desk) {
        this.signer = signer;
        HybridEncrypt now = sealing(desk);
        this.desk = () -> now;
    }

    /**
     * Seals to the desk's primary key, as the file has it at each use.
     *
     * @throws KeyFailure if the file cannot be used now
     */
    public ReportSealer(Signer signer, KeyFile desk) {
        this.signer = signer;
        this.desk = new KeysInUse<>(desk, ReportSealer::sealing);
    }

    private static HybridEncrypt sealing(KeysetHandle keys) {
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("the desk's key is not a public key to seal to", e);
        }
    }

    /** The report as it may travel; {@code sequence} is the terminal's next number, from 1. */
    public SealedReport seal(CaseReport report, long sequence) {
        return seal(report.id(), report.filing().terminal(), sequence, Codec.write(report));
    }

    /** The amendment as it may travel; its {@code sequence} is counted with the reports'. */
    public SealedReport seal(Amendment amendment, long sequence) {
        return seal(amendment.id(), amendment.by().terminal(), sequence, Codec.write(amendment));
    }

    private SealedReport seal(UUID id, TerminalId terminal, long sequence, String text) {
        String binding = SealedReport.binding(id, terminal, sequence);
        try {
            String sealed = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(desk.get().encrypt(Packing.pack(text.getBytes(UTF_8)), binding.getBytes(UTF_8)));
            return new SealedReport(
                    SealedReport.VERSION, id, terminal, sequence, sealed, signer.sign(binding + "\n" + sealed));
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("the desk's key cannot seal", e);
        }
    }
}
