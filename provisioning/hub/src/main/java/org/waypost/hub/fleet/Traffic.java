package org.waypost.hub.fleet;

import java.time.Duration;
import java.time.Instant;
import org.waypost.contract.TerminalId;

/** How much each terminal sends, in spans of {@link #SPAN} that begin with their first message. */
final class Traffic {
    static final Duration SPAN = Duration.ofMinutes(10);

    /** Terminals remembered. */
    private static final int REMEMBERED_MAX = 10_000;

    private final Remembered<Span> spans = new Remembered<>(REMEMBERED_MAX);

    /** Counts one message; how many there are in this span. */
    int count(TerminalId terminal, Instant now) {
        Span span = spans.get(terminal);
        Span next = span == null || span.isOver(now) ? new Span(now, 1) : new Span(span.began, span.messages + 1);
        spans.put(terminal, next);
        return next.messages;
    }

    /** How many messages came in the span of now. */
    int of(TerminalId terminal, Instant now) {
        Span span = spans.get(terminal);
        return span == null || span.isOver(now) ? 0 : span.messages;
    }

    void forget(TerminalId terminal) {
        spans.remove(terminal);
    }

    private record Span(Instant began, int messages) {
        /** A clock that was set back ends a span too. */
        boolean isOver(Instant now) {
            return now.isBefore(began) || !now.isBefore(began.plus(SPAN));
        }
    }
}
