package org.waypost.hub.intake;

import org.waypost.contract.Digest;
import org.waypost.contract.Signer;
import org.waypost.contract.Topic;

/**
 * The name under which the hubs of one site share a subscription (MQTT 5, section 4.8.2). It is a secret of those who
 * hold the receipt key: Mosquitto checks nobody's right to subscribe, and throws away each message whose turn falls to
 * a member who may not read it, so a terminal that could join would take reports from the hub.
 *
 * @param value no wildcard and no slash; hubs with different keys have different names, and then each gets each report
 */
public record SharedName(String value) {

    /** The name that goes with a receipt key; always the same, since Ed25519 (RFC 8032) signs without chance. */
    public static SharedName of(Signer receipts) {
        return new SharedName(Digest.of(receipts.sign("waypost-shared-name-1")));
    }

    /** The shared filter for all messages of a kind. */
    public String filter(Topic.Kind kind) {
        return "$share/" + value + "/" + kind.filter();
    }
}
