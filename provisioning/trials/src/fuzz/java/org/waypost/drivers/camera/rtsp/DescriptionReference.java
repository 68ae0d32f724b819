package org.waypost.drivers.camera.rtsp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The tracks of a description by the words of RFC 8866 and 6184, line by line. */
final class DescriptionReference {
    private final List<String> lines = new ArrayList<>();

    DescriptionReference(String text) {
        for (String line : text.split("\r\n|\r|\n", -1)) {
            lines.add(line.strip());
        }
    }

    static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.of().formatHex(copy);
    }

    String control() {
        return control(0);
    }

    /** One line for each track: coding, type, address, parameters. */
    List<String> tracks() {
        List<String> jpeg = new ArrayList<>();
        List<String> h264 = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String track = lines.get(i).startsWith("m=video ") ? track(i) : "";
            if (!track.isEmpty()) {
                (track.startsWith("JPEG") ? jpeg : h264).add(track);
            }
        }
        jpeg.addAll(h264);
        return jpeg;
    }

    private String track(int first) {
        String[] words = lines.get(first).split(" ", -1);
        if (words.length < 4 || words[1].isEmpty() || !isOf(words[1], "0123456789/") || !words[2].equals("RTP/AVP")) {
            return "";
        }
        for (int i = 3; i < words.length; i++) {
            if (!isOf(words[i], "0123456789")) {
                return "";
            }
        }
        for (int i = 3; i < words.length; i++) {
            int type = words[i].isEmpty() || words[i].length() > 3 ? 128 : Integer.parseInt(words[i]);
            String coding = type > 127 || (words[i].length() == 3 && type < 100) ? "" : coding(type, first);
            if (!coding.isEmpty()) {
                return coding + " " + type + " " + control(first + 1) + " " + parameters(type, first);
            }
        }
        return "";
    }

    private static boolean isOf(String word, String characters) {
        return word.chars().allMatch(c -> characters.indexOf(c) >= 0);
    }

    /** Lines of the section, from its second on. */
    private List<String> section(int from) {
        int end = from;
        while (end < lines.size() && !lines.get(end).startsWith("m=")) {
            end++;
        }
        return lines.subList(Math.min(from, end), end);
    }

    private String coding(int type, int first) {
        if (type == 26) {
            return "JPEG";
        }
        for (String line : section(first + 1)) {
            if (line.matches("a=rtpmap:[0-9]{1,3} [A-Za-z0-9]+/90000")) {
                String[] both = line.substring(9).split(" ", -1);
                if (Integer.parseInt(both[0]) == type) {
                    String name = both[1].substring(0, both[1].length() - 6);
                    return name.equalsIgnoreCase("JPEG") ? "JPEG" : name.equalsIgnoreCase("H264") ? "H264" : "";
                }
            }
        }
        return "";
    }

    private String control(int from) {
        for (String line : section(from)) {
            String value = line.startsWith("a=control:") ? line.substring(10) : "";
            if (!value.isEmpty() && value.length() <= 255 && value.chars().allMatch(c -> c >= '!' && c <= '~')) {
                return value.equals("*") ? "" : value;
            }
        }
        return "";
    }

    private String parameters(int type, int first) {
        StringBuilder hex = new StringBuilder();
        for (String line : section(first + 1)) {
            int at = Math.max(line.indexOf(" sprop-parameter-sets="), line.indexOf(";sprop-parameter-sets="));
            if (line.startsWith("a=fmtp:" + type + " ") && at > 0) {
                hex.append(sets(line));
            }
        }
        return hex.toString();
    }

    private static String sets(String line) {
        for (String part : line.split("[ ;]", -1)) {
            String value = part.startsWith("sprop-parameter-sets=") ? part.substring(21) : "";
            int end = 0;
            while (end < value.length() && isOf(value.substring(end, end + 1), BASE64)) {
                end++;
            }
            if (end > 0) {
                return decoded(value.substring(0, end));
            }
        }
        return "";
    }

    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=,";

    private static String decoded(String value) {
        StringBuilder hex = new StringBuilder();
        for (String set : value.split(",", -1)) {
            hex.append("00000001");
            hex.append(unit(set));
        }
        return hex.toString();
    }

    private static String unit(String set) {
        try {
            return HexFormat.of().formatHex(Base64.getDecoder().decode(set));
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
