package org.waypost.contract;

/**
 * A station asks for the desk's answers, at a fixed beat and never because somebody asked it for one.
 *
 * @param version format, now {@value #VERSION}
 * @param after number of the last answer it has; 0 for none
 */
public record AnswersWanted(int version, long after) implements StationWord {
    /** The format this code writes and reads. */
    public static final int VERSION = 1;

    /** Most answers to one asking. */
    public static final int PAGE = 50;

    public AnswersWanted {
        if (version != VERSION || after < 0) {
            throw new IllegalArgumentException("answers wanted of version " + version + ", after " + after);
        }
    }
}
