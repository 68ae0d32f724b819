package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.waypost.agent.face.MaskedPicture;
import org.waypost.testing.HeapNeedle;
import org.waypost.testing.ProcessMemory;

/**
 * Rows of pictures as they may lie in native memory, where portraits and OpenCV's pictures are. Each search must also
 * find what is kept there: a portrait that is not closed, and its row in the other shapes that are looked for.
 */
final class MemoryTrace {
    private static final String CONTROL = "control ";

    private final List<String> names = new ArrayList<>();
    private final List<HeapNeedle> needles = new ArrayList<>();

    /**
     * A search that finds its control.
     *
     * @param kept a portrait of it is kept while this is used
     * @param arena keeps the other shapes
     */
    MemoryTrace(MaskedPicture kept, Arena arena) {
        Map<String, HeapNeedle> rows = kept.rows();
        with(CONTROL, rows);
        rows.forEach((shape, needle) -> {
            if (!shape.equals("RGB")) {
                needle.writeTo(arena.allocate(1_024));
            }
        });
    }

    MemoryTrace with(String of, Map<String, HeapNeedle> rows) {
        rows.forEach((shape, needle) -> {
            names.add(of + shape);
            needles.add(needle);
        });
        return this;
    }

    /** Nothing but the control, which is found. */
    void assertNothingLeft() throws IOException {
        int[] found = ProcessMemory.count(needles);
        SortedMap<String, Integer> left = new TreeMap<>();
        SortedMap<String, Integer> control = new TreeMap<>();
        for (int i = 0; i < found.length; i++) {
            boolean kept = names.get(i).startsWith(CONTROL);
            if (kept) {
                control.put(names.get(i), Math.min(1, found[i]));
            } else if (found[i] > 0) {
                left.put(names.get(i), found[i]);
            }
        }
        assertEquals(Map.of(CONTROL + "RGB", 1, CONTROL + "BGR", 1, CONTROL + "green as floats", 1), control);
        assertEquals(Map.of(), left, "rows of pictures in the memory of this process");
    }
}
