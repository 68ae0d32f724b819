package org.waypost.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.contract.Topic;
import org.waypost.testing.BareMqtt;

/**
 * Every role with every topic and every action at a broker, held against {@link AccessPolicy} by what is heard, not
 * only by what is answered. Each message names the cell of the matrix it belongs to. Over 300 lines, since the matrix
 * is one: what plays a role and what is held against it make no sense apart.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrokerAccessContract {
    private static final String FIRST = "counter-1";
    /** Begins like the first. */
    private static final String SECOND = "counter-12";

    /** A name of a share that everybody knows. */
    static final String SHARED = "other";

    /** A terminal for a broker, like any other. */
    private static final String STATION = "station-1";

    private static final String SECOND_HUB = "hub-2";
    private static final String STRANGER = "Not A Name";
    private static final List<String> INSIDERS = List.of(AccessPolicy.HUB, FIRST, SECOND);

    private final Map<String, BareMqtt> lines = new TreeMap<>();
    private final Map<String, SSLContext> identities = new TreeMap<>();
    private final Set<String> cells = new TreeSet<>();

    abstract AccessPolicy policy();

    abstract int port();

    abstract TestAuthority authority();

    /** Whether it says no to a subscription the product does not make; else it says yes and delivers nothing more. */
    abstract boolean refusesSubscriptions();

    /** A name that the hub shares its subscriptions under while terminals try to join. */
    abstract String sharedName();

    /** Whether it says for a client what that client might say itself. */
    abstract boolean takesWills();

    @BeforeEach
    void connect() throws IOException {
        for (String name : INSIDERS) {
            reconnect(name);
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        for (BareMqtt line : lines.values()) {
            line.close();
        }
        lines.clear();
    }

    @AfterAll
    void count() {
        System.out.println(getClass().getSimpleName() + ": " + cells.size() + " cells of the access matrix");
        assertTrue(cells.size() >= 2_000, () -> "only " + cells.size());
    }

    private int reconnect(String name) throws IOException {
        BareMqtt before = lines.remove(name);
        if (before != null) {
            before.close();
        }
        BareMqtt line = open(name);
        lines.put(name, line);
        return line.connect(name);
    }

    private BareMqtt open(String name) throws IOException {
        return new BareMqtt(port(), identities.computeIfAbsent(name, authority()::context));
    }

    private BareMqtt line(String name) {
        return Optional.ofNullable(lines.get(name)).orElseThrow();
    }

    private static List<String> topics(String own, String other) {
        List<String> topics = new ArrayList<>();
        for (Topic.Kind kind : Topic.Kind.values()) {
            Stream.of(own, other, "counter-9", STRANGER, own + "/deep")
                    .map(last -> kind.filter().replace("+", last))
                    .forEach(topics::add);
        }
        topics.addAll(List.of(
                "waypost/1/clean/" + own,
                "waypost/2/report/" + own,
                "WAYPOST/1/report/" + own,
                "/waypost/1/report/" + own,
                "waypost/1/report",
                "anything",
                "$SYS/broker/uptime"));
        return topics.stream().distinct().toList();
    }

    private static List<String> filters(String own, String other) {
        List<String> filters = new ArrayList<>(topics(own, other));
        for (Topic.Kind kind : Topic.Kind.values()) {
            filters.add(kind.filter());
            filters.add(kind.filter().replace("+", "#"));
        }
        filters.addAll(List.of(
                "#",
                "+/#",
                "+/+/+/+",
                "waypost/#",
                "waypost/1/+/+",
                "waypost/1/+/" + own,
                "waypost/1/+/" + other,
                Topic.Kind.RECEIPT.filter().replace("+", other) + "::" + queue(other, Topic.Kind.RECEIPT, other),
                Topic.Kind.REPORT.filter() + "::" + queue(SHARED, Topic.Kind.REPORT, "*"),
                "$SYS/#",
                "$SYS/+/+"));
        return filters;
    }

    /** As the embedded broker calls what waits for a client. */
    private static String queue(String client, Topic.Kind kind, String last) {
        return client + "." + kind.filter().replace("+", last).replace('/', '.');
    }

    private static String other(String name) {
        return name.equals(FIRST) ? SECOND : FIRST;
    }

    /** On each topic of which the table has a speaker among us, a message: the topic of each, by what it is called. */
    private Map<String, String> probe(String cell) {
        Map<String, String> sent = new TreeMap<>();
        List<String> inside =
                lines.keySet().stream().filter(name -> !name.equals(STRANGER)).toList();
        for (String speaker : inside) {
            inside.stream()
                    .flatMap(name -> Stream.of(Topic.Kind.values())
                            .map(kind -> kind.filter().replace("+", name)))
                    .filter(topic -> policy().speaks(speaker, topic))
                    .forEach(topic -> {
                        String message = cell + " probe " + speaker + " " + topic;
                        sent.put(message, topic);
                        line(speaker).say(topic, message);
                    });
            assertTrue(line(speaker).alive(), cell + ": " + speaker + " is cut off");
        }
        return sent;
    }

    @ParameterizedTest
    @ValueSource(strings = {AccessPolicy.HUB, SECOND_HUB, FIRST, SECOND, STATION, STRANGER})
    void everySubscription(String role) throws IOException {
        List<String> watchers = watchers(role);
        boolean inside = reconnect(role) == 0;
        for (String filter : filters(role, other(role))) {
            for (String group : groups(role)) {
                String cell = role + " subscribes " + group + filter;
                cells.add(cell);
                if (inside) {
                    Map<String, String> sent = subscription(role, group + filter, cell);
                    watchers.forEach(watcher -> heard(watcher, Map.of(), sent));
                }
            }
        }
        assertEquals(!role.equals(STRANGER) || !refusesSubscriptions(), inside);
    }

    /** A second hub under the name that the first shares its subscriptions under would take half of them: it may. */
    private static List<String> groups(String role) {
        List<String> groups = List.of("", "$share/" + other(role) + "/", "$share/" + SHARED + "/");
        return role.equals(SECOND_HUB) || role.equals(STATION) || role.equals(SECOND) ? groups.subList(0, 2) : groups;
    }

    private List<String> watchers(String role) {
        List<String> watchers =
                INSIDERS.stream().filter(name -> !name.equals(role)).toList();
        watchers.forEach(this::listen);
        return watchers;
    }

    /** What was said meanwhile, and on which topic. */
    private Map<String, String> subscription(String role, String filter, String cell) throws IOException {
        int code = line(role).subscribe(filter);
        boolean granted = policy().subscribes(role, filter);
        assertTrue(granted ? code == 0 : !refusesSubscriptions() || code == BareMqtt.HUNG_UP || code >= 0x80, cell);
        if (code == BareMqtt.HUNG_UP) {
            reconnect(role);
            return probe(cell);
        }
        Set<String> due = new TreeSet<>();
        Map<String, String> sent = probe(cell);
        sent.forEach((message, topic) -> {
            boolean heard = granted || !refusesSubscriptions();
            if (heard && AccessPolicy.matches(filter, topic) && policy().hears(role, topic)) {
                due.add(message);
            }
        });
        List<String> heard = new ArrayList<>(line(role).arrived(due.size()));
        if (!heard.isEmpty()) {
            settle();
        }
        boolean stays = code < BareMqtt.REFUSED
                ? line(role).unsubscribe(filter) >= 0
                : line(role).alive();
        assertTrue(stays, cell + ": the connection is gone");
        heard.addAll(line(role).arrived(0));
        heard.removeIf(message -> isLateAndRightful(message, cell, role, filter));
        assertTrue(new TreeSet<>(heard).equals(due) && heard.size() == due.size(), cell + " heard " + heard);
        return sent;
    }

    /** A broker under load may deal with a message of QoS 0 only after the next subscription, which allows it. */
    private boolean isLateAndRightful(String message, String cell, String role, String filter) {
        String topic = message.substring(message.lastIndexOf(' ') + 1);
        return !message.startsWith(cell + " probe ")
                && policy().hears(role, topic)
                && AccessPolicy.matches(filter, topic);
    }

    /**
     * The embedded broker marks a message of QoS 0 as done after it has sent it; an unsubscription that comes between
     * takes the queue away under it, and the connection is lost (Artemis 2.55.0, AMQ229027).
     */
    private static void settle() {
        LockSupport.parkNanos(50_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {AccessPolicy.HUB, SECOND_HUB, FIRST, SECOND, STATION, STRANGER})
    void everyPublication(String role) throws IOException {
        List<String> watchers = watchers(role);
        boolean inside = reconnect(role) == 0;
        Map<String, String> due = new TreeMap<>();
        for (String topic : topics(role, other(role))) {
            for (String action : List.of("mutters", "says", "insists on", "has kept", "leaves")) {
                String cell = role + " " + action + " " + topic;
                cells.add(cell);
                if (inside && publication(role, action, topic, cell)) {
                    due.put(cell, topic);
                }
            }
        }
        reconnect(role);
        Map<String, String> last = probe("end of " + role);
        watchers.forEach(watcher -> heard(watcher, due, last));
    }

    /** Whether it is to be heard by those who may. */
    private boolean publication(String role, String action, String topic, String cell) throws IOException {
        boolean may = policy().speaks(role, topic);
        if (!line(role).alive()) {
            reconnect(role);
        }
        return switch (action) {
            case "mutters" -> {
                line(role).say(topic, cell);
                yield may;
            }
            case "says" -> published(role, topic, cell, 1);
            case "insists on" -> published(role, topic, cell, 2);
            case "has kept" -> {
                int code = line(role).publish(topic, cell, 1, true);
                assertTrue(code == BareMqtt.HUNG_UP || code >= BareMqtt.REFUSED, cell);
                yield false;
            }
            case "leaves" -> left(role, topic, cell) && may;
            default -> throw new IllegalArgumentException(action);
        };
    }

    private boolean published(String role, String topic, String cell, int qos) {
        int code = line(role).publish(topic, cell, qos, false);
        boolean taken = code >= 0 && code < BareMqtt.REFUSED;
        assertTrue(taken == policy().speaks(role, topic), cell + ": " + code);
        return taken;
    }

    /** Whether the broker took a will, and so carries it out. */
    private boolean left(String role, String topic, String cell) throws IOException {
        try (BareMqtt dying = open(role)) {
            int code = dying.connect(role, Optional.of(new BareMqtt.Will(topic, cell, false)));
            assertTrue(code != 0 || takesWills(), cell);
            return code == 0;
        }
    }

    private void listen(String name) {
        boolean hub = name.equals(AccessPolicy.HUB);
        List<String> filters = AccessPolicy.RULES.stream()
                .filter(rule -> hub == (rule.hears() == AccessPolicy.Party.HUB))
                .map(rule -> rule.kind().filter())
                .map(filter -> hub ? "$share/" + sharedName() + "/" + filter : filter.replace("+", name))
                .toList();
        filters.forEach(filter -> assertEquals(0, line(name).subscribe(filter), filter));
    }

    private void heard(String watcher, Map<String, String> due, Map<String, String> last) {
        Set<String> expected = new TreeSet<>();
        Stream.of(due, last)
                .forEach(messages -> messages.forEach((message, topic) -> {
                    if (policy().hears(watcher, topic)) {
                        expected.add(message);
                    }
                }));
        List<String> heard = line(watcher).arrived(expected.size());
        assertTrue(new TreeSet<>(heard).equals(expected), watcher + " heard " + heard + " and not " + expected);
    }

    /** Runs after whatever was said before: a new subscriber is told nothing of it. */
    @Test
    void nothingIsKeptForWhoComesLater() {
        for (String name : INSIDERS) {
            listen(name);
            assertTrue(line(name).alive());
            assertEquals(List.of(), line(name).arrived(0), name);
        }
    }
}
