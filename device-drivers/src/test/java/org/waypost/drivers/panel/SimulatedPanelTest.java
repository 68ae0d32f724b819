package org.waypost.drivers.panel;

import org.waypost.drivers.simulated.SimulatedBoard;

class SimulatedPanelTest extends PanelContract {
    private final SimulatedBoard board = new SimulatedBoard(time);

    @Override
    protected Board.Opener board() {
        return board;
    }

    @Override
    protected void set(PanelInput input) {
        board.set(input);
    }

    @Override
    protected void clear(PanelInput input) {
        board.clear(input);
    }

    @Override
    protected Level level(PanelOutput output) {
        return board.level(output);
    }

    @Override
    protected void shorten(PanelOutput output, Level level) {
        board.shorten(output, level);
    }

    @Override
    protected void unplug() {
        board.unplug();
    }

    @Override
    protected void plug() {
        board.plug();
    }
}
