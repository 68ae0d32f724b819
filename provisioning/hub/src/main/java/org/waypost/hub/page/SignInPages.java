package org.waypost.hub.page;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.Method;
import io.helidon.http.SetCookie;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRequest;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.Optional;
import org.waypost.hub.officer.Account;
import org.waypost.hub.officer.Sessions;
import org.waypost.hub.officer.SignIn;

/** The desk's door: showing who one is, and leaving. */
final class SignInPages {
    /** Path of the form. */
    static final String SIGN_IN = "/sign-in";

    /** Name of the cookie that stands for a session. */
    static final String COOKIE = "waypost-officer";

    private final SignIn door;
    private final Sessions sessions;
    private final Pages pages;

    SignInPages(SignIn door, Sessions sessions, Pages pages) {
        this.door = door;
        this.sessions = sessions;
        this.pages = pages;
    }

    void add(Doors doors) {
        doors.open(Method.GET, SIGN_IN, (request, response) -> form(request, response, ""))
                .open(Method.POST, SIGN_IN, this::enter)
                .open(Method.POST, "/sign-out", this::leave)
                .open(Method.POST, "/language", this::language);
    }

    /** What a browser shows for its session; empty if nothing. */
    static String token(HttpRequest request) {
        return request.headers().cookies().first(COOKIE).orElse("");
    }

    private void form(ServerRequest request, ServerResponse response, String error) {
        pages.send(request, response, "signin.jte", Map.of("error", error));
    }

    private void enter(ServerRequest request, ServerResponse response) {
        Parameters form = Signed.form(request);
        switch (door.attempt(
                form.first("officer").orElse(""), form.first("password").orElse(""))) {
            case SignIn.Outcome.Entered entered -> begin(request, response, entered.account());
            case SignIn.Outcome.Refused refused -> {
                response.status(Status.FORBIDDEN_403);
                form(request, response, "sign-in-refused");
            }
            case SignIn.Outcome.TooSoon tooSoon -> {
                response.status(Status.TOO_MANY_REQUESTS_429);
                form(request, response, "sign-in-too-soon");
            }
        }
    }

    private void begin(ServerRequest request, ServerResponse response, Account account) {
        sessions.end(token(request));
        response.headers()
                .addCookie(SetCookie.builder(COOKIE, sessions.begin(account))
                        .path("/")
                        .httpOnly(true)
                        .sameSite(SetCookie.SameSite.STRICT)
                        .build());
        Pages.redirect(response, new Visitor(Optional.of(account)).home());
    }

    private void leave(ServerRequest request, ServerResponse response) {
        sessions.end(token(request));
        Pages.redirect(response, SIGN_IN);
    }

    private void language(ServerRequest request, ServerResponse response) {
        Words.Language other = LanguageChoice.words(request).language().other();
        response.headers().addCookie(LanguageChoice.cookie(other));
        Pages.redirect(response, Visitor.of(request).home());
    }
}
