package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.taken;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.CardImage;
import org.waypost.drivers.simulated.SimulatedCardReader;
import org.waypost.drivers.simulated.SpecimenCard;

/** The assembled reader as a demonstration terminal uses it: a cable in memory, a thread, the pace of a real line. */
class SimulatedCardReaderTest extends CardReaderContract {
    private final SimulatedCardReader reader = new SimulatedCardReader();

    @Override
    protected CardReader reader() {
        return reader;
    }

    @Override
    protected void place(CardImage card) {
        reader.place(card);
    }

    @Override
    protected void remove() {
        reader.remove();
    }

    @Override
    protected void unplug() {
        reader.simulator().unplug();
    }

    @Test
    void noticesACardThatIsLaidDownWhileItWaits() throws InterruptedException {
        try (reader) {
            Thread clerk = Thread.ofVirtual().name("waypost-test-clerk").start(() -> {
                sleepALittle();
                place(SpecimenCard.TEST_BING.image());
            });
            try (Document document = taken(reader.read(Duration.ofSeconds(10)))) {
                assertEquals("测试丙", document.name());
            }
            clerk.join();
        }
    }

    @Test
    void worksAgainWhenTheCableIsBack() {
        try (reader) {
            reader.simulator().unplug();
            assertFault(Fault.DEVICE_ABSENT, reader.read(PATIENCE));
            reader.simulator().plug();
            place(SpecimenCard.TEST_JI.image());
            taken(reader.read(PATIENCE)).close();
        }
    }

    @Test
    void closingEndsAReadThatWaits() throws InterruptedException {
        Thread waiting = Thread.ofVirtual().name("waypost-test-wait").start(() -> reader.read(Duration.ofMinutes(1)));
        sleepALittle();
        reader.close();
        assertTrue(waiting.join(Duration.ofSeconds(5)));
    }

    @Test
    void anInterruptEndsTheWait() throws InterruptedException {
        try (reader) {
            Thread waiting = Thread.ofVirtual().name("waypost-test-wait").start(() -> {
                Reading<Document> outcome = reader.read(Duration.ofMinutes(1));
                assertTrue(!(outcome instanceof Reading.Taken));
            });
            sleepALittle();
            waiting.interrupt();
            assertTrue(waiting.join(Duration.ofSeconds(5)));
        }
    }

    private static void sleepALittle() {
        try {
            Thread.sleep(400);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
