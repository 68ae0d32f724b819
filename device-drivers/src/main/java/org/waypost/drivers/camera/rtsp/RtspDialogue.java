package org.waypost.drivers.camera.rtsp;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waypost.drivers.camera.CameraLogin;
import org.waypost.drivers.camera.CameraLost;
import org.waypost.drivers.device.Fault;

/**
 * What is said to a camera (RFC 2326, section 10): OPTIONS, DESCRIBE, SETUP and PLAY of one track, OPTIONS now and
 * then, TEARDOWN. Addresses that a camera names are said back to it on the same connection; nothing is opened by them.
 */
final class RtspDialogue {
    private static final Pattern SESSION = Pattern.compile("([!-:<-~]{1,128})(?:;\\s*timeout=([0-9]{1,4}))?(?:;.*)?");
    private static final Pattern INTERLEAVED = Pattern.compile("RTP/AVP/TCP;(?:.*;)?interleaved=([0-9]{1,3})\\b.*");
    private static final Pattern ADDRESS = Pattern.compile("rtsp://[!-~]{1,255}");
    /** RFC 2326, section 12.37. */
    private static final int KEPT_SECONDS = 60;

    private static final int UNAUTHORISED = 401;
    private static final Pattern STALE = Pattern.compile("(?i)\\bstale\\s*=\\s*\"?true\\b");
    /** RFC 2326, section 10.12: one byte. */
    private static final int LAST_CHANNEL = 255;

    private final RtspWire wire;
    private final RtspReader reader;
    private final String address;
    private final Who who;
    private final AtomicInteger number = new AtomicInteger();
    private volatile String session = "";
    private volatile Optional<CameraLogin.Answering> answering = Optional.empty();

    RtspDialogue(RtspWire wire, String address, Who who) {
        this.who = who;
        this.wire = wire;
        this.reader = new RtspReader(wire);
        this.address = address;
    }

    /** As whom the camera is asked. */
    @FunctionalInterface
    interface Who {
        /** As {@link CameraLogin#answering}. */
        Optional<CameraLogin.Answering> answers(String wanted);
    }

    RtspReader reader() {
        return reader;
    }

    /** Goes on until pictures come. */
    RtspSession begin() throws IOException, CameraLost {
        ask("OPTIONS", address, "");
        RtspMessage.Reply described = ask("DESCRIBE", address, "Accept: application/sdp\r\n");
        RtspDescription description = RtspDescription.of(described.body());
        RtspTrack track = description.tracks().stream()
                .findFirst()
                .orElseThrow(() -> new CameraLost(Fault.OUT_OF_SERVICE, "the camera describes no pictures known here"));
        String base = base(described.headers());
        RtspMessage.Reply setUp =
                ask("SETUP", absolute(base, track.control()), "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n");
        int channel = channel(setUp);
        Duration keep = keep(setUp);
        ask("PLAY", absolute(base, description.control()), "Range: npt=0.000-\r\n");
        return new RtspSession(this, track, channel, keep);
    }

    private String base(Map<String, String> headers) {
        String base = headers.getOrDefault("content-base", headers.getOrDefault("content-location", address));
        return ADDRESS.matcher(base).matches() ? base : address;
    }

    private static String absolute(String base, String control) {
        if (control.isEmpty() || ADDRESS.matcher(control).matches()) {
            return control.isEmpty() ? base : control;
        }
        return base.endsWith("/") ? base + control : base + "/" + control;
    }

    private static int channel(RtspMessage.Reply reply) throws CameraLost {
        Matcher transport = INTERLEAVED.matcher(reply.header("transport").orElse(""));
        if (!transport.matches() || Integer.parseInt(transport.group(1)) > LAST_CHANNEL) {
            throw new CameraLost(Fault.OUT_OF_SERVICE, "the camera does not send within the connection");
        }
        return Integer.parseInt(transport.group(1));
    }

    private Duration keep(RtspMessage.Reply reply) throws CameraLost {
        Matcher named = SESSION.matcher(reply.header("session").orElse(""));
        if (!named.matches()) {
            throw new CameraLost(Fault.OUT_OF_SERVICE, "the camera names no session");
        }
        session = named.group(1);
        int seconds = named.group(2) == null ? KEPT_SECONDS : Integer.parseInt(named.group(2));
        return Duration.ofSeconds(Math.max(2, seconds));
    }

    private RtspMessage.Reply ask(String method, String about, String headers) throws IOException, CameraLost {
        RtspMessage.Reply first = once(method, about, headers);
        RtspMessage.Reply reply = hears(first) ? once(method, about, headers) : first;
        if (reply.status() == UNAUTHORISED) {
            throw new CameraLost(Fault.NOT_ADMITTED, "wants a user and a password, or others than those set");
        }
        if (reply.status() != 200) {
            throw new CameraLost(Fault.OUT_OF_SERVICE, "answered " + method + words(reply.status()));
        }
        return reply;
    }

    /**
     * Whether the camera wants to know who asks and can be told; from now on it is told with each request. Once it was
     * told in vain, it is asked no more: cameras lock a user out who is wrong too often.
     */
    boolean hears(RtspMessage.Reply reply) {
        boolean wanted = reply.status() == UNAUTHORISED && (answering.isEmpty() || isStale(reply));
        if (wanted) {
            answering = reply.header(RtspReader.WANTED).flatMap(who::answers);
        }
        return wanted && answering.isPresent();
    }

    private static boolean isStale(RtspMessage.Reply reply) {
        return STALE.matcher(reply.header(RtspReader.WANTED).orElse("")).find();
    }

    private RtspMessage.Reply once(String method, String about, String headers) throws IOException, CameraLost {
        int asked = say(method, about, headers);
        RtspMessage.Reply reply = reply();
        if (!reply.header("cseq").orElse("").equals(Integer.toString(asked))) {
            throw new CameraLost(Fault.LINK_UNRELIABLE, "answered something that was not asked");
        }
        return reply;
    }

    private static String words(int status) {
        return " with status " + status + (status / 100 == 3 ? ": it sends elsewhere, nobody follows" : "");
    }

    /** Packets before the answer to PLAY are lost: the next pictures follow. */
    private RtspMessage.Reply reply() throws IOException, CameraLost {
        while (true) {
            if (reader.next() instanceof RtspMessage.Reply reply) {
                return reply;
            }
        }
    }

    private synchronized int say(String method, String about, String headers) throws IOException {
        int next = number.incrementAndGet();
        String named = session.isEmpty() ? "" : "Session: " + session + "\r\n";
        String told = answering
                .map(one -> "Authorization: " + one.header(method, about) + "\r\n")
                .orElse("");
        wire.send(method + " " + about + " RTSP/1.0\r\nCSeq: " + next + "\r\n" + named + told + headers + "\r\n");
        return next;
    }

    /** Says that somebody still looks; the answer comes among the packets. */
    void stay() throws IOException {
        say("OPTIONS", address, "");
    }

    /** Says the end; nobody waits for the answer. */
    void end() throws IOException {
        say("TEARDOWN", address, "");
    }
}
