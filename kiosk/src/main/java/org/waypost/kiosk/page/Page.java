package org.waypost.kiosk.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;

/** Makes HTML from a template and a view; every value is escaped for the place where it stands. */
public final class Page {
    private static final String TEMPLATES = "org.waypost.kiosk.page.template";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Page.class.getClassLoader(), TEMPLATES);

    /**
     * Makes a page.
     *
     * @param template its file below {@code src/main/jte}
     * @param view its one parameter
     * @return UTF-8
     */
    public byte[] of(String template, Object view) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        engine.render(template, view, out);
        return out.toByteArray();
    }

    /** Sends HTML. */
    public static void send(ServerResponse response, byte[] html) {
        response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8").send(html);
    }
}
