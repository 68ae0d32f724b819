package org.waypost.hub.page;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Optional;
import org.waypost.hub.officer.Account;
import org.waypost.hub.officer.Sessions;

/** Lets officers to the pages their role has a right to, and nobody to what is no door (invariant I16). */
final class Guard implements Filter {
    private static final HeaderName HX_REDIRECT = HeaderNames.create("HX-Redirect");

    private final Doors doors;
    private final Sessions sessions;
    private final Pages pages;

    Guard(Doors doors, Sessions sessions, Pages pages) {
        this.doors = doors;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Optional<Doors.Door> door = doors.at(request.prologue().method(), request.path());
        if (door.isEmpty()) {
            Pages.plain(request, response, Status.NOT_FOUND_404, "not-found");
            return;
        }
        Optional<Account> account = account(request, door.get());
        account.ifPresent(who -> request.context().register(who));
        if (door.get().right().isEmpty()
                || account.filter(who -> admits(door.get(), who)).isPresent()) {
            chain.proceed();
        } else if (account.isPresent()) {
            pages.say(request, response, Status.FORBIDDEN_403, "no-right");
        } else {
            toSignIn(door.get(), response);
        }
    }

    private static boolean admits(Doors.Door door, Account who) {
        return door.right().filter(who.role()::may).isPresent();
    }

    private Optional<Account> account(RoutingRequest request, Doors.Door door) {
        String token = SignInPages.token(request);
        return switch (door.asked()) {
            case BY_HAND -> sessions.act(token);
            case BY_ITSELF -> sessions.watch(token);
        };
    }

    /** A part of a page that asks by itself cannot follow; it is told to leave the whole page. */
    private static void toSignIn(Doors.Door door, RoutingResponse response) {
        switch (door.asked()) {
            case BY_HAND -> Pages.redirect(response, SignInPages.SIGN_IN);
            case BY_ITSELF ->
                response.status(Status.UNAUTHORIZED_401)
                        .header(HX_REDIRECT, SignInPages.SIGN_IN)
                        .send();
        }
    }
}
