package org.waypost.hub.page;

import io.helidon.common.uri.UriPath;
import io.helidon.http.Method;
import io.helidon.http.PathMatcher;
import io.helidon.http.PathMatchers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.hub.officer.Right;

/**
 * All pages and forms of the desk, each with the right it takes. {@link Guard} lets nobody to what does not stand here.
 * Filled before it is used.
 */
final class Doors {
    private final List<Door> doors = new ArrayList<>();

    /** A page for officers who have a right. */
    Doors get(String path, Right right, Handler handler) {
        return add(new Door(Method.GET, path, Optional.of(right), Asked.BY_HAND, handler));
    }

    /** A page that a browser asks for by itself. */
    Doors watch(String path, Right right, Handler handler) {
        return add(new Door(Method.GET, path, Optional.of(right), Asked.BY_ITSELF, handler));
    }

    /** A form for officers who have a right. */
    Doors post(String path, Right right, Handler handler) {
        return add(new Door(Method.POST, path, Optional.of(right), Asked.BY_HAND, handler));
    }

    /** What everybody may ask for who came by the link. */
    Doors open(Method method, String path, Handler handler) {
        return add(new Door(method, path, Optional.empty(), Asked.BY_ITSELF, handler));
    }

    private Doors add(Door door) {
        doors.add(door);
        return this;
    }

    List<Door> all() {
        return List.copyOf(doors);
    }

    /** The door that a request stands before; empty if there is none. */
    Optional<Door> at(Method method, UriPath path) {
        return doors.stream().filter(door -> door.is(method, path)).findFirst();
    }

    void routing(HttpRules rules) {
        doors.forEach(door -> rules.route(door.method, door.matcher, door.handler));
    }

    /** Whether a request means that somebody is there. */
    enum Asked {
        BY_HAND,
        BY_ITSELF
    }

    /**
     * One page or form.
     *
     * @param right what it takes; empty if nothing
     */
    record Door(Method method, String path, Optional<Right> right, Asked asked, Handler handler, PathMatcher matcher) {
        Door(Method method, String path, Optional<Right> right, Asked asked, Handler handler) {
            this(method, path, right, asked, handler, PathMatchers.create(path));
        }

        boolean is(Method asked, UriPath at) {
            return asked.equals(method) && matcher.match(at).accepted();
        }
    }
}
