package org.waypost.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.waypost.agent.report.SigningKeys;
import org.waypost.contract.Codec;
import org.waypost.contract.KeyAnnouncement;
import org.waypost.contract.KeySuccession;
import org.waypost.contract.TerminalId;

/**
 * The steps of changing a terminal's signing key, and what is said of each. What the hub is to know lies in
 * {@code signing-announced.json} beside {@code signing.json}.
 *
 * @param changes makes each step and accounts for it
 * @param keys the private file
 */
record SigningKeyRotation(TerminalId terminal, SigningKeys changes, KeySuccession keys, InstantSource clock) {

    /** Adds a key that waits, and announces it, signed with the one in use; said again, it is announced again. */
    Said add() throws GeneralSecurityException, IOException {
        return switch (changes.add()) {
            case DONE, ONE_WAITS ->
                announced(KeyAnnouncement.ofAll(terminal, keys, clock.instant()), "a key waits", "");
            case FULL -> new Said(false, "there are " + KeySuccession.KEYS_MAX + " keys: --retire former ones first");
            case NONE_WAITS -> throw new IllegalStateException("adding needs none that waits");
        };
    }

    /** Signs with the waiting key, once the hub knows it: signed sooner, nothing would be taken there. */
    Said activate(String taken) throws IOException {
        if (lastAnnounced().filter(last -> last.taken().equals(taken)).isEmpty()) {
            return new Said(
                    false,
                    "that is not the code the hub says of the last announcement: take " + file()
                            + " to the hub (take-terminal-keys), or announce again without --activate");
        }
        return switch (changes.activate()) {
            case DONE ->
                new Said(
                        true,
                        "the waiting key signs from now on: start the terminal; once it has nothing queued,"
                                + " --retire the former one");
            case NONE_WAITS -> new Said(false, "no key waits: add one without --activate first");
            case ONE_WAITS, FULL -> throw new IllegalStateException("activating adds none");
        };
    }

    /** Announces the keys without former ones, once nothing queued is signed with them, and takes those away. */
    Said retire() throws GeneralSecurityException, IOException {
        List<SigningKeys.Use> former = changes.former();
        long waiting = former.stream().mapToLong(SigningKeys.Use::waiting).sum();
        if (former.isEmpty() || waiting > 0) {
            return new Said(
                    false,
                    former.isEmpty()
                            ? "there is no former key"
                            : waiting + " queued messages are signed with a former key: start the terminal, do this"
                                    + " again when the hub has answered them");
        }
        former.stream().filter(use -> !use.audit()).forEach(use -> changes.remove(use.key()));
        long kept = former.stream().filter(SigningKeys.Use::audit).count();
        return announced(
                KeyAnnouncement.withoutFormer(terminal, keys, clock.instant()),
                "the hub is to forget the former keys",
                kept == 0
                        ? ""
                        : "; " + kept + " stay here, since the audit has ends signed with them: do this again"
                                + " when those are purged");
    }

    private Said announced(KeyAnnouncement announcement, String done, String more) throws IOException {
        announcement.write(file(), keys.keys());
        return new Said(true, done + ": take " + file() + " to the hub, take-terminal-keys --file" + more);
    }

    private Optional<KeyAnnouncement> lastAnnounced() throws IOException {
        try {
            return switch (KeyAnnouncement.read(Files.readString(file()))) {
                case Codec.Decoded<KeyAnnouncement> decoded -> Optional.of(decoded.value());
                case Codec.Malformed<KeyAnnouncement> malformed -> Optional.empty();
            };
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private Path file() {
        String name = keys.publicKeys().path().getFileName().toString();
        return keys.keys().path().resolveSibling(name.replace("-public.json", "-announced.json"));
    }

    /** A line for the operator. */
    record Said(boolean done, String line) {}
}
