package org.waypost.hub.broker;

import org.jspecify.annotations.Nullable;

/** The broker does not do what it must: a broken installation. The message says what to look at. */
public final class BrokerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
