package org.waypost.kiosk.registry;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.waypost.agent.encounter.Registrar;
import org.waypost.kiosk.page.Language;

/**
 * Who sits at the registrar's screen and what it is shown in; lives as long as the process. Safe for use by several
 * threads.
 */
final class ClerkSeat {
    private final AtomicReference<Optional<Registrar>> registrar = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Language> language = new AtomicReference<>(Language.CHINESE);
    private final AtomicReference<Optional<UUID>> danger = new AtomicReference<>(Optional.empty());

    Optional<Registrar> registrar() {
        return registrar.get();
    }

    void sits(Registrar one) {
        registrar.set(Optional.of(one));
    }

    void leaves() {
        registrar.set(Optional.empty());
    }

    Language language() {
        return language.get();
    }

    void reads(Language one) {
        language.set(one);
    }

    /** Keeps the call to 110 on the screen until the case is another one. */
    void danger(UUID encounter) {
        danger.set(Optional.of(encounter));
    }

    boolean inDanger(Optional<UUID> encounter) {
        return encounter.isPresent() && danger.get().equals(encounter);
    }
}
