package org.waypost.drivers.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cameras want to be told, and what they are told. */
class ChallengeTest {
    /** The nonce and opaque of RFC 7616, section 3.9.1. */
    private static final String BOTH = """
        Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, \
        nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS", \
        Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, \
        nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"\
        """;

    private static final CameraLogin MUFASA = new CameraLogin("Mufasa", "Circle of Life", false);

    private static String answer(Challenge challenge) {
        return DigestAnswer.of(MUFASA, challenge)
                .orElseThrow()
                .header("GET", "/dir/index.html", "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
    }

    /** The example of RFC 7616, section 3.9.1. */
    @Test
    void answersAsTheStandardsExample() {
        List<Challenge> both = Challenge.all(BOTH);
        assertEquals(2, both.size());
        assertTrue(answer(both.get(0))
                .contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\""));
        assertTrue(answer(both.get(1)).contains("response=\"8ca523f5e9506fed4657c9700eebdbec\""));
        String strongest = MUFASA.answering(BOTH, false).orElseThrow().header("GET", "/");
        assertTrue(strongest.contains("algorithm=SHA-256") && strongest.contains("nc=00000001"));
    }

    @Test
    void readsSeveralWithAndWithoutParameters() {
        assertEquals(
                List.of(
                        new Challenge("negotiate", Map.of()),
                        new Challenge("basic", Map.of("realm", "a, b=c")),
                        new Challenge("digest", Map.of("realm", "", "nonce", "1"))),
                Challenge.all("Negotiate, Basic realm=\"a, b=c\", DIGEST realm=\"\",nonce=1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic realm=\"camera\"",
                "Digest realm=\"a\"",
                "Digest nonce=\"a\"",
                "Digest realm=\"a\\\"b\", nonce=\"1\"",
                "Digest realm=\"a\", nonce=\"1\", qop=\"auth-int\"",
                "Digest realm=\"a\", nonce=\"1\", algorithm=MD5-sess",
                "Digest realm=\"a\", nonce=\"1\r\nX: y\""
            })
    void whatCannotBeAnsweredByADigestIsNot(String wanted) {
        assertTrue(MUFASA.answering(wanted, false).isEmpty());
    }
}
