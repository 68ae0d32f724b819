package org.waypost.kiosk.registry;

import java.util.UUID;
import org.waypost.kiosk.page.Words;

/**
 * The forms by which a named registrar corrects or withdraws a report. The report itself cannot be read back here.
 *
 * @param words in the registrar's language
 * @param report which one
 * @param amendment id of what the form will make, so that one that is sent twice is one
 */
public record AmendPage(Words words, UUID report, UUID amendment) {

    /** How many statements the form of a correction offers. */
    public int statements() {
        return AmendForms.STATEMENTS;
    }
}
