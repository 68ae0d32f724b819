package org.waypost.kiosk.access;

import static java.util.Objects.requireNonNull;

import io.helidon.http.Status;

/**
 * Why a request is not answered with a page: thrown by a handler before anything has changed. The key names the text
 * that is shown; the message never quotes what was sent.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Status status;
    private final String key;

    /**
     * A problem with a text.
     *
     * @param status 4xx
     * @param key of the text
     */
    public Problem(Status status, String key) {
        super(key, null, false, false);
        this.status = requireNonNull(status);
        this.key = requireNonNull(key);
    }

    /** A form that lacks something or holds what it cannot. */
    public static Problem malformed() {
        return new Problem(Status.BAD_REQUEST_400, "problem.malformed");
    }

    /** Nothing is there. */
    public static Problem absent() {
        return new Problem(Status.NOT_FOUND_404, "problem.absent");
    }

    Status status() {
        return status;
    }

    String key() {
        return key;
    }
}
