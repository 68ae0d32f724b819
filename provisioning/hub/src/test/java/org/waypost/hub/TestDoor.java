package org.waypost.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.officer.Account;
import org.waypost.hub.officer.HashedPassword;
import org.waypost.hub.officer.Password;
import org.waypost.hub.officer.Role;
import org.waypost.hub.page.WebDesk;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlOfficers;
import org.waypost.hub.store.StoreAddress;

/** Enrols officers and signs them in, as a person with a browser does. */
public final class TestDoor {
    public static final String PASSWORD = "nine bees in the lime tree";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final HashedPassword HASHED = HashedPassword.of(new Password(PASSWORD));

    private TestDoor() {}

    /** An officer with {@link #PASSWORD}. */
    public static Account account(String name, Role role) {
        return new Account(new Officer(name), role, HASHED);
    }

    /** Enrols one in the store of a hub's directory. */
    static void enrol(Path directory, String name, Role role) {
        try (Database store = Database.open(new StoreAddress.Directory(directory.resolve("data")))) {
            new SqlOfficers(store, InstantSource.system()).enrol(account(name, role), new Officer("test"));
        }
    }

    /** The cookies of a browser that came by the link and where this officer signed in; in English. */
    public static String cookies(WebDesk desk, String name) throws Exception {
        String link = cookie(send(HttpRequest.newBuilder(URI.create(desk.link()))));
        HttpResponse<String> entered = signIn(desk, link, name, PASSWORD);
        if (entered.statusCode() != 303) {
            throw new AssertionError(entered.statusCode() + " for " + name);
        }
        return link + "; " + cookie(entered) + "; waypost-language=EN";
    }

    /** The answer to a name and a password, from a browser that has these cookies. */
    public static HttpResponse<String> signIn(WebDesk desk, String cookies, String name, String password)
            throws Exception {
        return send(HttpRequest.newBuilder(URI.create(desk.address() + "/sign-in"))
                .header("Cookie", cookies)
                .header("Origin", desk.address())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("officer=" + URLEncoder.encode(name, UTF_8) + "&password="
                        + URLEncoder.encode(password, UTF_8))));
    }

    /** What an answer wants kept. */
    public static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("set-cookie").stream()
                .map(set -> set.substring(0, set.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }
}
