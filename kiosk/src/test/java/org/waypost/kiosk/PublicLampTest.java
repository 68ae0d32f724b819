package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waypost.agent.encounter.PartyView;
import org.waypost.agent.encounter.PartyView.PublicStep;
import org.waypost.drivers.panel.Lamp;

class PublicLampTest {
    private static Lamp at(PublicStep step, boolean outOfOrder) {
        List<Lamp> shown = new ArrayList<>();
        new PublicLamp(shown::add, () -> new PartyView(step, Optional.empty()), () -> outOfOrder).look();
        return shown.getFirst();
    }

    @Test
    void tellsWhetherOneMayComeAndNoMore() {
        assertEquals(Lamp.GREEN, at(PublicStep.WELCOME, false));
        assertEquals(Lamp.AMBER, at(PublicStep.WELCOME, true));
    }

    /** Whatever fails in the middle of a case shows on no lamp: who stands there would be blamed for it. */
    @Test
    void isTheSameAtEveryStepOfACase() {
        Set<Lamp> shown = EnumSet.noneOf(Lamp.class);
        for (PublicStep step : EnumSet.complementOf(EnumSet.of(PublicStep.WELCOME))) {
            shown.add(at(step, false));
            shown.add(at(step, true));
        }
        assertEquals(Set.of(Lamp.RED), shown);
    }
}
