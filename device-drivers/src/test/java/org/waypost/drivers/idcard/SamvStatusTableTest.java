package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.waypost.drivers.device.Readings.assertFault;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.SamvCommand;
import org.waypost.drivers.simulated.SamvFault;
import org.waypost.drivers.simulated.SpecimenCard;

/** Every status word of the protocol in answer to each request, and what the driver says if it lasts. */
class SamvStatusTableTest {
    private static final int ALWAYS = 100;

    private static Reading<Document> answered(SamvCommand command, SamvFault fault) {
        try (SamvRig rig = new SamvRig()) {
            rig.simulator.arm(command, fault, ALWAYS);
            return rig.read(SpecimenCard.TEST_JIA.image());
        }
    }

    /** 80 answers a find: nobody. 90 and 9F without what belongs to them answer nothing. */
    @ParameterizedTest
    @CsvSource({
        // sw3, status, find, select, read
        "0x10, LINK_UNRELIABLE, LINK_UNRELIABLE, LINK_UNRELIABLE, LINK_UNRELIABLE",
        "0x11, LINK_UNRELIABLE, LINK_UNRELIABLE, LINK_UNRELIABLE, LINK_UNRELIABLE",
        "0x21, COMMAND_REFUSED, COMMAND_REFUSED, COMMAND_REFUSED, COMMAND_REFUSED",
        "0x23, COMMAND_REFUSED, COMMAND_REFUSED, COMMAND_REFUSED, COMMAND_REFUSED",
        "0x24, CARD_UNREADABLE, CARD_UNREADABLE, CARD_UNREADABLE, CARD_UNREADABLE",
        "0x31, CARD_NOT_AUTHENTICATED, CARD_NOT_AUTHENTICATED, CARD_NOT_AUTHENTICATED, CARD_NOT_AUTHENTICATED",
        "0x32, CARD_NOT_AUTHENTICATED, CARD_NOT_AUTHENTICATED, CARD_NOT_AUTHENTICATED, CARD_NOT_AUTHENTICATED",
        "0x33, CARD_NOT_AUTHENTICATED, CARD_NOT_AUTHENTICATED, CARD_NOT_AUTHENTICATED, CARD_NOT_AUTHENTICATED",
        "0x40, CARD_UNKNOWN, CARD_UNKNOWN, CARD_UNKNOWN, CARD_UNKNOWN",
        "0x41, CARD_MOVED, CARD_MOVED, CARD_MOVED, CARD_MOVED",
        "0x47, CARD_MOVED, CARD_MOVED, CARD_MOVED, CARD_MOVED",
        "0x60, OUT_OF_SERVICE, OUT_OF_SERVICE, OUT_OF_SERVICE, OUT_OF_SERVICE",
        "0x66, OUT_OF_SERVICE, OUT_OF_SERVICE, OUT_OF_SERVICE, OUT_OF_SERVICE",
        "0x80, COMMAND_REFUSED, , CARD_MOVED, CARD_MOVED",
        "0x81, CARD_MOVED, CARD_MOVED, CARD_MOVED, CARD_MOVED",
        "0x90, , NO_ANSWER, NO_ANSWER, NO_ANSWER",
        "0x91, CARD_UNREADABLE, CARD_UNREADABLE, CARD_UNREADABLE, CARD_UNREADABLE",
        "0x9F, NO_ANSWER, NO_ANSWER, NO_ANSWER, NO_ANSWER",
        "0xFF, CARD_UNREADABLE, CARD_UNREADABLE, CARD_UNREADABLE, CARD_UNREADABLE",
    })
    void everyStatusOfEveryRequest(String sw3, @Nullable Fault status, @Nullable Fault find, Fault select, Fault read) {
        SamvFault words = new SamvFault.Status(Integer.decode(sw3));
        assertAnswer(status, SamvCommand.STATUS, words);
        assertAnswer(find, SamvCommand.FIND, words);
        assertAnswer(select, SamvCommand.SELECT, words);
        assertAnswer(read, SamvCommand.READ_TEXT_PHOTO, words);
    }

    private static void assertAnswer(@Nullable Fault expected, SamvCommand command, SamvFault words) {
        Reading<Document> reading = answered(command, words);
        if (expected != null) {
            assertFault(expected, reading);
        } else {
            assertEquals(
                    command == SamvCommand.FIND, reading instanceof Reading.Nobody, () -> command + " was " + reading);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x69, 0x88, 0x31, CARD_NOT_AUTHENTICATED",
        "0x6A, 0x82, 0x41, CARD_MOVED",
        "0x63, 0x00, 0x47, CARD_MOVED",
        "0x6F, 0x00, 0x81, CARD_MOVED",
        "0x00, 0x01, 0x90, CARD_UNREADABLE",
        "0x01, 0x00, 0x90, CARD_UNREADABLE",
        "0xFF, 0xFF, 0x9F, CARD_UNREADABLE",
    })
    void wordsOfTheCardChangeNoFailureAndSpoilASuccess(String sw1, String sw2, String sw3, Fault expected) {
        SamvFault words = new SamvFault.Status(Integer.decode(sw1), Integer.decode(sw2), Integer.decode(sw3));
        assertFault(expected, answered(SamvCommand.READ_TEXT_PHOTO, words));
    }

    @Test
    void aFindWithWordsOfTheCardIsNoCard() {
        assertFault(Fault.CARD_UNREADABLE, answered(SamvCommand.FIND, new SamvFault.Status(0x6A, 0x82, 0x9F)));
    }
}
