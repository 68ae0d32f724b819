package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "3",
                "{\"version\":1}",
                "{\"version\":null,\"id\":null}",
                "{\"version\":1,\"version\":1}",
                "nonsense"
            })
    void refusesWhatIsNoMessage(String json) {
        assertInstanceOf(Codec.Malformed.class, Codec.read(json.getBytes(UTF_8), SealedReport.class));
    }

    @Test
    void refusesAnUnknownProperty() throws IOException {
        assertMalformed(GoldenTest.golden("sealed-report.json").replace("\"version\"", "\"score\":0.9,\"version\""));
    }

    @Test
    void refusesARepeatedProperty() throws IOException {
        assertMalformed(GoldenTest.golden("sealed-report.json").replace("\"version\"", "\"version\":1,\"version\""));
    }

    @Test
    void refusesTextWhereANumberBelongs() throws IOException {
        assertMalformed(GoldenTest.golden("sealed-report.json").replace("\"sequence\":12", "\"sequence\":\"12\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"operator\":\"registrar-7\"|\"operator\":7",
                "\"wish\":\"wants to speak to a woman\"|\"wish\":true",
                "\"urgency\":\"OTHER\"|\"urgency\":2",
                "\"seen\":\"2026-11-23T01:02:03Z\"|\"seen\":1",
                "\"seen\":\"2026-11-23T01:02:03Z\"|\"seen\":\"\"",
                "\"terminal\":\"counter-1\"|\"terminal\":1"
            })
    void refusesANumberWhereTextBelongs(String good, String bad) throws IOException {
        String json = GoldenTest.golden("case-report.json");
        String broken = json.replace(good, bad);
        assertFalse(broken.equals(json));
        assertInstanceOf(Codec.Malformed.class, Codec.read(broken.getBytes(UTF_8), CaseReport.class), bad);
    }

    @Test
    void refusesMoreBehindTheEnd() throws IOException {
        assertMalformed(GoldenTest.golden("sealed-report.json") + "{}");
    }

    @Test
    void refusesAnotherVersion() throws IOException {
        assertMalformed(GoldenTest.golden("sealed-report.json").replace("\"version\":1", "\"version\":2"));
    }

    @Test
    void refusesDeepNestingAndLongMessages() {
        assertMalformed("[".repeat(Codec.DEPTH_MAX + 1));
        assertMalformed(" ".repeat(Codec.MESSAGE_MAX + 1));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertInstanceOf(Codec.Malformed.class, Codec.read(new byte[] {'"', (byte) 0xC3, '"'}, SealedReport.class));
    }

    @Test
    void saysWhyWithoutQuotingTheInput() throws IOException {
        String secret = "canary-7f3a";
        String json = GoldenTest.golden("case-report.json").replace("\"OTHER\"", "\"" + secret + "\"");
        Codec.Malformed<?> malformed =
                assertInstanceOf(Codec.Malformed.class, Codec.read(json.getBytes(UTF_8), CaseReport.class));
        assertFalse(malformed.reason().contains(secret), malformed.reason());
        assertTrue(malformed.reason().contains("urgency"), malformed.reason());
    }

    @Test
    void answersAnyBytesWithAValue() throws IOException {
        byte[] golden = GoldenTest.golden("case-report.json").getBytes(UTF_8);
        Random random = new Random(20261123);
        for (int run = 0; run < 20_000; run++) {
            byte[] bytes = golden.clone();
            for (int flips = random.nextInt(1, 8); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Codec.read(bytes, CaseReport.class);
        }
    }

    private static void assertMalformed(String json) {
        assertInstanceOf(Codec.Malformed.class, Codec.read(json.getBytes(UTF_8), SealedReport.class));
    }
}
