package org.waypost.kiosk.devices;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.drivers.device.Ticker;

/** What a technician does to a simulated device while it runs. */
final class SimulatorDesk {
    /** Longer than a reader ignores what it has just read, 3 s. */
    private static final Duration AGAIN = Duration.ofSeconds(4);

    private static final int MOST = 1_000;

    private final WireSimulator device;
    private final Talk talk;
    private volatile boolean ended;
    private volatile boolean presenting;

    SimulatorDesk(WireSimulator device, Talk talk) {
        this.device = device;
        this.talk = talk;
    }

    /** Arms faults, presents the specimen unless it is to be empty, and listens from then on. */
    void begin(Map<String, Integer> faults, boolean empty) {
        faults.forEach((fault, count) -> device.arm(fault, within(count)));
        if (!empty) {
            present();
        }
        talk.say("on it", empty ? "nothing" : device.specimen());
        talk.say("type", "present, remove, fault NAME [COUNT], end");
        talk.say(
                "faults",
                String.join(" ", device.faults().keySet().stream().sorted().toList()));
        Thread.ofPlatform().daemon().name("waypost-desk").start(this::listen);
        if (device.isFleeting()) {
            Thread.ofPlatform().daemon().name("waypost-presenter").start(this::presentAgain);
        }
    }

    /** Whether the technician has ended it, rather than the wire. */
    boolean isEnded() {
        return ended;
    }

    private static int within(int count) {
        if (count < 1 || count > MOST) {
            throw new Misuse("a fault is armed 1 to " + MOST + " times");
        }
        return count;
    }

    private void present() {
        presenting = true;
        device.present();
    }

    private void remove() {
        presenting = false;
        device.remove();
    }

    private void end() {
        ended = true;
        device.close();
    }

    /** The end of what is typed is not the end of the device: it may run without a terminal. */
    private void listen() {
        Optional<String> line = talk.heard();
        while (line.isPresent() && !ended) {
            try {
                obey(List.of(line.get().strip().split("\\s+")));
            } catch (Misuse wrong) {
                talk.say("no", wrong.advice());
            }
            line = talk.heard();
        }
    }

    private void obey(List<String> words) {
        switch (words.getFirst()) {
            case "present" -> present();
            case "remove" -> remove();
            case "end" -> end();
            case "fault" -> fault(words);
            default -> throw new Misuse("type present, remove, fault NAME [COUNT] or end");
        }
        talk.say("done", String.join(" ", words));
    }

    private void fault(List<String> words) {
        boolean counted = words.size() == 3 && words.get(2).matches("[0-9]{1,4}");
        if (words.size() != 2 && !counted) {
            throw new Misuse("type fault NAME or fault NAME COUNT");
        }
        device.arm(words.get(1), within(counted ? Integer.parseInt(words.get(2)) : 1));
    }

    private void presentAgain() {
        while (!ended) {
            Ticker.SYSTEM.pause(AGAIN);
            if (presenting && !ended) {
                device.present();
            }
        }
    }
}
