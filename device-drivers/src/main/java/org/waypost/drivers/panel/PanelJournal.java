package org.waypost.drivers.panel;

/**
 * Where a panel tells what it did and sensed, for the audit. Called by several threads, one at a time for outputs and
 * one at a time for events; must be quick and not call the panel. What it throws ends the use of the board.
 */
@FunctionalInterface
public interface PanelJournal {
    void note(PanelRecord entry);
}
