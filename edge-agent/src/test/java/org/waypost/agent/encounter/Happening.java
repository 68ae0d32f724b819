package org.waypost.agent.encounter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Cards;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.Fingerprint;

/** One thing that may happen at a counter, in any order. */
sealed interface Happening {

    /** Lets it happen; whether it was accepted. */
    boolean in(Scene scene);

    /** The choice it belongs to, if it is a registrar's. */
    default Optional<Choice> choice() {
        return Optional.empty();
    }

    record Open() implements Happening {
        @Override
        public boolean in(Scene scene) {
            return scene.counter.open(Scene.LI) instanceof Answer.Accepted;
        }

        @Override
        public Optional<Choice> choice() {
            return Optional.of(Choice.OPEN);
        }
    }

    record Given(Command command) implements Happening {
        @Override
        public boolean in(Scene scene) {
            UUID encounter = scene.counter.clerkView().encounter().orElseGet(UUID::randomUUID);
            return scene.counter.apply(encounter, command) instanceof Answer.Accepted;
        }

        @Override
        public Optional<Choice> choice() {
            return Optional.of(
                    switch (command) {
                        case Command.ShowNotice show -> Choice.SHOW_NOTICE;
                        case Command.ChooseRoute choose -> Choice.CHOOSE_ROUTE;
                        case Command.ReadAgain again -> Choice.READ_AGAIN;
                        case Command.AskFinger ask -> Choice.ASK_FINGER;
                        case Command.Compare compare -> Choice.COMPARE;
                        case Command.HoldInterview hold -> Choice.INTERVIEW;
                        case Command.RaiseConcern raise -> Choice.RAISE_CONCERN;
                        case Command.Release release -> Choice.RELEASE;
                        case Command.Refer refer -> Choice.REFER;
                        case Command.Refuse refuse -> Choice.REFUSE;
                        case Command.Withdraw withdraw -> Choice.WITHDRAW;
                    });
        }
    }

    record Lay(Party card) implements Happening {
        @Override
        public boolean in(Scene scene) {
            scene.lay(card == Party.A ? Cards.a() : Cards.b());
            return true;
        }
    }

    /** A finger on the reader, or none; 1 and 2 are those of the parties. */
    record Touch(int mark) implements Happening {
        @Override
        public boolean in(Scene scene) {
            Optional<FingerSitting> sitting = scene.counter.awaitsFinger();
            sitting.ifPresent(asked -> scene.counter.present(asked, reading()));
            return sitting.isPresent();
        }

        private Reading<Fingerprint> reading() {
            return mark == 0 ? new Reading.Nobody<>() : new Reading.Taken<>(Prints.of(mark));
        }
    }

    record Fail(Fault fault) implements Happening {
        @Override
        public boolean in(Scene scene) {
            scene.counter.present(new Reading.Faulty<>(fault));
            return true;
        }
    }

    record Wait(Duration time) implements Happening {
        @Override
        public boolean in(Scene scene) {
            scene.clock.forward(time);
            scene.counter.tick();
            return true;
        }
    }

    /** A walk to the decision with disorder in it: each step may be left out, doubled or followed by anything. */
    static List<Happening> script(Random random, boolean concerns) {
        List<Happening> script = new ArrayList<>();
        for (Happening one : walk(random)) {
            if (random.nextInt(30) != 0) {
                script.add(one);
            }
            while (random.nextInt(3) == 0) {
                script.add(anything(random, concerns));
            }
        }
        return script;
    }

    private static List<Happening> walk(Random random) {
        List<Happening> walk = new ArrayList<>(List.of(new Open()));
        boolean fingers = random.nextInt(5) == 0;
        for (Party party : Party.values()) {
            walk.add(new Given(new Command.ShowNotice(Scene.LI, party)));
            walk.add(route(random, party));
            walk.add(new Lay(party));
            walk.addAll(finger(fingers, party, FingerPurpose.IDENTIFY));
            walk.add(compare(party, Finding.SAME_PERSON));
        }
        walk.add(new Given(Scene.interview(Party.A)));
        walk.add(new Given(Scene.interview(Party.B)));
        walk.addAll(finger(fingers, Party.A, FingerPurpose.SIGN));
        walk.addAll(finger(fingers, Party.B, FingerPurpose.SIGN));
        walk.add(new Given(new Command.Release(Scene.WU, "in order")));
        walk.add(new Wait(Scene.FAREWELL));
        return walk;
    }

    private static Happening anything(Random random, boolean concerns) {
        Party party = any(random, Party.values());
        return switch (random.nextInt(concerns ? 16 : 14)) {
            case 0 -> new Open();
            case 1 -> new Given(new Command.ShowNotice(Scene.WU, party));
            case 2 -> route(random, party);
            case 3 -> new Lay(party);
            case 4 -> new Fail(any(random, Fault.values()));
            case 5 -> compare(party, any(random, Finding.values()));
            case 6, 7 -> interview(random, party);
            case 8 -> new Given(new Command.Release(Scene.LI, "in order"));
            case 9 -> random.nextInt(4) == 0 ? refuse(random) : new Lay(party);
            case 10 ->
                random.nextInt(4) == 0 ? new Given(new Command.Withdraw(Scene.LI)) : new Wait(Duration.ofSeconds(1));
            case 11 -> new Wait(Duration.ofSeconds(random.nextInt(400)));
            case 12 -> ask(party, any(random, FingerPurpose.values()));
            case 13 -> new Touch(random.nextInt(3));
            case 14 -> new Given(new Command.RaiseConcern(Scene.LI, Scene.concern()));
            default -> random.nextInt(4) == 0 ? new Given(new Command.Refer(Scene.WU, "duty")) : new Open();
        };
    }

    private static List<Happening> finger(boolean wanted, Party party, FingerPurpose purpose) {
        Happening own = new Touch(party == Party.A ? 1 : 2);
        return wanted ? List.of(ask(party, purpose), own) : List.of();
    }

    private static Happening ask(Party party, FingerPurpose purpose) {
        return new Given(new Command.AskFinger(Scene.LI, party, purpose));
    }

    private static Happening route(Random random, Party party) {
        Route route = any(random, Route.values());
        return new Given(new Command.ChooseRoute(Scene.LI, party, route));
    }

    private static Happening compare(Party party, Finding finding) {
        return new Given(new Command.Compare(Scene.LI, party, finding));
    }

    private static Happening refuse(Random random) {
        Ground ground = any(random, Ground.values());
        return new Given(new Command.Refuse(Scene.LI, "told", ground));
    }

    private static Happening interview(Random random, Party party) {
        Interview.Outcome outcome = switch (random.nextInt(3)) {
            case 0 -> new Interview.FreeWillStated();
            case 1 -> new Interview.NotStated();
            default -> new Interview.CouldNotBeHeld("no room");
        };
        Interpreter interpreter = random.nextBoolean() ? new Interpreter.None() : new Interpreter.Impartial("测试甲");
        return new Given(new Command.HoldInterview(Scene.LI, party, random.nextInt(4) != 0, interpreter, outcome));
    }

    private static <T> T any(Random random, T[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }
}
