package org.waypost.hub.page;

import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.officer.Account;
import org.waypost.hub.officer.Right;
import org.waypost.hub.officer.Role;

/**
 * Who asks for a page.
 *
 * @param account empty before somebody signed in
 */
public record Visitor(Optional<Account> account) {
    /** Who {@link Guard} found to send this request. */
    static Visitor of(ServerRequest request) {
        return new Visitor(request.context().get(Account.class));
    }

    /** The officer, at a page that takes a right. */
    static Officer officer(ServerRequest request) {
        return of(request).account.orElseThrow().officer();
    }

    /** Whether to show the way to something. */
    public boolean may(Right right) {
        return account.filter(who -> who.role().may(right)).isPresent();
    }

    /** Whether this is them. */
    public boolean is(Officer officer) {
        return account.filter(who -> who.officer().equals(officer)).isPresent();
    }

    /** The page their work begins at. */
    public String home() {
        return account.map(Account::role).map(Visitor::home).orElse(SignInPages.SIGN_IN);
    }

    private static String home(Role role) {
        return switch (role) {
            case CASE_OFFICER, SUPERVISOR -> "/";
            case TECHNICIAN -> "/terminals";
            case AUDITOR -> "/audit";
        };
    }
}
