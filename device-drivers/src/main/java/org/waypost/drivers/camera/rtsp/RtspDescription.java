package org.waypost.drivers.camera.rtsp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a session description (SDP, RFC 8866) matters here: tracks of pictures. Hosts and ports in it mean nothing.
 *
 * @param control address of all tracks together; empty where the description's own is meant
 * @param tracks of pictures in a coding that is known, the preferred first
 */
record RtspDescription(String control, List<RtspTrack> tracks) {
    /** Payload type of JPEG by RFC 3551, section 6. */
    private static final int STATIC_JPEG = 26;
    /** Seven bits of a packet. */
    private static final Pattern TYPE = Pattern.compile("[0-9]{1,2}|1[01][0-9]|12[0-7]");

    private static final Pattern CONTROL = Pattern.compile("a=control:([!-~]{1,255})");
    private static final Pattern VIDEO = Pattern.compile("m=video [0-9/]+ RTP/AVP ([0-9 ]+)");
    private static final Pattern MAP = Pattern.compile("a=rtpmap:([0-9]{1,3}) ([A-Za-z0-9]+)/90000");

    /** RFC 6184, section 8.1. */
    private static final Pattern PARAMETERS = Pattern.compile("[ ;]sprop-parameter-sets=([A-Za-z0-9+/=,]+)");

    RtspDescription {
        tracks = List.copyOf(tracks);
    }

    static RtspDescription of(String text) {
        List<List<String>> sections = sections(text);
        List<RtspTrack> tracks = new ArrayList<>();
        sections.forEach(section -> track(section).ifPresent(tracks::add));
        tracks.sort(Comparator.comparing(RtspTrack::coding));
        return new RtspDescription(control(sections.getFirst()), tracks);
    }

    /** The lines before the first track, perhaps none, and those of each track. */
    private static List<List<String>> sections(String text) {
        List<List<String>> sections = new ArrayList<>(List.of(new ArrayList<>()));
        text.lines().map(String::strip).forEach(line -> {
            if (line.startsWith("m=")) {
                sections.add(new ArrayList<>());
            }
            sections.getLast().add(line);
        });
        return sections;
    }

    private static Optional<RtspTrack> track(List<String> lines) {
        Matcher media = VIDEO.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!media.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(media.group(1).split(" ", -1))
                .filter(number -> TYPE.matcher(number).matches())
                .map(Integer::parseInt)
                .flatMap(type -> track(type, lines).stream())
                .findFirst();
    }

    private static Optional<RtspTrack> track(int type, List<String> lines) {
        return coding(type, lines).map(coding -> new RtspTrack(control(lines), type, coding, parameters(type, lines)));
    }

    private static Optional<RtspTrack.Coding> coding(int type, List<String> lines) {
        if (type == STATIC_JPEG) {
            return Optional.of(RtspTrack.Coding.JPEG);
        }
        for (String line : lines) {
            Matcher map = MAP.matcher(line);
            if (map.matches() && Integer.parseInt(map.group(1)) == type) {
                return named(map.group(2));
            }
        }
        return Optional.empty();
    }

    private static ByteBuffer parameters(int type, List<String> lines) {
        ByteArrayOutputStream units = new ByteArrayOutputStream();
        for (String line : lines) {
            Matcher sets = PARAMETERS.matcher(line);
            if (line.startsWith("a=fmtp:" + type + " ") && sets.find()) {
                for (String set : sets.group(1).split(",", -1)) {
                    units.writeBytes(new byte[] {0, 0, 0, 1});
                    units.writeBytes(decoded(set));
                }
            }
        }
        return ByteBuffer.wrap(units.toByteArray());
    }

    private static byte[] decoded(String set) {
        try {
            return Base64.getDecoder().decode(set);
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }

    private static Optional<RtspTrack.Coding> named(String name) {
        for (RtspTrack.Coding coding : RtspTrack.Coding.values()) {
            if (coding.name().equalsIgnoreCase(name)) {
                return Optional.of(coding);
            }
        }
        return Optional.empty();
    }

    private static String control(List<String> lines) {
        for (String line : lines) {
            Matcher control = CONTROL.matcher(line);
            if (control.matches()) {
                return control.group(1).equals("*") ? "" : control.group(1);
            }
        }
        return "";
    }
}
