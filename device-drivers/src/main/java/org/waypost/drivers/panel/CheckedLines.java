package org.waypost.drivers.panel;

import java.util.EnumMap;
import java.util.Map;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.panel.Board.OutputLines;

/** Driven lines that are read back: a line that does not show what it was told is a lost board. Used under a lock. */
final class CheckedLines {
    private final OutputLines lines;
    private final Map<PanelOutput, Level> told = new EnumMap<>(PanelOutput.class);

    CheckedLines(OutputLines lines) {
        this.lines = lines;
    }

    void drive(PanelOutput output, Level level) throws BoardLost {
        told.put(output, level);
        lines.drive(output, level);
        check(output, level);
    }

    /** Reads every line back. */
    void check() throws BoardLost {
        for (Map.Entry<PanelOutput, Level> line : told.entrySet()) {
            check(line.getKey(), line.getValue());
        }
    }

    /**
     * Drives every line low, whatever becomes of the others.
     *
     * @return whether all of them are
     */
    boolean release() {
        boolean low = true;
        for (PanelOutput output : PanelOutput.values()) {
            try {
                drive(output, Level.LOW);
            } catch (BoardLost notThisOne) {
                low = false;
            }
        }
        return low;
    }

    private void check(PanelOutput output, Level level) throws BoardLost {
        if (lines.level(output) != level) {
            throw new BoardLost(Fault.OUT_OF_SERVICE, output + " does not read back " + level);
        }
    }
}
