package org.waypost.drivers.mrz;

/**
 * Positions within the joined lines of a zone.
 *
 * @param from index of the first character, 0 or more
 * @param to index after the last character
 */
record Span(int from, int to) {

    /**
     * Counts as Doc 9303 does.
     *
     * @param width characters of a line
     * @param line from 1
     * @param first column of the first character, from 1
     * @param last column of the last character
     */
    static Span at(int width, int line, int first, int last) {
        int before = (line - 1) * width - 1;
        return new Span(before + first, before + last + 1);
    }

    String of(CharSequence text) {
        return text.subSequence(from, to).toString();
    }

    boolean contains(int index) {
        return index >= from && index < to;
    }
}
