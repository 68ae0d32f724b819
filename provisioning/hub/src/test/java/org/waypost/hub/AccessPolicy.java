package org.waypost.hub;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.waypost.contract.HubName;
import org.waypost.contract.Topic;

/**
 * Who may say and hear what: the one table that every broker is held against. What is not in it is denied.
 *
 * @param terminalNames what a broker takes for the name of a terminal, apart from the hub's
 */
record AccessPolicy(Predicate<String> terminalNames) {
    static final String HUB = "hub";

    /** Who may do something with the messages of a kind. */
    enum Party {
        /** The one named in the topic. */
        TERMINAL,
        HUB
    }

    /** One line of the table. */
    record Rule(Topic.Kind kind, Party speaks, Party hears) {}

    static final List<Rule> RULES = List.of(
            new Rule(Topic.Kind.REPORT, Party.TERMINAL, Party.HUB),
            new Rule(Topic.Kind.HEALTH, Party.TERMINAL, Party.HUB),
            new Rule(Topic.Kind.RECEIPT, Party.HUB, Party.TERMINAL),
            new Rule(Topic.Kind.NOTICE, Party.HUB, Party.TERMINAL),
            new Rule(Topic.Kind.ACKNOWLEDGEMENT, Party.TERMINAL, Party.HUB),
            new Rule(Topic.Kind.TIP, Party.TERMINAL, Party.HUB),
            new Rule(Topic.Kind.ANSWER, Party.HUB, Party.TERMINAL));

    boolean speaks(String name, String topic) {
        return rules(name, topic).anyMatch(rule -> is(name, rule.speaks, topic));
    }

    boolean hears(String name, String topic) {
        return rules(name, topic).anyMatch(rule -> is(name, rule.hears, topic));
    }

    /** Whether it is one of the subscriptions that the product makes, by a hub under any shared name. */
    boolean subscribes(String name, String filter) {
        if (HubName.isOne(name)) {
            String plain = filter.replaceFirst("^\\$share/[^/]+/", "");
            return RULES.stream()
                    .filter(rule -> rule.hears == Party.HUB)
                    .anyMatch(rule -> rule.kind.filter().equals(plain));
        }
        return hears(name, filter);
    }

    /** A hub is no terminal, whatever a broker takes for one. */
    private Stream<Rule> rules(String name, String topic) {
        return RULES.stream()
                .filter(rule -> level(rule.kind, topic)
                        .filter(last -> !last.matches(".*[/+#].*"))
                        .filter(last -> !(HubName.isOne(name) && last.equals(name)) && terminalNames.test(last))
                        .isPresent());
    }

    private static Optional<String> level(Topic.Kind kind, String topic) {
        String prefix = kind.filter().replace("+", "");
        return topic.startsWith(prefix) ? Optional.of(topic.substring(prefix.length())) : Optional.empty();
    }

    private static boolean is(String name, Party party, String topic) {
        return switch (party) {
            case HUB -> HubName.isOne(name);
            case TERMINAL -> topic.endsWith("/" + name);
        };
    }

    /** MQTT 5, section 4.7, of plain and shared filters. */
    static boolean matches(String filter, String topic) {
        String[] wanted = filter.replaceFirst("^\\$share/[^/]+/", "").split("/", -1);
        String[] levels = topic.split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("#")) {
                return true;
            }
            if (i >= levels.length || !(wanted[i].equals("+") || wanted[i].equals(levels[i]))) {
                return false;
            }
        }
        return wanted.length == levels.length;
    }
}
