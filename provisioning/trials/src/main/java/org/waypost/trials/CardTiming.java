package org.waypost.trials;

import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.simulated.SimulatedCardReader;
import org.waypost.drivers.simulated.SpecimenCard;

/**
 * Card on the reader until the document is in hand, on the driver and a simulated module at the pace of a real line.
 */
final class CardTiming {
    private static final int RUNS = 25;
    /** A start bit, eight data bits and a stop bit a byte; the read reply has 1,295 bytes. */
    private static final double WIRE_MILLIS = 1295 * 10 * 1000.0 / 115_200;

    private static final double POLL_MILLIS = 300;

    private CardTiming() {}

    static void run(Consumer<Figure> figures) throws InterruptedException {
        Timings timings = new Timings();
        Random random = new Random(1);
        try (SimulatedCardReader reader = new SimulatedCardReader()) {
            for (int run = 0; run < RUNS; run++) {
                timings.add(once(reader, random.nextLong(1_000)));
            }
        }
        double limit = 1.2 * WIRE_MILLIS + POLL_MILLIS;
        figures.accept(Figure.noted("card-to-document-median", timings.median(), "ms")
                .beside("read frame on the wire", WIRE_MILLIS));
        figures.accept(Figure.atMost(limit, "card-to-document-worst-of-" + RUNS, timings.worst(), "ms")
                .beside("wire plus one poll", WIRE_MILLIS + POLL_MILLIS));
    }

    /** Lays the card down at a random moment of the reader's polling. */
    private static long once(SimulatedCardReader reader, long delayMillis) throws InterruptedException {
        long[] placed = new long[1];
        Thread person = Thread.ofVirtual().name("waypost-person").start(() -> {
            try {
                Thread.sleep(delayMillis);
                placed[0] = System.nanoTime();
                reader.place(SpecimenCard.TEST_BING.image());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Reading<Document> reading = reader.read(Duration.ofSeconds(10));
        long now = System.nanoTime();
        person.join();
        close(reading);
        lift(reader);
        return now - placed[0];
    }

    private static void close(Reading<Document> reading) {
        switch (reading) {
            case Reading.Taken<Document> taken -> taken.value().close();
            case Reading.Nobody<Document> nobody -> throw new IllegalStateException("no card was read");
            case Reading.Faulty<Document> faulty ->
                throw new IllegalStateException(faulty.fault().name());
        }
    }

    private static void lift(SimulatedCardReader reader) {
        reader.remove();
        reader.read(Duration.ofSeconds(3));
    }
}
