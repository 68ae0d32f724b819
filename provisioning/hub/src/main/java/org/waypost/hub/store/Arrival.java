package org.waypost.hub.store;

import java.util.Comparator;
import org.waypost.contract.Codec;
import org.waypost.contract.Digest;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedReceipt;
import org.waypost.hub.intake.Judged;

/**
 * A message on its way into the store.
 *
 * @param envelope the message as it is kept
 * @param digest by which its receipt names it
 */
record Arrival(Judged judged, String envelope, String digest) {

    static Arrival of(Judged judged) {
        String envelope = Codec.write(judged.message());
        return new Arrival(judged, envelope, Digest.of(envelope));
    }

    SealedReport message() {
        return judged.message();
    }

    String id() {
        return message().id().toString();
    }

    /** What is the same for the same message, however often it comes. */
    Key key() {
        return new Key(id(), digest);
    }

    /** Whoever changes several receipts does it in this order, so that two hubs never wait in a circle. */
    record Key(String id, String digest) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::id).thenComparing(Key::digest);

        static Key of(SignedReceipt receipt) {
            return new Key(receipt.report().toString(), receipt.digest());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
