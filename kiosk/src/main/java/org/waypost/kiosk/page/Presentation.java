package org.waypost.kiosk.page;

/**
 * What every screen is made with.
 *
 * @param page makes HTML
 * @param dictionary of all languages
 * @param office name of the office, as its screens show it
 */
public record Presentation(Page page, Dictionary dictionary, String office) {}
