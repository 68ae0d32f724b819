package org.waypost.hub.casebook;

/** What became of a word to the terminal that filed a report. */
public enum Telling {
    /** It is on its way. */
    TOLD,
    /** Nobody has taken the report on, or there is none. */
    NOT_TAKEN_ON,
    /** The terminal was told as often as there are numbers. */
    TOO_OFTEN
}
