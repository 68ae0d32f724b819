package org.waypost.hub;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waypost.contract.KeyStep;
import org.waypost.contract.KeySuccession;
import org.waypost.contract.KeySuccession.Former;
import org.waypost.hub.store.SqlKeyChanges;
import org.waypost.hub.store.SqlKeyChanges.Change;
import org.waypost.hub.store.SqlKeyUse;

/**
 * The steps of changing one key of the hub, each accounted for, and what is said of each.
 *
 * @param use what in the store needs a former key
 * @param now when this is done
 */
record KeyRotation(RotatedKey key, KeySuccession keys, SqlKeyUse use, SqlKeyChanges changes, Instant now) {

    Said add() {
        return told(make(Change.ADDED, "", keys::add), "a key waits", key.added());
    }

    Said activate() {
        return told(make(Change.ACTIVATED, "", () -> keys.activate(now)), "the waiting key is in use", key.activated());
    }

    private KeySuccession.Step make(Change change, String note, KeyStep step) {
        return changes.make(change, key.name().toLowerCase(Locale.ROOT), note, step);
    }

    private Said told(KeySuccession.Step step, String done, String next) {
        return switch (step) {
            case DONE -> new Said(true, done + " in " + files() + ": " + next);
            case ONE_WAITS -> new Said(false, "a key waits already: " + key.added());
            case NONE_WAITS -> new Said(false, "no key waits: add one without --activate first");
            case FULL -> new Said(false, "there are " + KeySuccession.KEYS_MAX + " keys: --retire former ones first");
        };
    }

    /** A line for each former key. */
    List<Said> retire(Duration overlap) throws GeneralSecurityException, IOException {
        List<Said> said = new ArrayList<>();
        for (Former one : keys.former()) {
            Optional<String> need = need(one, overlap);
            said.add(need.map(why -> new Said(false, "key " + one.name() + " stays: " + why))
                    .orElseGet(() -> removed(one)));
        }
        return said.isEmpty() ? List.of(new Said(false, "there is no former key")) : said;
    }

    private Said removed(Former one) {
        make(Change.RETIRED, one.name(), () -> {
            keys.remove(one);
            return KeySuccession.Step.DONE;
        });
        return new Said(
                true, "key " + one.name() + " is gone from " + files() + ": take both to wherever they are used");
    }

    private String files() {
        return keys.keys().path() + ", public in " + keys.publicKeys().path();
    }

    private Optional<String> need(Former one, Duration overlap) throws GeneralSecurityException, IOException {
        if (one.followed().isEmpty()) {
            keys.note(one, now);
        }
        Instant followed = one.followed().orElse(now);
        Instant end = followed.plus(overlap);
        return now.isBefore(end)
                ? Optional.of("terminals may still use it; do this again after " + day(end))
                : key.need(keys, one, followed, use);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** A line for the operator. */
    record Said(boolean done, String line) {}
}
