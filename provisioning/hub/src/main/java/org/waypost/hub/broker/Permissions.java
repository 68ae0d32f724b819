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
 * {@code <client id or share name>.<address>}, so a terminal may have the one queue that bears its own name; hubs share
 * theirs under a name that only they know, so any will do.
 */
final class Permissions {
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

    /** Whether a hub may have that shared subscription, whatever its name. */
    static boolean shares(String name, String filter) {
        String[] parts = filter.split("/", 3);
        return HubName.isOne(name)
                && parts.length == 3
                && (parts[2].equals(Topic.Kind.REPORT.filter()) || parts[2].equals(Topic.Kind.HEALTH.filter()));
    }

    private static boolean hub(CheckType action, String address) {
        return (HEAR.contains(action) && (hearsAny(ALL_REPORTS, address) || hearsAny(ALL_HEALTH, address)))
                || (SPEAK.contains(action)
                        && address.startsWith(RECEIPTS)
                        && isTerminal(address.substring(RECEIPTS.length())));
    }

    private static boolean hearsAny(String granted, String address) {
        return address.equals(granted) || (address.startsWith(granted + "::") && address.endsWith("." + granted));
    }

    private static boolean isTerminal(String name) {
        try {
            return new TerminalId(name).value().equals(name);
        } catch (IllegalArgumentException notAName) {
            return false;
        }
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
