package org.waypost.kiosk.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.drivers.device.Device.Identity;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Health;
import org.waypost.drivers.device.Opening;

/** Whatever may go wrong has a sentence of its own. */
class AdviceTest {

    private static <E extends Enum<E>> void assertOneEach(E[] all, Function<E, String> sentence) {
        List<String> sentences = Arrays.stream(all).map(sentence).toList();
        assertEquals(all.length, sentences.stream().distinct().count(), sentences::toString);
        sentences.forEach(one -> assertTrue(one.length() >= 4 && !one.contains("_"), one));
    }

    @Test
    void everythingHasASentenceOfItsOwn() {
        assertOneEach(Fault.values(), Advice::matter);
        assertOneEach(Fault.Actor.values(), Advice::actor);
        assertOneEach(Health.Remedy.values(), Advice::toDo);
        assertOneEach(Opening.Reason.values(), reason -> Advice.refused(reason, "x"));
        assertOneEach(Health.State.values(), Advice::state);
        assertOneEach(Identity.values(), Advice::identity);
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalNamesItsSubject(Opening.Reason reason) {
        assertTrue(Advice.refused(reason, "marker").contains("marker"));
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultHasSomethingToDo(Fault fault) {
        assertTrue(Advice.toDo(Health.Remedy.of(fault)).length() > 20);
    }
}
