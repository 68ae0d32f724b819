package org.waypost.kiosk.devices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is said to the technician, and heard from them.
 *
 * @param out lines
 * @param in what is typed
 * @param hidden one line that is typed unseen, where there is a terminal to hide it on
 */
record Talk(PrintStream out, BufferedReader in, Supplier<Optional<String>> hidden) {

    void say(String topic, String text) {
        say(new Line(topic, text));
    }

    void say(Line line) {
        out.println(line);
    }

    /** The next line; empty at the end of what is typed. */
    Optional<String> heard() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    /** Asks for what nobody else should read over a shoulder or in a history of commands. */
    Optional<String> askHidden(String question) {
        say("type", question);
        return hidden.get().or(this::heard);
    }
}
