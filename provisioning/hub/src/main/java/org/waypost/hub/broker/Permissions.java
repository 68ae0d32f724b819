package org.waypost.hub.broker;

import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;
import org.waypost.contract.HubName;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;

/**
 * Who may do what on which address: a terminal reports and says how it is on its own topics and hears its own receipts,
 * the hub hears all of them and sends receipts; everything else is denied. An address is the broker's way to write a
 * topic: {@code .} for {@code /}, {@code *} for {@code +}; with a queue it is {@code address::queue}. A queue is named
 * {@code <client id or share name>.<address>}, so each may have the one queue that bears its own name.
 */
final class Permissions {
    /** The share that all hubs have in what terminals say: each message goes to one of them. */
    private static final String SHARE = "hub";

    private static final Set<CheckType> HEAR = Set.of(
            CheckType.CONSUME,
            CheckType.CREATE_ADDRESS,
            // who leaves takes the address with it that came with the first subscription
            CheckType.DELETE_ADDRESS,
            CheckType.CREATE_DURABLE_QUEUE,
            CheckType.DELETE_DURABLE_QUEUE,
            CheckType.CREATE_NON_DURABLE_QUEUE,
            CheckType.DELETE_NON_DURABLE_QUEUE);
    private static final Set<CheckType> SPEAK = Set.of(CheckType.SEND, CheckType.CREATE_ADDRESS);
    private static final String ALL_REPORTS = address(Topic.Kind.REPORT.filter());
    private static final String ALL_HEALTH = address(Topic.Kind.HEALTH.filter());
    private static final String RECEIPTS = address(Topic.Kind.RECEIPT.filter()).replace("*", "");

    private Permissions() {}

    /** Whether the holder of a certificate with that common name may do that there. */
    static boolean allow(String name, CheckType action, String address) {
        return HubName.isOne(name) ? hub(action, address) : terminal(new TerminalId(name), action, address);
    }

    private static boolean hub(CheckType action, String address) {
        return (HEAR.contains(action) && (hears(SHARE, ALL_REPORTS, address) || hears(SHARE, ALL_HEALTH, address)))
                || (SPEAK.contains(action) && address.startsWith(RECEIPTS));
    }

    private static boolean terminal(TerminalId terminal, CheckType action, String address) {
        return (SPEAK.contains(action) && speaks(terminal, address))
                || (HEAR.contains(action)
                        && hears(
                                terminal.value(),
                                address(Topic.receipt(terminal).text()),
                                address));
    }

    private static boolean speaks(TerminalId terminal, String address) {
        return address.equals(address(Topic.report(terminal).text()))
                || address.equals(address(Topic.health(terminal).text()));
    }

    private static boolean hears(String name, String granted, String address) {
        return address.equals(granted) || address.equals(granted + "::" + name + "." + granted);
    }

    private static String address(String topic) {
        return topic.replace('/', '.').replace('+', '*');
    }
}
