package org.waypost.drivers.camera.rtsp;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.drivers.camera.CameraLogin;
import org.waypost.drivers.camera.CameraLost;
import org.waypost.drivers.fuzz.Script;

/**
 * What a camera says by RTSP: messages are those of a second reading and end at the limits, a description names only
 * tracks that it has, what a camera names is said back to it as one word and no more, and a slow one is given up.
 */
public final class RtspFuzz {
    private static final CameraLogin LOGIN = new CameraLogin("terminal", "a secret", false);
    private static final String ADDRESS = "rtsp://127.0.0.1:554/live";
    private static final Duration LIMIT = Duration.ofSeconds(6);
    private static final int MESSAGES = 0;
    private static final int DESCRIPTION = 1;

    private RtspFuzz() {}

    public static List<byte[]> seeds() {
        return Stream.concat(RtspSeeds.messages(), Stream.concat(RtspSeeds.descriptions(), RtspSeeds.dialogues()))
                .map(seed -> seed.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Script script = new Script(input);
        int kind = script.next();
        int chunk = 1 + script.next() * 16;
        switch (kind % 3) {
            case MESSAGES -> messagesAreThoseOfASecondReading(script.rest(), chunk);
            case DESCRIPTION -> tracksAreThoseOfASecondReading(script.text());
            default -> oneWordIsSaidBack(script.rest(), chunk);
        }
    }

    private static void messagesAreThoseOfASecondReading(byte[] stream, int chunk) throws IOException {
        MessageReference expected = MessageReference.of(stream);
        RtspScript line = new RtspScript(stream, chunk);
        RtspReader reader = new RtspReader(new RtspWire(line, line));
        List<String> found = new ArrayList<>();
        boolean lost = false;
        try {
            while (found.size() <= expected.messages().size()) {
                found.add(MessageReference.told(reader.next()));
            }
        } catch (EOFException hungUp) {
            // the stream has an end
        } catch (CameraLost given) {
            lost = true;
        }
        unless(found.equals(expected.messages()), "messages are those that were sent");
        unless(lost == expected.lost(), "what is none, or too long, is given up");
        reader.wipe();
        unless(line.isWiped(), "nothing is left after a wipe");
    }

    private static void tracksAreThoseOfASecondReading(String text) {
        String within = text.substring(0, Math.min(RtspReader.LONGEST_BODY, text.length()));
        RtspDescription description = RtspDescription.of(within);
        DescriptionReference expected = new DescriptionReference(within);
        unless(description.control().equals(expected.control()), "the address of all is the first before the tracks");
        unless(told(description.tracks()).equals(expected.tracks()), "tracks are those described, JPEG first");
    }

    private static List<String> told(List<RtspTrack> tracks) {
        return tracks.stream()
                .map(track -> track.coding() + " " + track.payloadType() + " " + track.control() + " "
                        + DescriptionReference.hex(track.parameters()))
                .toList();
    }

    private static void oneWordIsSaidBack(byte[] stream, int chunk) throws IOException {
        RtspScript line = new RtspScript(stream, chunk);
        RtspWire wire = new RtspWire(line, line);
        wire.within(LIMIT);
        Optional<RtspSession> session =
                begun(new RtspDialogue(wire, ADDRESS, wanted -> LOGIN.answering(wanted, false)));
        unless(line.nanos() <= LIMIT.plusMillis(50).toNanos(), "a dialogue ends within its time");
        if (session.isPresent()) {
            RtspSession begun = session.get();
            unless(begun.channel() >= 0 && begun.channel() <= 255, "a channel is one byte");
            boolean kept = begun.keep().compareTo(Duration.ofSeconds(2)) >= 0
                    && begun.keep().compareTo(Duration.ofSeconds(10_000)) < 0;
            unless(kept, "a session is kept for a time that can be waited for");
            begun.dialogue().stay();
            begun.dialogue().end();
            unless(line.said().size() >= 6, "nothing is left out of a dialogue");
        }
        line.said().forEach(RtspFuzz::isARequest);
    }

    private static Optional<RtspSession> begun(RtspDialogue dialogue) throws IOException {
        try {
            return Optional.of(dialogue.begin());
        } catch (EOFException | SocketTimeoutException | CameraLost refused) {
            return Optional.empty();
        }
    }

    private static void isARequest(String request) {
        String[] lines = request.split("\r\n", -1);
        String head = "(OPTIONS|DESCRIBE|SETUP|PLAY|TEARDOWN) rtsp://[!-~]+ RTSP/1\\.0";
        unless(lines[0].matches(head), "a request names one address, of rtsp");
        unless(lines[1].matches("CSeq: [0-9]+"), "and its number");
        for (int i = 2; i < lines.length - 2; i++) {
            String header = "(Session: [!-:<-~]+|Accept: application/sdp|Range: npt=0\\.000-"
                    + "|Authorization: Digest [ !-~]+|Transport: RTP/AVP/TCP;unicast;interleaved=0-1)";
            unless(lines[i].matches(header), "a header is one of ours");
        }
        unless(!request.contains("a secret"), "no password is said as it is");
        unless(request.endsWith("\r\n\r\n") && lines.length <= 7, "nothing follows the headers");
    }
}
