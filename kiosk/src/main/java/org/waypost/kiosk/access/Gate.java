package org.waypost.kiosk.access;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.SetCookie;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;

/** What every request passes: address, role, origin. Refuses by a {@link Problem}. Safe for use by several threads. */
public final class Gate {
    private static final String TOKEN = "token";

    private final Keys keys;

    public Gate(Keys keys) {
        this.keys = keys;
    }

    /** Mounts the routes, each behind its checks; whatever is not among them does not exist. */
    public void mount(HttpRouting.Builder routing, List<Route> routes) {
        routing.addFilter(headers());
        routes.forEach(route -> routing.route(route.method(), route.path(), behind(route)));
        routing.any((request, response) -> {
            throw Problem.absent();
        });
    }

    private Handler behind(Route route) {
        return (request, response) -> {
            if (!Origin.addressedHere(request.headers())) {
                throw new Problem(Status.FORBIDDEN_403, "problem.address");
            }
            if (!entered(route, request, response)) {
                check(route, request);
                route.handler().handle(request, response);
            }
        };
    }

    /** Exchanges a token in the address for the role's cookie and asks for the address without it. */
    private boolean entered(Route route, ServerRequest request, ServerResponse response) {
        Optional<String> token = request.query().first(TOKEN).asOptional();
        if (route.audience() == Audience.ANYBODY || !route.method().equals(Method.GET) || token.isEmpty()) {
            return false;
        }
        if (!keys.opens(token.get(), route.audience())) {
            throw new Problem(Status.FORBIDDEN_403, "problem.token");
        }
        response.headers().addCookie(cookie(route.audience()));
        response.status(Status.SEE_OTHER_303)
                .header(HeaderNames.LOCATION, request.path().path())
                .send();
        return true;
    }

    private void check(Route route, ServerRequest request) {
        Optional<String> cookie =
                request.headers().cookies().first(name(route.audience())).asOptional();
        if (!keys.admits(cookie, route.audience())) {
            throw new Problem(Status.FORBIDDEN_403, "problem.role");
        }
        if (!route.method().equals(Method.GET) && !Origin.ours(request.headers())) {
            throw new Problem(Status.FORBIDDEN_403, "problem.origin");
        }
    }

    /** For the browser's session alone: it holds no date, and dies with this process. */
    private SetCookie cookie(Audience audience) {
        return SetCookie.builder(name(audience), keys.cookie(audience))
                .path("/")
                .httpOnly(true)
                .sameSite(SetCookie.SameSite.STRICT)
                .build();
    }

    private static String name(Audience audience) {
        return switch (audience) {
            case CLERK -> "waypost-clerk";
            case PARTY -> "waypost-party";
            case STATION -> "waypost-station";
            case TECHNICIAN -> "waypost-technician";
            case ANYBODY -> "waypost-none";
        };
    }

    private static Filter headers() {
        return (chain, request, response) -> {
            response.header("Content-Security-Policy", POLICY);
            response.header("X-Content-Type-Options", "nosniff");
            response.header("Referrer-Policy", "no-referrer");
            response.header(HeaderNames.CACHE_CONTROL, "no-store");
            chain.proceed();
        };
    }

    /** Everything from this terminal, nothing inline, nobody's frame. */
    static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
}
