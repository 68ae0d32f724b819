package org.waypost.hub.intake;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.waypost.contract.Receipt;

/** How often each thing happened since start, without who or what. Safe for use by several threads. */
public final class Tally {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /** Counts one outcome under its name. */
    void count(Intake.Outcome outcome) {
        String name = switch (outcome) {
            case Intake.Answered answered -> name(answered.receipt());
            case Intake.Noted noted -> "Noted";
            case Intake.Delivered delivered -> "Delivered";
            case Intake.Told told -> "Tip" + told.outcome();
            case Intake.Asked asked -> "Asked";
            case Intake.Dropped dropped -> dropped.reason().name();
        };
        counts.computeIfAbsent(name, key -> new LongAdder()).increment();
    }

    private static String name(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Stored stored -> "Stored";
            case Receipt.AlreadyStored stored -> "AlreadyStored";
            case Receipt.Refused refused -> refused.reason().name();
        };
    }

    /** All counts by name, in the order of names; a name that never occurred is absent. */
    public Map<String, Long> counts() {
        Map<String, Long> copy = new TreeMap<>();
        counts.forEach((name, count) -> copy.put(name, count.sum()));
        return copy;
    }
}
