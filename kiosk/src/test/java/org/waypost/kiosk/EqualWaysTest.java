package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.drivers.simulated.SpecimenCard;

/** Both ways stand beside each other on the registrar's screen and take as many forms to the release (invariant I5). */
class EqualWaysTest {
    @TempDir
    Path directory;

    private Counter counter;
    private int posts;

    @BeforeEach
    void installed() throws Exception {
        counter = Counter.at(Installation.in(directory.resolve("terminal")));
    }

    @AfterEach
    void closed() {
        counter.close();
    }

    private String done(String path, String... fields) throws IOException, InterruptedException {
        posts++;
        return counter.clerk.done(path, fields);
    }

    @Test
    void bothAreButtonsOfOneFormAndNeitherIsOfferedFirst() throws IOException, InterruptedException {
        String encounter = counter.open();
        done("/clerk/notice", "encounter", encounter, "party", "A");
        String page = counter.clerk.page("/clerk");
        int from = page.indexOf("action=\"/clerk/route\"");
        assertEquals(from, page.lastIndexOf("action=\"/clerk/route\""), "one form");
        String form = page.substring(from, page.indexOf("</form>", from));
        assertTrue(form.contains("name=\"route\" value=\"FACE\""), form);
        assertTrue(form.contains("name=\"route\" value=\"WITHOUT_FACE\""), form);
        assertEquals(3, form.split("<button type=\"submit\"", -1).length, "two buttons of one kind");
        assertFalse(form.contains("class=\"quiet\"") || form.contains("<details"), form);
        assertFalse(form.contains("autofocus") || form.contains("data-next"), form);
    }

    @Test
    void bothLeadToTheReleaseInAsManyForms() throws IOException, InterruptedException {
        assertEquals(released("FACE"), released("WITHOUT_FACE"));
    }

    private int released(String route) throws IOException, InterruptedException {
        posts = 0;
        done("/clerk/open");
        String encounter = counter.clerk.encounter();
        identified(encounter, "A", route, SpecimenCard.TEST_BING);
        identified(encounter, "B", route, SpecimenCard.TEST_DING);
        done("/clerk/interview", Counter.interview(encounter, "A", "FREE_WILL"));
        done("/clerk/interview", Counter.interview(encounter, "B", "FREE_WILL"));
        String[] release = {"encounter", encounter, "decision", "RELEASE", "reason", "示例理由", "ground", ""};
        assertTrue(done("/clerk/decision", release).contains("已办结"), route);
        return posts;
    }

    private void identified(String encounter, String party, String route, SpecimenCard card)
            throws IOException, InterruptedException {
        done("/clerk/notice", "encounter", encounter, "party", party);
        done("/clerk/route", "encounter", encounter, "party", party, "route", route);
        counter.read(card);
        done("/clerk/compare", "encounter", encounter, "party", party, "finding", "SAME_PERSON");
    }
}
