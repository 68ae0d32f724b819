package org.waypost.hub.page;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRequest;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.ZoneId;
import java.util.Map;

/** Makes pages in the language of whoever asks. Safe for use by several threads. */
final class Pages {
    private final Templates templates = new Templates();
    private final ZoneId zone;

    Pages(ZoneId zone) {
        this.zone = zone;
    }

    /** A page of a template. */
    void send(ServerRequest request, ServerResponse response, String name, Map<String, Object> model) {
        Words words = LanguageChoice.words(request, zone);
        response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .send(templates.render(name, words, Visitor.of(request), model));
    }

    /** A page of one text. */
    void say(ServerRequest request, ServerResponse response, Status status, String key) {
        response.status(status);
        send(request, response, "message.jte", Map.of("key", key));
    }

    /** On to another page. */
    static void redirect(ServerResponse response, String path) {
        response.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION, path).send();
    }

    /** One line of text, for whoever asks for what is not there. */
    static void plain(HttpRequest request, ServerResponse response, Status status, String key) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .send(LanguageChoice.words(request).say(key) + "\n");
    }
}
