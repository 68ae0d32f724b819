package org.waypost.kiosk.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a form sent: each field once, as {@code application/x-www-form-urlencoded} in UTF-8. Whatever is missing, twice
 * there or not among the values offered is a {@link Problem#malformed()}.
 */
public final class Form {
    private static final String TYPE = "application/x-www-form-urlencoded";

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Reads the body of a request; the server bounds its size. */
    public static Form of(ServerRequest request) {
        boolean ours = request.headers()
                .first(HeaderNames.CONTENT_TYPE)
                .filter(type -> type.startsWith(TYPE))
                .isPresent();
        if (!ours) {
            throw Problem.malformed();
        }
        return parsed(body(request));
    }

    /** Of fields that were read otherwise. */
    static Form of(Map<String, String> fields) {
        Map<String, String> plain = new HashMap<>();
        fields.forEach((name, value) -> plain.put(name, plain(value)));
        return new Form(plain);
    }

    static Form parsed(String body) {
        Map<String, String> fields = new HashMap<>();
        Arrays.stream(body.split("&", -1)).filter(pair -> !pair.isEmpty()).forEach(pair -> put(fields, pair));
        return new Form(fields);
    }

    /** A text, possibly empty; line ends become line feeds. */
    public String text(String name) {
        return Optional.ofNullable(fields.get(name)).orElseThrow(Problem::malformed);
    }

    /** As {@link #text}; empty where the page had no such field. */
    public String filled(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Whether a box was ticked. */
    public boolean ticked(String name) {
        return fields.containsKey(name);
    }

    /** One of the constants of an enumeration. */
    public <E extends Enum<E>> E one(Class<E> type, String name) {
        return made(() -> Enum.valueOf(type, text(name)));
    }

    /** As {@link #one}; empty if nothing was chosen. */
    public <E extends Enum<E>> Optional<E> maybe(Class<E> type, String name) {
        return fields.getOrDefault(name, "").isEmpty() ? Optional.empty() : Optional.of(one(type, name));
    }

    /** A random id. */
    public UUID id(String name) {
        return made(() -> UUID.fromString(text(name)));
    }

    /** What a record's constructor refuses was never offered by a page of ours. */
    public static <T> T made(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException refused) {
            throw Problem.malformed();
        }
    }

    private static void put(Map<String, String> fields, String pair) {
        int at = pair.indexOf('=');
        if (at < 1 || fields.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1))) != null) {
            throw Problem.malformed();
        }
    }

    private static String decoded(String text) {
        return plain(made(() -> URLDecoder.decode(text, UTF_8)));
    }

    private static String plain(String plain) {
        if (plain.indexOf('\uFFFD') >= 0) {
            throw Problem.malformed();
        }
        return plain.replace("\r\n", "\n");
    }

    private static String body(ServerRequest request) {
        try (InputStream in = request.content().inputStream()) {
            byte[] body = in.readNBytes(LoopbackServer.PAYLOAD_MAX + 1);
            if (body.length > LoopbackServer.PAYLOAD_MAX) {
                throw new Problem(Status.REQUEST_ENTITY_TOO_LARGE_413, "problem.malformed");
            }
            return new String(body, US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
