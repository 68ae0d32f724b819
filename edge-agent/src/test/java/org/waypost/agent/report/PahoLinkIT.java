package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.servers.Mosquitto;

class PahoLinkIT extends BrokerScene {
    /** Made, failed and refused ones: Paho alone leaves a thread behind at each that the broker refuses at once. */
    @Test
    void aConnectionLeavesNoThreadBehind() throws Exception {
        Authority stranger = Authority.in(directory.resolve("stranger"));
        stranger.issue("counter-1");
        URI nobody = URI.create("ssl://localhost:" + Mosquitto.freePort());
        try (Mosquitto broker = new Mosquitto(authority.directory())) {
            List<URI> brokers = List.of(nobody, broker.address());
            connectFourTimes(new PahoLink(enrolled.terminal(), brokers, terminalTls()::context));
            connectFourTimes(new PahoLink(enrolled.terminal(), brokers, stranger.tls("counter-1", authority)::context));
            for (int i = 0; i < 100 && !pahoThreads().isEmpty(); i++) {
                Thread.sleep(100);
            }
            assertEquals(List.of(), pahoThreads());
        }
    }

    /** {@code java.util.Timer}, which Paho would use, waits by the wall clock. */
    @Test
    void noTimerOfTheWallClockKeepsALineAlive() throws Exception {
        try (Mosquitto broker = new Mosquitto(authority.directory())) {
            PahoLink link = new PahoLink(enrolled.terminal(), List.of(broker.address()), terminalTls()::context);
            BrokerLink.Attempt.Connected connected =
                    assertInstanceOf(BrokerLink.Attempt.Connected.class, link.connect(mailbox));
            assertEquals(List.of(), timers());
            connected.session().close();
        }
    }

    private static List<String> timers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getClass().getName().equals("java.util.TimerThread"))
                .map(Thread::getName)
                .filter(name -> name.contains("MQTT"))
                .toList();
    }

    private void connectFourTimes(PahoLink link) throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            if (link.connect(mailbox) instanceof BrokerLink.Attempt.Connected connected) {
                connected.session().close();
            }
        }
    }

    private static List<String> pahoThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> Arrays.stream(entry.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("org.eclipse.paho")))
                .map(entry -> entry.getKey() + Arrays.toString(entry.getValue()))
                .toList();
    }
}
