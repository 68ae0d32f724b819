package org.waypost.hub.fleet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.waypost.contract.TerminalId;

/** Something about each of some terminals; of more than that, the one that was met longest ago is forgotten. */
final class Remembered<V> extends LinkedHashMap<TerminalId, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    Remembered(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<TerminalId, V> eldest) {
        return size() > most;
    }
}
