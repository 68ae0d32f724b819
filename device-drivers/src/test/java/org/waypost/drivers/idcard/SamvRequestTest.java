package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamvRequestTest {
    @ParameterizedTest
    @CsvSource({
        "STATUS, aaaaaa9669000311ffed",
        "NUMBER, aaaaaa9669000312ffee",
        "FASTER, aaaaaa96690003600063",
        "FIND,   aaaaaa96690003200122",
        "SELECT, aaaaaa96690003200221",
        "READ,   aaaaaa96690003300132",
    })
    void isTheWorkedFrame(SamvRequest request, String frame) {
        assertEquals(frame, HexFormat.of().formatHex(request.frame()));
    }

    @Test
    void aLateAnswerToAnEarlierRequestDoesNotFit() {
        assertFalse(SamvRequest.FIND.isAnsweredBy(SamvStatus.DONE, 4));
        assertFalse(SamvRequest.FIND.isAnsweredBy(SamvStatus.DONE, 0x508));
        assertFalse(SamvRequest.FIND.isAnsweredBy(SamvStatus.READ_FAILED, 4));
        assertFalse(SamvRequest.SELECT.isAnsweredBy(SamvStatus.FOUND, 8));
        assertFalse(SamvRequest.SELECT.isAnsweredBy(SamvStatus.NO_CARD, 4));
        assertFalse(SamvRequest.READ.isAnsweredBy(SamvStatus.DONE, 12));
        assertFalse(SamvRequest.READ.isAnsweredBy(SamvStatus.DONE, 0x50A));
    }

    @Test
    void theExpectedAnswersAndEveryRefusalFit() {
        assertTrue(SamvRequest.STATUS.isAnsweredBy(SamvStatus.DONE, 4));
        assertTrue(SamvRequest.FIND.isAnsweredBy(SamvStatus.NO_CARD, 4));
        assertTrue(SamvRequest.FIND.isAnsweredBy(SamvStatus.FOUND, 8));
        assertTrue(SamvRequest.SELECT.isAnsweredBy(SamvStatus.SELECT_FAILED, 4));
        assertTrue(SamvRequest.READ.isAnsweredBy(SamvStatus.READ_FAILED, 4));
        assertTrue(SamvRequest.READ.isAnsweredBy(SamvStatus.DONE, 0x508));
    }

    @Test
    void successWithWordsOfTheCardSetIsNoSuccess() {
        assertEquals(SamvStatus.UNRECOGNISED, SamvStatus.of(0x6A, 0x82, 0x90));
        assertEquals(SamvStatus.READ_FAILED, SamvStatus.of(0x6A, 0x82, 0x41));
        assertEquals(SamvStatus.UNRECOGNISED, SamvStatus.of(0, 0, 0x77));
    }
}
