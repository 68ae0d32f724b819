package org.waypost.drivers.camera.rtsp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
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

    private static final Pattern CONTROL = Pattern.compile("a=control:([!-~]{1,255})");
    private static final Pattern VIDEO = Pattern.compile("m=video [0-9/]+ RTP/AVP((?: [0-9]{1,3})+)");
    private static final Pattern MAP = Pattern.compile("a=rtpmap:([0-9]{1,3}) ([A-Za-z0-9]+)/90000");

    /** RFC 6184, section 8.1. */
    private static final Pattern PARAMETERS = Pattern.compile("[ ;]sprop-parameter-sets=([A-Za-z0-9+/=,]+)");

    RtspDescription {
        tracks = List.copyOf(tracks);
    }

    static RtspDescription of(String text) {
        String[] sections = text.split("(?m)^(?=m=)", -1);
        List<RtspTrack> tracks = new ArrayList<>();
        for (String section : sections) {
            track(section.lines().map(String::strip).toList()).ifPresent(tracks::add);
        }
        tracks.sort(Comparator.comparing(RtspTrack::coding));
        return new RtspDescription(control(sections[0].lines().toList()), tracks);
    }

    private static Optional<RtspTrack> track(List<String> lines) {
        Matcher media = VIDEO.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!media.matches()) {
            return Optional.empty();
        }
        for (String number : media.group(1).strip().split(" ", -1)) {
            int type = Integer.parseInt(number);
            Optional<RtspTrack> track = coding(type, lines)
                    .map(coding -> new RtspTrack(control(lines), type, coding, parameters(type, lines)));
            if (track.isPresent()) {
                return track;
            }
        }
        return Optional.empty();
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
            Matcher control = CONTROL.matcher(line.strip());
            if (control.matches()) {
                return control.group(1).equals("*") ? "" : control.group(1);
            }
        }
        return "";
    }
}
