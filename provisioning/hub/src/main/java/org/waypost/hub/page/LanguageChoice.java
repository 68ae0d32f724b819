package org.waypost.hub.page;

import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.SetCookie;
import io.helidon.webserver.http.HttpRequest;
import java.time.ZoneId;

/** The language an officer picked, kept in a cookie of their browser and nowhere else. */
final class LanguageChoice {
    private static final String COOKIE = "waypost-language";

    private LanguageChoice() {}

    /** Words without times. */
    static Words words(HttpRequest request) {
        return words(request, ZoneId.of("UTC"));
    }

    static Words words(HttpRequest request, ZoneId zone) {
        return Words.in(of(request.headers()), zone);
    }

    private static Words.Language of(ServerRequestHeaders headers) {
        return headers.cookies().first(COOKIE).orElse("").equals("EN") ? Words.Language.EN : Words.Language.ZH;
    }

    static SetCookie cookie(Words.Language language) {
        return SetCookie.builder(COOKIE, language.name())
                .path("/")
                .httpOnly(true)
                .sameSite(SetCookie.SameSite.STRICT)
                .build();
    }
}
