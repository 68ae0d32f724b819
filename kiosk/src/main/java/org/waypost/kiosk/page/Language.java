package org.waypost.kiosk.page;

/**
 * A language that a screen is shown in. It belongs to the screen, never to a person, a case or a report (invariant
 * I22): no other module can see this type.
 */
public enum Language {
    CHINESE("zh-Hans", "中文"),
    ENGLISH("en", "English");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** BCP 47 tag, for the page's lang attribute. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** Name of the file with its words. */
    String file() {
        return "words." + tag + ".properties";
    }
}
