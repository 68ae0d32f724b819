package org.waypost.kiosk;

import org.waypost.agent.trust.OfferedTrust;
import org.waypost.agent.watchlist.OfferedList;

/**
 * The places where newer issues of the hub are laid for this terminal. For one thread.
 *
 * @param list the watchlist's
 * @param trust the trust store's
 */
record Offered(OfferedList list, OfferedTrust trust) {

    /** Takes what lies there, whole or not: at the start, before the first question. */
    void take() {
        list.take();
        trust.take();
    }

    /** Takes what lies there once nobody copies it any more. */
    void look() {
        list.look();
        trust.look();
    }
}
