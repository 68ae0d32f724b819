package org.waypost.kiosk.page;

import org.waypost.kiosk.access.Problems;

/** The short page of a problem, in every language at once: whose screen it is may not be known. */
public record ProblemPage(Page page, Dictionary dictionary) implements Problems {

    @Override
    public byte[] page(String key) {
        return page.of("problem.jte", new View(dictionary.in(Language.CHINESE), dictionary.in(Language.ENGLISH), key));
    }

    /** What the template shows. */
    public record View(Words chinese, Words english, String key) {}
}
