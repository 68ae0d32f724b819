package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.assertNobody;
import static org.waypost.drivers.device.Readings.taken;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.simulated.CardImage;
import org.waypost.drivers.simulated.SpecimenCard;

/** What every card reader keeps, whatever link it stands behind. */
public abstract class CardReaderContract {
    protected static final Duration PATIENCE = Duration.ofSeconds(3);

    /** The reader; the test closes it. */
    protected abstract CardReader reader();

    /** Lays a card on the reader, in place of one that lies there. */
    protected abstract void place(CardImage card);

    protected abstract void remove();

    /** Takes the device away from the driver. */
    protected abstract void unplug() throws Exception;

    @Test
    void readsACardWithItsPortrait() {
        place(SpecimenCard.TEST_JIA.image());
        try (CardReader reader = reader();
                Document document = taken(reader.read(PATIENCE))) {
            assertEquals("测试甲", document.name());
            assertEquals("110101199003070011", document.number());
            assertTrue(document.portrait().isPresent());
        }
    }

    @Test
    void saysNobodyWhileNoCardLiesThere() {
        try (CardReader reader = reader()) {
            assertNobody(reader.read(Duration.ofMillis(700)));
            assertNobody(reader.read(Duration.ZERO));
        }
    }

    @Test
    void readsTheNextCardAfterTheFirstWasLifted() {
        try (CardReader reader = reader()) {
            place(SpecimenCard.ALEX_2023.image());
            taken(reader.read(PATIENCE)).close();
            assertNobody(reader.read(Duration.ofMillis(600)));
            remove();
            assertNobody(reader.read(Duration.ofMillis(1_700)));
            place(SpecimenCard.TEST_DING.image());
            try (Document next = taken(reader.read(PATIENCE))) {
                assertEquals("测试丁", next.name());
            }
        }
    }

    @Test
    void namesACardOfAnUnknownKind() {
        place(SpecimenCard.TEST_JIA.image().withType('Q'));
        try (CardReader reader = reader()) {
            assertFault(Fault.CARD_UNKNOWN, reader.read(PATIENCE));
        }
    }

    @Test
    void saysThatTheDeviceIsAbsent() throws Exception {
        try (CardReader reader = reader()) {
            assertNobody(reader.read(Duration.ZERO));
            unplug();
            assertFault(Fault.DEVICE_ABSENT, reader.read(PATIENCE));
            assertFault(Fault.DEVICE_ABSENT, reader.read(Duration.ZERO));
        }
    }

    @Test
    void aReadAfterTheEndIsADefect() {
        CardReader reader = reader();
        reader.close();
        reader.close();
        assertThrows(IllegalStateException.class, () -> reader.read(Duration.ZERO));
    }
}
