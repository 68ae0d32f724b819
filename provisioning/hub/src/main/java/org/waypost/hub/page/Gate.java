package org.waypost.hub.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.SetCookie;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * Lets to the door who came by the link of this start, and their browser from then on. Requests under another host
 * name, and forms sent from another page, are turned away.
 */
public final class Gate implements Filter {
    /** Name of the cookie that stands for the link. */
    static final String COOKIE = "waypost-desk";

    private static final String TOKEN = "token";

    private final String token = random();
    private final String session = random();
    private final Set<String> hosts;

    /** A gate for pages bound to one address, which also answers to the loopback names. */
    public Gate(String boundHost) {
        this.hosts = Set.of(boundHost.equals("localhost") ? "127.0.0.1" : boundHost, "localhost");
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What the first request must carry. */
    public String query() {
        return "?" + TOKEN + "=" + token;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String authority = request.authority();
        if (!hosts.contains(authority.replaceFirst(":[0-9]+$", ""))) {
            refuse(request, response, "not-here");
        } else if (request.query().contains(TOKEN)) {
            enter(request, response);
        } else if (!same(session, request.headers().cookies().first(COOKIE).orElse(""))) {
            refuse(request, response, "no-token");
        } else if (request.prologue().method().equals(Method.POST) && !sameOrigin(request.headers(), authority)) {
            refuse(request, response, "not-same-origin");
        } else {
            chain.proceed();
        }
    }

    private void enter(RoutingRequest request, RoutingResponse response) {
        if (!same(token, request.query().first(TOKEN).orElse(""))) {
            refuse(request, response, "no-token");
            return;
        }
        response.headers()
                .addCookie(SetCookie.builder(COOKIE, session)
                        .path("/")
                        .httpOnly(true)
                        .sameSite(SetCookie.SameSite.STRICT)
                        .build());
        response.status(Status.SEE_OTHER_303)
                .header(HeaderNames.LOCATION, request.path().path())
                .send();
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private static boolean sameOrigin(ServerRequestHeaders headers, String authority) {
        return headers.contains(HeaderNames.ORIGIN)
                && headers.get(HeaderNames.ORIGIN).get().equals("http://" + authority);
    }

    private static void refuse(RoutingRequest request, RoutingResponse response, String key) {
        Pages.plain(request, response, Status.FORBIDDEN_403, key);
    }
}
