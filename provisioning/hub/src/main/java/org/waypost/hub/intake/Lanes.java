package org.waypost.hub.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.hub.fleet.Conduct;

/**
 * Sorts what arrived over one connection, so that a terminal that is read slowly holds up no other: its messages wait
 * in a lane of its own, not acknowledged, until it is their turn. What finds its lane full is let go without a receipt:
 * the terminal has it, and sends it again. For one thread.
 */
final class Lanes<M extends Incoming> {
    /** Messages of one terminal that wait. */
    static final int LANE_MAX = 8;

    /** Messages that wait in all lanes: half of what may be under way to us stays for the others. */
    static final int ALL_MAX = Arrivals.WINDOW / 2;

    private final Conduct conduct;
    private final Map<TerminalId, Deque<M>> lanes = new LinkedHashMap<>();
    private int waiting;

    Lanes(Conduct conduct) {
        this.conduct = conduct;
    }

    /** What is to be dealt with now, and what is let go; the rest waits. */
    Sorted<M> sort(List<M> arrived) {
        Sorted<M> sorted = new Sorted<>(new ArrayList<>(), new ArrayList<>());
        arrived.forEach(message -> place(message, sorted));
        callUp(sorted.now);
        return sorted;
    }

    private void place(M message, Sorted<M> sorted) {
        Optional<TerminalId> slowed =
                Topic.parse(message.topic()).map(Topic::terminal).filter(this::isSlowed);
        if (slowed.isEmpty()) {
            sorted.now.add(message);
        } else if (!joined(slowed.get(), message)) {
            sorted.letGo.add(message);
        }
    }

    private boolean isSlowed(TerminalId terminal) {
        return conduct.treatment(terminal) != Conduct.Treatment.READ;
    }

    private boolean joined(TerminalId terminal, M message) {
        Deque<M> lane = lanes.getOrDefault(terminal, new ArrayDeque<>());
        if (lane.size() == LANE_MAX || waiting == ALL_MAX) {
            return false;
        }
        lane.add(message);
        lanes.put(terminal, lane);
        waiting++;
        return true;
    }

    /** One of each lane whose turn it is; all of a terminal that is slowed no longer. */
    private void callUp(List<M> now) {
        for (Iterator<Map.Entry<TerminalId, Deque<M>>> each = lanes.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<TerminalId, Deque<M>> lane = each.next();
            if (!conduct.isItsTurn(lane.getKey())) {
                continue;
            }
            int called = isSlowed(lane.getKey()) ? 1 : lane.getValue().size();
            for (int i = 0; i < called; i++) {
                now.add(lane.getValue().remove());
            }
            waiting -= called;
            if (lane.getValue().isEmpty()) {
                each.remove();
            }
        }
    }

    /** What becomes of messages: dealt with now, the others' first, or let go. */
    record Sorted<M>(List<M> now, List<M> letGo) {}
}
