package org.waypost.kiosk.access;

/** Makes the short page of a {@link Problem}. */
@FunctionalInterface
public interface Problems {
    /** HTML in UTF-8 for the key of a text. */
    byte[] page(String key);
}
