package org.waypost.agent.watchlist;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.document.IdCard;
import org.waypost.drivers.idcard.Document;

/** A terminal before its list, its hub, and a place for what the hub offers. */
abstract class WatchlistScene {
    final Hands clock = new Hands(Lists.NOON);
    final Lists hub;
    Path file = Path.of("unset");
    Path offered = Path.of("unset");

    @TempDir
    Path folder = Path.of("unset");

    WatchlistScene() throws GeneralSecurityException {
        hub = new Lists();
    }

    @BeforeEach
    void names() {
        file = folder.resolve("list.json");
        offered = folder.resolve("offered.json");
    }

    static Screening screen(Watchlist list, Document document) {
        try (document) {
            return list.screen(new IdCard(document));
        }
    }

    Watchlist open() {
        return hub.at(file, clock);
    }
}
