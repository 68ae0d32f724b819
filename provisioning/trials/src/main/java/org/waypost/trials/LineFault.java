package org.waypost.trials;

import java.time.Duration;

/** What a line does to the bytes on it, each way. */
sealed interface LineFault {
    /** Nothing. */
    record Clear() implements LineFault {}

    /** Each piece arrives that much later. */
    record Delayed(Duration by) implements LineFault {}

    /** Each byte comes alone. */
    record Sliced() implements LineFault {}

    /** Only so many bytes pass each second. */
    record Slow(int bytesPerSecond) implements LineFault {}

    /** Half-open: the connection stands, and nothing arrives any more on those that met this. */
    record Silent() implements LineFault {}

    /** New connections are hung up on. */
    record Away() implements LineFault {}
}
