package org.waypost.agent.audit;

import java.util.List;
import org.waypost.contract.Digest;

/**
 * One row's place in the chain.
 *
 * @param number of the row, from 1; 0 before the first
 * @param hash SHA-256 over the previous hash, the number and the row's fields, base64url; empty before the first
 */
record Link(long number, String hash) {
    static final Link FIRST = new Link(0, "");

    Link then(AuditEvent event) {
        return then(List.of(
                event.at().toString(),
                event.actor(),
                event.action().name(),
                event.encounter().toString(),
                event.detail()));
    }

    /** The next link; each field goes in with its length, so that no two rows have the same text. */
    Link then(List<String> fields) {
        StringBuilder text = new StringBuilder(hash).append('\n').append(number + 1);
        for (String field : fields) {
            text.append('\n').append(field.length()).append(':').append(field);
        }
        return new Link(number + 1, Digest.of(text.toString()));
    }
}
