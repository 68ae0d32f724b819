package org.waypost.hub.officer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HashedPasswordTest {
    private static final Password PASSWORD = new Password("nine bees in the lime tree");

    @Test
    void keepsItsParametersAndNoPassword() {
        HashedPassword kept = HashedPassword.of(PASSWORD);
        assertTrue(kept.text().startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), kept.text());
        assertTrue(new HashedPassword(kept.text()).matches(PASSWORD));
        assertFalse(kept.matches(new Password("nine bees in the lime trees")));
        assertNotEquals(kept, HashedPassword.of(PASSWORD), "another salt each time");
        assertEquals("HashedPassword Password", kept + " " + PASSWORD);
    }

    @Test
    void computesWithTheParametersOfTheRow() {
        String kept = HashedPassword.of(PASSWORD).text();
        assertFalse(new HashedPassword(kept.replace("m=19456", "m=19455")).matches(PASSWORD));
        assertFalse(new HashedPassword(kept.replace("t=2", "t=3")).matches(PASSWORD));
    }

    @Test
    void meansTheSameFromTwoKeyboards() {
        assertTrue(HashedPassword.of(new Password("caf\u00e9 \uff11\uff12\uff13 twelve"))
                .matches(new Password("cafe\u0301 123 twelve")));
    }

    @Test
    void refusesWhatWouldStopTheHubAndPasswordsThatAreTooShort() {
        String kept = HashedPassword.of(PASSWORD).text();
        for (String bad : new String[] {
            "", kept.replace("m=19456", "m=9999999"), kept.replace("t=2", "t=99"), kept.replace("argon2id", "argon2i")
        }) {
            assertThrows(IllegalArgumentException.class, () -> new HashedPassword(bad), bad);
        }
        assertThrows(IllegalArgumentException.class, () -> new Password("eleven char"));
        assertThrows(IllegalArgumentException.class, () -> new Password("twelve\ncharacters"));
        assertThrows(IllegalArgumentException.class, () -> new Password("x".repeat(129)));
    }
}
