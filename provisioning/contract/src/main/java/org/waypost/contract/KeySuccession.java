package org.waypost.contract;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How the keys of one private file follow each other. A new key waits at the end of the set; once it is the primary one
 * it signs, or is sealed to; the former ones stand before it and still open and verify. Each step writes the private
 * file, then its public half beside it, {@code desk-public.json} beside {@code desk.json}; a step that broke off is
 * mended by the next one. For one process at a time, which {@link KeyLock} sees to.
 *
 * @param keys the private file
 */
public record KeySuccession(KeyFile keys) {
    /** Most keys of one set. */
    public static final int KEYS_MAX = 16;

    /**
     * Adds a key of the same kind, which waits: nothing is signed with it or sealed to it yet.
     *
     * @throws KeyFailure if there is no private set
     */
    public Step add() throws GeneralSecurityException, IOException {
        KeysetHandle set = keys.read();
        if (isWaiting(set)) {
            return refused(Step.ONE_WAITS);
        }
        if (set.size() >= KEYS_MAX) {
            return refused(Step.FULL);
        }
        write(builder(set)
                .addEntry(KeysetHandle.generateEntryFromParameters(
                                set.getPrimary().getKey().getParameters())
                        .withRandomId()));
        return Step.DONE;
    }

    /**
     * Makes the waiting key the primary one.
     *
     * @param now from when on the one before it is a former one
     * @throws KeyFailure if there is no private set
     */
    public Step activate(Instant now) throws GeneralSecurityException, IOException {
        KeysetHandle set = keys.read();
        if (!isWaiting(set)) {
            return refused(Step.NONE_WAITS);
        }
        dates().note(set.getPrimary().getId(), now);
        KeysetHandle.Builder next = builder(set);
        next.getAt(set.size() - 1).makePrimary();
        write(next);
        return Step.DONE;
    }

    /** Those before the primary one, oldest first. */
    public List<Former> former() throws IOException {
        KeysetHandle set = keys.read();
        SuccessionDates dates = dates();
        List<Former> former = new ArrayList<>();
        for (int i = 0; i < primary(set); i++) {
            int id = set.getAt(i).getId();
            former.add(new Former(id, dates.of(id)));
        }
        return former;
    }

    /** Notes a former key as followed now, where nothing is noted of it: a lost note makes it stay longer. */
    public void note(Former key, Instant now) throws IOException {
        dates().note(key.id(), now);
    }

    /** Takes a former key away; what was sealed to it or signed with it can no longer be opened or verified. */
    public void remove(Former key) throws GeneralSecurityException, IOException {
        write(without(key));
        dates().forget(key.id());
    }

    /** What is verified without a former key. */
    public Verifier verifierWithout(Former key) throws GeneralSecurityException {
        return new Verifier(without(key).build().getPublicKeysetHandle());
    }

    /**
     * Takes what any key of the set signed.
     *
     * @throws KeyFailure if the file cannot be read, or holds no private keys for signatures
     */
    public Verifier verifier() {
        try {
            return new Verifier(keys.read().getPublicKeysetHandle());
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("the key set " + keys.path() + " has no public half: restore it from a backup", e);
        }
    }

    /** All public halves, as text of a file. */
    String publicText() throws GeneralSecurityException {
        return KeyFile.publicText(keys.read());
    }

    /** Those of the primary key and of one that waits. */
    String publicTextWithoutFormer() throws GeneralSecurityException {
        KeysetHandle set = keys.read();
        KeysetHandle.Builder rest = builder(set);
        for (int former = primary(set) - 1; former >= 0; former--) {
            rest.deleteAt(former);
        }
        return KeyFile.publicText(rest.build());
    }

    /** Where the public half is. */
    public KeyFile publicKeys() {
        Path path = keys.path();
        String name = path.getFileName().toString();
        String stem = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
        return new KeyFile(path.resolveSibling(stem + "-public.json"));
    }

    private KeysetHandle.Builder without(Former key) throws GeneralSecurityException {
        KeysetHandle set = keys.read();
        KeysetHandle.Builder rest = builder(set);
        IntStream.range(0, primary(set))
                .filter(i -> set.getAt(i).getId() == key.id())
                .findFirst()
                .ifPresent(rest::deleteAt);
        return rest;
    }

    private static KeysetHandle.Builder builder(KeysetHandle set) throws GeneralSecurityException {
        return KeysetHandle.newBuilder(set).setConfiguration(RegistryConfiguration.get());
    }

    private static boolean isWaiting(KeysetHandle set) {
        return primary(set) < set.size() - 1;
    }

    private static int primary(KeysetHandle set) {
        return IntStream.range(0, set.size())
                .filter(i -> set.getAt(i).isPrimary())
                .findFirst()
                .orElseThrow();
    }

    private void write(KeysetHandle.Builder next) throws GeneralSecurityException, IOException {
        KeysetHandle set = next.build();
        keys.replacePrivate(set);
        publicKeys().replacePublic(set, keys);
    }

    private Step refused(Step reason) throws GeneralSecurityException, IOException {
        publicKeys().replacePublic(keys.read(), keys);
        return reason;
    }

    private SuccessionDates dates() {
        return new SuccessionDates(keys);
    }

    /** What became of a step. */
    public enum Step {
        /** The files are written. */
        DONE,
        /** A key waits already: it is to be activated first. */
        ONE_WAITS,
        /** No key waits: one is to be added first. */
        NONE_WAITS,
        /** There are {@value #KEYS_MAX} keys: former ones are to be removed first. */
        FULL
    }

    /**
     * A key that another one followed.
     *
     * @param id Tink's
     * @param followed when; empty if the note of it was lost
     */
    public record Former(int id, Optional<Instant> followed) {
        /** What stands in the JSON of each message that is sealed to it, and by 28 bits of chance in no other. */
        public String mark() {
            return "\"sealed\":\"" + TinkPrefix.begin(id);
        }

        /** How each signature made with it begins, and by 30 bits of chance no other. */
        public String signature() {
            return TinkPrefix.begin(id);
        }

        /** As an operator reads it. */
        public String name() {
            return "%08x".formatted(id);
        }
    }
}
