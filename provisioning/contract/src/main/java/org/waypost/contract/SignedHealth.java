package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A {@link Health} as it travels: its JSON text, signed as it stands.
 *
 * @param version format, now {@value #VERSION}
 * @param terminal whose it is, as inside
 * @param health the JSON text of the health
 * @param signature Ed25519 by the terminal over all other components, base64url
 */
public record SignedHealth(int version, TerminalId terminal, String health, String signature) {
    /** The format this code writes and reads. */
    public static final int VERSION = 1;

    private static final int LONGEST = 16_384;

    public SignedHealth {
        if (version != VERSION) {
            throw new IllegalArgumentException("health of version " + version);
        }
        requireNonNull(terminal);
        health = Text.some(LONGEST, "health", health);
        signature = Text.some(200, "signature", signature);
    }

    /** Signs a health; only the terminal holds the key. */
    public static SignedHealth sign(Health health, Signer terminalKey) {
        String text = Codec.write(health);
        return new SignedHealth(
                VERSION, health.terminal(), text, terminalKey.sign(signedText(health.terminal(), text)));
    }

    /** The health, if the terminal named outside signed it and is named inside. */
    public Optional<Health> opened(Verifier terminalKey) {
        if (!terminalKey.signed(signedText(terminal, health), signature)) {
            return Optional.empty();
        }
        return switch (Codec.read(health.getBytes(UTF_8), Health.class)) {
            case Codec.Decoded<Health> decoded ->
                Optional.of(decoded.value()).filter(inside -> inside.terminal().equals(terminal));
            case Codec.Malformed<Health> malformed -> Optional.empty();
        };
    }

    private static String signedText(TerminalId terminal, String health) {
        return String.join("\n", "waypost-health-" + VERSION, terminal.value(), health);
    }
}
