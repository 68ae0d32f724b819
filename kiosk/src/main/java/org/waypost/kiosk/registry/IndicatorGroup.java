package org.waypost.kiosk.registry;

import java.util.Arrays;
import java.util.List;
import org.waypost.contract.Indicator;

/** The groups in which the indicators are listed, in this order always: never by how often one was seen. */
public enum IndicatorGroup {
    DOC,
    SPK,
    MOV,
    FEAR,
    HARM,
    ECO,
    CON,
    THR,
    CHD;

    /** Those of the group, in the order of their codes. */
    public List<Indicator> indicators() {
        return Arrays.stream(Indicator.values())
                .filter(indicator -> indicator.name().startsWith(name() + "_"))
                .toList();
    }
}
