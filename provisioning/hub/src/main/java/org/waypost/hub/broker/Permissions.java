package org.waypost.hub.broker;

import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;
import org.waypost.contract.HubName;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;

/**
 * Who may do what on which address: a terminal reports, says how it is and sends tips on its own topics and hears its
 * own receipts and answers, the hub hears all of them and answers; everything else is denied. An address is the
 * broker's way to write a topic: {@code .} for {@code /}, {@code *} for {@code +}; with a queue it is
 * {@code address::queue}. A queue is named {@code <client id or share name>.<address>}, so a terminal may have the one
 * queue that bears its own name; hubs share theirs under a name that only they know, so any will do.
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

    /** What terminals say. */
    private static final List<Topic.Kind> UP = List.of(Topic.Kind.REPORT, Topic.Kind.HEALTH, Topic.Kind.TIP);

    /** What the hub says. */
    private static final List<Topic.Kind> DOWN = List.of(Topic.Kind.RECEIPT, Topic.Kind.ANSWER);

    private Permissions() {}

    /** Whether the holder of a certificate with that common name may do that there. */
    static boolean allow(String name, CheckType action, String address) {
        return HubName.isOne(name) ? hub(action, address) : terminal(new TerminalId(name), action, address);
    }

    /** Whether a hub may have that shared subscription, whatever its name. */
    static boolean shares(String name, String filter) {
        String[] parts = filter.split("/", 3);
        return HubName.isOne(name) && parts.length == 3 && UP.stream().anyMatch(kind -> parts[2].equals(kind.filter()));
    }

    private static boolean hub(CheckType action, String address) {
        return (HEAR.contains(action) && UP.stream().anyMatch(kind -> hearsAny(address(kind.filter()), address)))
                || (SPEAK.contains(action) && DOWN.stream().anyMatch(kind -> answers(kind, address)));
    }

    private static boolean answers(Topic.Kind kind, String address) {
        String all = address(kind.filter()).replace("*", "");
        return address.startsWith(all) && isTerminal(address.substring(all.length()));
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
        return (SPEAK.contains(action) && UP.stream().anyMatch(kind -> address.equals(own(kind, terminal))))
                || (HEAR.contains(action)
                        && DOWN.stream().anyMatch(kind -> hears(terminal.value(), own(kind, terminal), address)));
    }

    private static String own(Topic.Kind kind, TerminalId terminal) {
        return address(new Topic(kind, terminal).text());
    }

    private static boolean hears(String name, String granted, String address) {
        return address.equals(granted) || address.equals(granted + "::" + name + "." + granted);
    }

    private static String address(String topic) {
        return topic.replace('/', '.').replace('+', '*');
    }
}
