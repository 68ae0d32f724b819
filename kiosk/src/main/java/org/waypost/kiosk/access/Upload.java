package org.waypost.kiosk.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form with one file ({@code multipart/form-data}, RFC 7578), in memory and nowhere else. The file's name and the
 * type that the browser claims are not looked at. Each field once; what is not of that form is a
 * {@link Problem#malformed()}.
 */
public final class Upload {
    /** Longest such form, in bytes: a photo as cameras of the day make it. */
    public static final int LONGEST = 6 * 1024 * 1024;

    private static final Pattern TYPE =
            Pattern.compile("multipart/form-data; *boundary=\"?([A-Za-z0-9'()+_,./:=?-]{1,70})\"?");
    private static final Pattern NAME =
            Pattern.compile("(?i)content-disposition: form-data;.*?\\bname=\"([a-z]{1,20})\"");
    private static final int PARTS_MAX = 10;
    private static final int HEADERS_MAX = 1_024;

    private final Form form;
    private final byte[] file;

    private Upload(Form form, byte[] file) {
        this.form = form;
        this.file = file;
    }

    /** Whether a request holds such a form. */
    public static boolean is(ServerRequest request) {
        return type(request).isPresent();
    }

    /**
     * Reads the body of a request; the server bounds its size.
     *
     * @param file name of the field that holds the file
     */
    public static Upload of(ServerRequest request, String file) {
        String boundary = type(request).orElseThrow(Problem::malformed);
        try (InputStream in = request.content().inputStream()) {
            return parsed(in.readAllBytes(), boundary, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> type(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.CONTENT_TYPE)
                .map(TYPE::matcher)
                .filter(Matcher::matches)
                .map(type -> type.group(1));
    }

    static Upload parsed(byte[] body, String boundary, String file) {
        byte[] mark = ("\r\n--" + boundary).getBytes(ISO_8859_1);
        Map<String, byte[]> parts = new HashMap<>();
        int at = mark.length - 2;
        if (body.length < at || !Arrays.equals(body, 0, at, mark, 2, mark.length)) {
            throw Problem.malformed();
        }
        while (at + 2 <= body.length && body[at] == '\r' && body[at + 1] == '\n') {
            int end = find(body, mark, at);
            part(body, at + 2, end, parts);
            at = end + mark.length;
        }
        byte[] held = parts.remove(file);
        return new Upload(form(parts), held == null ? new byte[0] : held);
    }

    private static void part(byte[] body, int from, int end, Map<String, byte[]> parts) {
        int headers = find(body, "\r\n\r\n".getBytes(ISO_8859_1), from);
        if (headers > end || headers - from > HEADERS_MAX || parts.size() == PARTS_MAX) {
            throw Problem.malformed();
        }
        Matcher name = NAME.matcher(new String(body, from, headers - from, ISO_8859_1));
        int content = headers + 4;
        if (!name.find() || content > end || parts.put(name.group(1), Arrays.copyOfRange(body, content, end)) != null) {
            throw Problem.malformed();
        }
    }

    private static Form form(Map<String, byte[]> parts) {
        Map<String, String> fields = new HashMap<>();
        parts.forEach((name, value) -> fields.put(name, new String(value, UTF_8)));
        return Form.of(fields);
    }

    private static int find(byte[] in, byte[] what, int from) {
        for (int at = from; at + what.length <= in.length; at++) {
            if (in[at] == what[0] && Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        throw Problem.malformed();
    }

    /** The other fields. */
    public Form form() {
        return form;
    }

    /** The file; empty if none was chosen. */
    public byte[] file() {
        return file.clone();
    }
}
