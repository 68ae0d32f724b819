package org.waypost.kiosk.registry;

/**
 * What a counter can compare a person with, besides the registrar's eyes.
 *
 * @param faces whether its settings have the face mode on
 * @param fingers whether fingers are asked for
 * @param passports whether passports are read, besides cards
 * @param preview whether the registrar sees through the camera before a picture is taken
 */
public record Means(boolean faces, boolean fingers, boolean passports, boolean preview) {

    /** End of the keys of what is said of the ways here. */
    String key() {
        if (faces) {
            return fingers ? ".finger" : "";
        }
        return fingers ? ".fingeralone" : ".none";
    }
}
