package org.waypost.drivers.panel;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Something an input of the panel meant, after bouncing was taken out of it. Says nothing of who it was. */
public sealed interface PanelEvent {

    /** When the level had held long enough, by the terminal's calendar. */
    Instant at();

    /** Somebody pressed the help button. Silent: for staff and hub only. */
    record HelpPressed(Instant at) implements PanelEvent {
        public HelpPressed {
            requireNonNull(at);
        }
    }

    /** The help button has been down for 30 s: it is stuck or its wire is shorted; told once until it is released. */
    record HelpStuck(Instant at) implements PanelEvent {
        public HelpStuck {
            requireNonNull(at);
        }
    }

    /** The tamper loop was opened or cut; told once until a person resets the latch. */
    record TamperOpened(Instant at, Found found) implements PanelEvent {
        public TamperOpened {
            requireNonNull(at);
            requireNonNull(found);
        }
    }

    /** Somebody is there. */
    record PresenceBegan(Instant at) implements PanelEvent {
        public PresenceBegan {
            requireNonNull(at);
        }
    }

    /** Nobody has been there for the hold time. */
    record PresenceEnded(Instant at) implements PanelEvent {
        public PresenceEnded {
            requireNonNull(at);
        }
    }

    /**
     * A line made more than 20 edges within a second: a loose wire or a broken sensor.
     *
     * @param glitches changes since the panel was opened that went back before they meant anything
     */
    record LineNoisy(Instant at, PanelInput input, long glitches) implements PanelEvent {
        public LineNoisy {
            requireNonNull(at);
            requireNonNull(input);
        }
    }

    /** When an open tamper loop was found. */
    enum Found {
        /** The panel saw it open. */
        WATCHING,
        /** It was open when the panel was opened. */
        AT_START
    }
}
