package org.waypost.drivers.panel;

import java.util.Optional;

/** What the public lamp shows: exactly one of three lights, or none. */
public enum Lamp {
    /** The safe state: software stopped, starting or unsure. */
    DARK(Optional.empty()),
    RED(Optional.of(PanelOutput.LAMP_RED)),
    /** "Please see staff", for many ordinary reasons, so that it reveals none. */
    AMBER(Optional.of(PanelOutput.LAMP_AMBER)),
    GREEN(Optional.of(PanelOutput.LAMP_GREEN));

    private final Optional<PanelOutput> light;

    Lamp(Optional<PanelOutput> light) {
        this.light = light;
    }

    Optional<PanelOutput> light() {
        return light;
    }
}
