package org.waypost.kiosk.station;

import static io.helidon.http.Status.NO_CONTENT_204;
import static io.helidon.http.Status.SEE_OTHER_303;
import static io.helidon.http.Status.SERVICE_UNAVAILABLE_503;
import static io.helidon.http.Status.TOO_MANY_REQUESTS_429;
import static org.waypost.kiosk.access.Audience.STATION;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.waypost.agent.report.AnswerShelf;
import org.waypost.agent.report.TipBox;
import org.waypost.contract.FollowUpCode;
import org.waypost.contract.PublicReport;
import org.waypost.contract.TipThread;
import org.waypost.kiosk.access.Form;
import org.waypost.kiosk.access.Problem;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.access.Upload;
import org.waypost.kiosk.page.Language;
import org.waypost.kiosk.page.Page;
import org.waypost.kiosk.page.Presentation;
import org.waypost.kiosk.page.ProblemPage;

/** The sheets of a public station and what is done on them. Safe for use by several threads. */
public final class Station {
    private final Writing writing;
    private final AnswerShelf shelf;
    private final Presentation presentation;
    private final String phone;
    private final StationSeat seat;
    private final WrongCodes wrong;
    private final ReentrantLock drawing = new ReentrantLock();

    /**
     * A station.
     *
     * @param box takes what is told
     * @param shelf has what was answered
     * @param phone another way to the desk
     */
    public Station(TipBox box, AnswerShelf shelf, Presentation presentation, String phone, InstantSource clock) {
        this.writing = new Writing(box, clock);
        this.shelf = shelf;
        this.presentation = presentation;
        this.phone = phone;
        this.seat = new StationSeat(clock);
        this.wrong = new WrongCodes(clock);
    }

    /** Wipes what nobody came back to; asked every second. */
    public void tick() {
        seat.tick();
    }

    /** What is shown where a request cannot be answered. */
    public ProblemPage problems() {
        return new ProblemPage(presentation.page(), presentation.dictionary());
    }

    /** All that can be asked. */
    public List<Route> routes() {
        return List.of(
                get("/station", (request, response) -> show(response, new StationPage.Sheet.Home())),
                get("/station/kind", (request, response) -> show(response, new StationPage.Sheet.Kinds())),
                get("/station/code", this::code),
                get("/station/answer", (request, response) -> show(response, asking())),
                get("/station/thread", this::thread),
                get("/station/rest", this::rest),
                post("/station/language", this::language),
                post(
                        "/station/stay",
                        (request, response) -> response.status(NO_CONTENT_204).send()),
                post("/station/place", this::place),
                post("/station/words", this::words),
                post("/station/send", this::send),
                post("/station/answer", this::look),
                post("/station/add", this::add));
    }

    private Route get(String path, Handler handler) {
        return Route.get(path, STATION, touched(handler));
    }

    private Route post(String path, Handler handler) {
        return Route.post(path, STATION, touched(handler));
    }

    private Handler touched(Handler handler) {
        return (request, response) -> {
            seat.touch();
            handler.handle(request, response);
        };
    }

    private void language(ServerRequest request, ServerResponse response) {
        seat.reads(Form.of(request).one(Language.class, "language"));
        to(response, "/station");
    }

    private void rest(ServerRequest request, ServerResponse response) {
        seat.wipe();
        to(response, "/station");
    }

    private void place(ServerRequest request, ServerResponse response) {
        show(response, new StationPage.Sheet.Places(kind(Form.of(request))));
    }

    private void words(ServerRequest request, ServerResponse response) {
        Form form = Form.of(request);
        show(response, new StationPage.Sheet.Writing(kind(form), place(form), "", Optional.empty()));
    }

    private static PublicReport.Kind kind(Form form) {
        PublicReport.Kind kind = form.one(PublicReport.Kind.class, "kind");
        if (kind == PublicReport.Kind.ADDITION) {
            throw Problem.malformed();
        }
        return kind;
    }

    private static PublicReport.Place place(Form form) {
        return form.one(PublicReport.Place.class, "place");
    }

    /** One photo at a time: each takes some tens of megabytes while it is drawn anew. */
    private void send(ServerRequest request, ServerResponse response) {
        if (!Upload.is(request)) {
            send(response, Form.of(request), Optional.of(""));
            return;
        }
        drawing.lock();
        try {
            Upload upload = Upload.of(request, "photo");
            byte[] file = upload.file();
            send(response, upload.form(), file.length == 0 ? Optional.of("") : Photo.redrawn(file));
        } finally {
            drawing.unlock();
        }
    }

    private void send(ServerResponse response, Form form, Optional<String> photo) {
        PublicReport.Kind kind = kind(form);
        PublicReport.Place place = place(form);
        PublicReport.Danger danger = form.one(PublicReport.Danger.class, "danger");
        String text = form.text("words");
        Optional<String> problem = Writing.problem(kind, text, photo);
        if (problem.isPresent()) {
            show(response, new StationPage.Sheet.Writing(kind, place, text, problem));
            return;
        }
        FollowUpCode code = writing.code();
        TipBox.Put put = writing.put(new Writing.Draft(kind, place, danger, text, photo.orElse("")), code.thread());
        if (put == TipBox.Put.SAVED) {
            seat.gives(code);
        }
        taken(response, put, "/station/code");
    }

    private void taken(ServerResponse response, TipBox.Put put, String next) {
        switch (put) {
            case SAVED -> to(response, next);
            case FULL -> show(response, SERVICE_UNAVAILABLE_503, new StationPage.Sheet.Full());
        }
    }

    private void code(ServerRequest request, ServerResponse response) {
        seat.given()
                .ifPresentOrElse(
                        code -> show(
                                response, new StationPage.Sheet.Sent(code.words(), QrPicture.of(code.scannable()))),
                        () -> to(response, "/station"));
    }

    private StationPage.Sheet asking() {
        return wrong.tooMany() ? new StationPage.Sheet.Locked() : new StationPage.Sheet.Asking("", Optional.empty());
    }

    private void look(ServerRequest request, ServerResponse response) {
        if (wrong.tooMany()) {
            show(response, TOO_MANY_REQUESTS_429, new StationPage.Sheet.Locked());
            return;
        }
        String typed = Form.of(request).text("code");
        switch (FollowUpCode.read(typed)) {
            case FollowUpCode.Entry.Mistyped mistyped ->
                show(response, new StationPage.Sheet.Asking(typed, Optional.of(mistyped.slip())));
            case FollowUpCode.Entry.Entered entered ->
                opened(response, entered.code().thread());
        }
    }

    /** A code that nothing was answered to looks like one that nobody ever got. */
    private void opened(ServerResponse response, TipThread thread) {
        if (shelf.of(thread.handle()).isEmpty()) {
            wrong.another();
        }
        seat.opens(thread);
        to(response, "/station/thread");
    }

    private void thread(ServerRequest request, ServerResponse response) {
        seat.thread()
                .ifPresentOrElse(
                        thread -> show(response, new StationPage.Sheet.Conversation(answers(thread), seat.added())),
                        () -> to(response, "/station/answer"));
    }

    private List<StationPage.Answer> answers(TipThread thread) {
        return shelf.of(thread.handle()).stream()
                .flatMap(kept ->
                        thread.open(kept.sealed()).map(words -> new StationPage.Answer(kept.hour(), words)).stream())
                .toList();
    }

    private void add(ServerRequest request, ServerResponse response) {
        TipThread thread = seat.thread().orElseThrow(Problem::malformed);
        String text = Form.of(request).text("words");
        if (Writing.problem(PublicReport.Kind.ADDITION, text, Optional.of("")).isPresent()) {
            to(response, "/station/thread");
            return;
        }
        TipBox.Put put = writing.add(text, thread);
        if (put == TipBox.Put.SAVED) {
            seat.adds();
        }
        taken(response, put, "/station/thread");
    }

    private void show(ServerResponse response, StationPage.Sheet sheet) {
        show(response, Status.OK_200, sheet);
    }

    private void show(ServerResponse response, Status status, StationPage.Sheet sheet) {
        StationPage page = new StationPage(
                presentation.office(), phone, presentation.dictionary().in(seat.language()), sheet);
        response.status(status);
        Page.send(response, presentation.page().of("station.jte", page));
    }

    private static void to(ServerResponse response, String path) {
        response.status(SEE_OTHER_303).header(HeaderNames.LOCATION, path).send();
    }
}
