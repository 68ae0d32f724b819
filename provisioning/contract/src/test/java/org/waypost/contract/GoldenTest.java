package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message as the wire has it; a change of these files is a change of the contract. */
class GoldenTest {

    static Stream<Arguments> messages() {
        String digest = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";
        return Stream.of(
                Arguments.of("case-report.json", Specimens.report()),
                Arguments.of(
                        "sealed-report.json",
                        new SealedReport(1, Specimens.ID, Specimens.TERMINAL, 12, "c2VhbGVk", "c2lnbmF0dXJl")),
                receipt("signed-receipt-stored.json", digest, new Receipt.Stored(41, Specimens.SEEN)),
                receipt("signed-receipt-already-stored.json", digest, new Receipt.AlreadyStored(41, Specimens.SEEN)),
                receipt("signed-receipt-refused.json", digest, new Receipt.Refused(Receipt.Reason.CONFLICT)),
                Arguments.of("amendment-correction.json", Specimens.correction()),
                Arguments.of("amendment-withdrawal.json", Specimens.withdrawal()),
                Arguments.of(
                        "signed-notice.json",
                        new SignedNotice(
                                1,
                                Specimens.TERMINAL,
                                new Notice(Specimens.ID, 2, Progress.HANDED_OVER, Specimens.SEEN),
                                "c2lnbmF0dXJl")),
                Arguments.of(
                        "signed-acknowledgement.json",
                        new SignedAcknowledgement(1, Specimens.TERMINAL, Specimens.ID, 2, "c2lnbmF0dXJl")),
                Arguments.of("health.json", Specimens.health()),
                Arguments.of("signed-health.json", new SignedHealth(1, Specimens.TERMINAL, "{}", "c2lnbmF0dXJl")),
                Arguments.of("public-report.json", Specimens.publicReport()),
                Arguments.of("sealed-tip.json", new SealedTip(1, Specimens.TIP, "c2VhbGVk")),
                Arguments.of("answers-wanted.json", new AnswersWanted(1, 12)),
                Arguments.of(
                        "signed-tip-receipt.json",
                        new SignedTipReceipt(
                                1, Specimens.TIP, digest, SignedTipReceipt.Outcome.STORED, "c2lnbmF0dXJl")),
                Arguments.of(
                        "signed-answer.json",
                        new SignedAnswer(
                                1, 7, 6, Specimens.HOUR, Specimens.THREAD.handle(), "c2VhbGVk", "c2lnbmF0dXJl")),
                Arguments.of("trust-store-issue.json", Specimens.trustStore()),
                Arguments.of(
                        "signed-trust-store.json", new SignedTrustStore(SignedTrustStore.FORMAT, "{}", "c2lnbmF0dXJl")),
                Arguments.of("watchlist-issue.json", Specimens.issue()),
                Arguments.of(
                        "signed-watchlist.json", new SignedWatchlist(SignedWatchlist.FORMAT, "{}", "c2lnbmF0dXJl")));
    }

    private static Arguments receipt(String file, String digest, Receipt receipt) {
        return Arguments.of(
                file, new SignedReceipt(1, Specimens.TERMINAL, Specimens.ID, digest, receipt, "c2lnbmF0dXJl"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isWrittenAndReadAsTheGoldenFileHasIt(String file, Object message) throws IOException {
        String golden = golden(file);
        assertEquals(golden, Codec.write(message));
        assertEquals(new Codec.Decoded<>(message), Codec.read(golden.getBytes(UTF_8), message.getClass()));
    }

    static String golden(String file) throws IOException {
        try (var in = GoldenTest.class.getResourceAsStream("/golden/" + file)) {
            return new String(assertNotNull(in, file).readAllBytes(), UTF_8).strip();
        }
    }

    private static <T> T assertNotNull(@Nullable T value, String name) {
        if (value == null) {
            throw new AssertionError("no golden file " + name);
        }
        return value;
    }
}
