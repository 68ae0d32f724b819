package org.waypost.kiosk.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @Test
    void readsFieldsInUtf8WithLineFeeds() {
        Form form = Form.parsed("words=%E5%A5%B9%0D%0Asaid+no&party=PARTY&empty=");
        assertEquals("她\nsaid no", form.text("words"));
        assertEquals(Audience.PARTY, form.one(Audience.class, "party"));
        assertEquals("", form.text("empty"));
        assertEquals(Optional.empty(), form.maybe(Audience.class, "empty"));
        assertTrue(form.ticked("party"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a", "=1", "a=%E5%A5", "a=%zz", "a=%"})
    void refusesWhatNoFormOfOursSends(String body) {
        assertThrows(Problem.class, () -> Form.parsed(body));
    }

    @Test
    void refusesAMissingFieldAndAValueThatWasNotOffered() {
        Form form = Form.parsed("party=NOBODY");
        assertThrows(Problem.class, () -> form.text("words"));
        assertThrows(Problem.class, () -> form.one(Audience.class, "party"));
        assertThrows(Problem.class, () -> form.id("party"));
    }
}
