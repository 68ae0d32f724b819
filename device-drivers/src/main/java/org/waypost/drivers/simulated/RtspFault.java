package org.waypost.drivers.simulated;

/** What can go wrong with one answer by RTSP; armed for a method, and spent by its next request. */
public sealed interface RtspFault {

    /** Another status, such as 401; nothing of the answer but this. */
    record Status(int code) implements RtspFault {}

    /** One header says something else; an empty value leaves it out. */
    record Header(String name, String value) implements RtspFault {}

    /** Another body, of the right length. */
    record Body(String text) implements RtspFault {}

    /** No answer at all, and the connection stays. */
    record Silence() implements RtspFault {}

    /** The answer ends after so many bytes, and so does the connection. */
    record CutAfter(int bytes) implements RtspFault {}

    /** These characters in place of the answer, over and over until the visitor leaves. */
    record Endless(String text) implements RtspFault {}

    /** The answer comes one byte at a time, with so many milliseconds before each. */
    record Drip(int millis) implements RtspFault {}

    /** The answer is followed by these bytes, and then by nothing. */
    record Then(String bytes) implements RtspFault {}
}
