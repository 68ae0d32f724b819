package org.waypost.agent.encounter;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.idcard.Document;

/** The documents, with their portraits, that a counter holds at the moment (invariant I3). Thread safe. */
final class Custody {
    private final Map<Party, Document> documents = new EnumMap<>(Party.class);

    synchronized void take(Party party, Document document) {
        release(party);
        documents.put(party, document);
    }

    synchronized Optional<Portrait> portrait(Party party) {
        return Optional.ofNullable(documents.get(party)).flatMap(Document::portrait);
    }

    /** Zeroes what is held of one party. */
    synchronized void release(Party party) {
        Document document = documents.remove(party);
        if (document != null) {
            document.close();
        }
    }

    /** Zeroes everything. */
    synchronized void release() {
        for (Party party : Party.values()) {
            release(party);
        }
    }
}
