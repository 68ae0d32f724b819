package org.waypost.hub.broker;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.security.CheckType;
import org.waypost.contract.HubName;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;

/**
 * Who may do what on which address: a terminal, a public station too, speaks on its own topics that go up and hears its
 * own that go down ({@link Topic.Way}), the hub hears all of the former and speaks on all of the latter; everything
 * else is denied. An address is the broker's way to write a topic: {@code .} for {@code /}, {@code *} for {@code +};
 * with a queue it is {@code address::queue}. A queue is named {@code <client id or share name>.<address>}, so a
 * terminal may have the one queue that bears its own name; hubs share theirs under a name that only they know, so any
 * will do.
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
                && kinds(Topic.Way.UP).anyMatch(kind -> parts[2].equals(kind.filter()));
    }

    private static boolean hub(CheckType action, String address) {
        return (HEAR.contains(action)
                        && kinds(Topic.Way.UP).anyMatch(kind -> hearsAny(address(kind.filter()), address)))
                || (SPEAK.contains(action) && kinds(Topic.Way.DOWN).anyMatch(kind -> speaksAny(kind, address)));
    }

    private static Stream<Topic.Kind> kinds(Topic.Way way) {
        return Arrays.stream(Topic.Kind.values()).filter(kind -> kind.way() == way);
    }

    private static boolean speaksAny(Topic.Kind kind, String address) {
        String granted = address(kind.filter()).replace("*", "");
        return address.startsWith(granted) && isTerminal(address.substring(granted.length()));
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
        return (SPEAK.contains(action) && own(Topic.Way.UP, terminal).anyMatch(address::equals))
                || (HEAR.contains(action)
                        && own(Topic.Way.DOWN, terminal).anyMatch(mine -> hears(terminal.value(), mine, address)));
    }

    private static Stream<String> own(Topic.Way way, TerminalId terminal) {
        return kinds(way).map(kind -> address(new Topic(kind, terminal).text()));
    }

    private static boolean hears(String name, String granted, String address) {
        return address.equals(granted) || address.equals(granted + "::" + name + "." + granted);
    }

    private static String address(String topic) {
        return topic.replace('/', '.').replace('+', '*');
    }
}
