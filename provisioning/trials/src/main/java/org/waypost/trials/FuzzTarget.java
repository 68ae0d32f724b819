package org.waypost.trials;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.waypost.drivers.camera.CameraStreamFuzz;
import org.waypost.drivers.camera.rtsp.RtpFuzz;
import org.waypost.drivers.camera.rtsp.RtspFuzz;
import org.waypost.drivers.fingerprint.PacketFuzz;
import org.waypost.drivers.fingerprint.PrintFuzz;
import org.waypost.drivers.idcard.CardFuzz;
import org.waypost.drivers.idcard.ReplyFuzz;
import org.waypost.drivers.mrz.CodeFuzz;
import org.waypost.drivers.mrz.FramingFuzz;
import org.waypost.drivers.mrz.ZoneFuzz;
import org.waypost.drivers.passport.ChipFileFuzz;
import org.waypost.drivers.passport.ObjectFuzz;
import org.waypost.drivers.passport.PictureFuzz;
import org.waypost.drivers.passport.SessionFuzz;
import org.waypost.drivers.passport.TrustFuzz;
import org.waypost.hub.trust.ListFuzz;

/** A fuzz target: the parsers it drives, where it begins and what words it tries. */
final class FuzzTarget {
    static final FuzzTarget CARD_REPLY = new FuzzTarget(
            "card-reply",
            ReplyFuzz.class,
            ReplyFuzz::seeds,
            ReplyFuzz::fuzzerTestOneInput,
            "drivers.idcard.ReceiveBuffer drivers.idcard.SamvStatus drivers.idcard.SamvRequest"
                    + " drivers.idcard.SamNumber",
            "aaaaaa9669 0508 0960 0961 00009f 000090 000080");
    static final FuzzTarget CARD_CONTENT = new FuzzTarget(
            "card-content",
            CardFuzz.class,
            CardFuzz::seeds,
            CardFuzz::fuzzerTestOneInput,
            "drivers.idcard.CardRecord drivers.idcard.DocumentParser drivers.idcard.IdentityNumber"
                    + " drivers.idcard.Layout",
            "4a00 4900 5900 7f951f67 3000 5800 0030 2000");
    static final FuzzTarget MRZ_ZONE = new FuzzTarget(
            "mrz-zone",
            ZoneFuzz.class,
            ZoneFuzz::seeds,
            ZoneFuzz::fuzzerTestOneInput,
            "drivers.mrz.MrzText drivers.mrz.MrzJudge drivers.mrz.MrzParser drivers.mrz.MrzRepair"
                    + " drivers.mrz.DateField drivers.mrz.DocumentNumber drivers.mrz.MrzName drivers.mrz.CheckDigit"
                    + " drivers.mrz.CenturyRule drivers.mrz.Layout drivers.mrz.Mrz drivers.mrz.Span",
            "3c3c 0d0a 5858 3030303030303030 30323239 30323330 564f 433c");
    static final FuzzTarget MRZ_FRAMING = new FuzzTarget(
            "mrz-framing",
            FramingFuzz.class,
            FramingFuzz::seeds,
            FramingFuzz::fuzzerTestOneInput,
            "drivers.mrz.LinesScanner drivers.mrz.StxScanner drivers.mrz.RteScanner drivers.mrz.CountedScanner"
                    + " drivers.mrz.Gathered drivers.mrz.Parity",
            "fe fd 02 03fd 4f5502 490000 490200 0d0a");
    static final FuzzTarget CODE = new FuzzTarget(
            "code",
            CodeFuzz.class,
            CodeFuzz::seeds,
            CodeFuzz::fuzzerTestOneInput,
            "drivers.mrz.CodeScanner drivers.mrz.Gm65Frame drivers.mrz.AppointmentCode drivers.mrz.CodeOutcome",
            "fe fdfc abcd 020000 063b03 0dfe 2d");
    static final FuzzTarget FINGER_PACKET = new FuzzTarget(
            "finger-packet",
            PacketFuzz.class,
            PacketFuzz::seeds,
            PacketFuzz::fuzzerTestOneInput,
            "drivers.fingerprint.Ef01Buffer drivers.fingerprint.Ef01Code drivers.fingerprint.Ef01Instruction"
                    + " drivers.fingerprint.Ef01Command",
            "ef01ffffffff 0102 0103 07 08");
    static final FuzzTarget FINGER_PICTURE = new FuzzTarget(
            "finger-picture",
            PrintFuzz.class,
            PrintFuzz::seeds,
            PrintFuzz::fuzzerTestOneInput,
            "drivers.fingerprint.ImageIntake drivers.fingerprint.ImageFormat",
            "04011f7f 04008fff 04008f7f 0100");
    static final FuzzTarget CHIP_OBJECT = new FuzzTarget(
            "chip-object",
            ObjectFuzz.class,
            ObjectFuzz::seeds,
            ObjectFuzz::fuzzerTestOneInput,
            "drivers.passport.Tlv drivers.passport.AnnouncedLengths drivers.passport.ScubaChannel"
                    + " drivers.passport.PassportFields drivers.passport.DocumentExpiry",
            "81 82 83 84 7f61 7c 3c3c 9000");
    static final FuzzTarget CHIP_FILE = new FuzzTarget(
            "chip-file",
            ChipFileFuzz.class,
            ChipFileFuzz::seeds,
            ChipFileFuzz::fuzzerTestOneInput,
            "drivers.passport.EmrtdFiles drivers.passport.EmrtdFile",
            "75829000 758300fffb 758300fffc 7720");
    static final FuzzTarget CHIP_SESSION = new FuzzTarget(
            "chip-session",
            SessionFuzz.class,
            SessionFuzz::seeds,
            SessionFuzz::fuzzerTestOneInput,
            "drivers.passport.PassportSession drivers.passport.SignedFiles drivers.passport.SignedContent"
                    + " drivers.passport.SecurityInfos"
                    + " drivers.passport.ActiveAuthentication",
            "9000 6282 6a82 8704 990290008e08");
    static final FuzzTarget PORTRAIT = new FuzzTarget(
            "portrait",
            PictureFuzz.class,
            PictureFuzz::seeds,
            PictureFuzz::fuzzerTestOneInput,
            "drivers.passport.PictureHeader drivers.passport.Jp2Boxes drivers.passport.Codestream drivers.passport.TileParts"
                    + " drivers.passport.FaceImage drivers.passport.PictureDecoder",
            "ffd8 ffc0 ffda ff4f ff51 ff52 ff90 ff93 6a703263 6a703268");
    static final FuzzTarget TRUST = new FuzzTarget(
            "trust",
            TrustFuzz.class,
            TrustFuzz::seeds,
            TrustFuzz::fuzzerTestOneInput,
            "drivers.passport.TrustStore drivers.passport.SecurityObject drivers.passport.PassiveAuthentication"
                    + " drivers.passport.CountrySigner drivers.passport.Asn1 drivers.passport.IssuingState",
            "00000000 ffffffff");
    static final FuzzTarget TRUST_LIST = new FuzzTarget(
            "trust-list",
            ListFuzz.class,
            ListFuzz::seeds,
            ListFuzz::fuzzerTestOneInput,
            "hub.trust.MasterList contract.SignedTrustStore contract.TrustStoreIssue",
            "7b22 227d 5b5d 4d494942 31");
    static final FuzzTarget CAMERA_STREAM = new FuzzTarget(
            "camera-stream",
            CameraStreamFuzz.class,
            CameraStreamFuzz::seeds,
            CameraStreamFuzz::fuzzerTestOneInput,
            "drivers.camera.JpegSplitter drivers.camera.JpegWalk drivers.camera.NearAddress drivers.device.JpegHeader",
            "ffd8 ffd9 ffda ffc0 ffd7 ff00 01027f 0fff 1000");

    static final FuzzTarget CAMERA_RTSP = new FuzzTarget(
            "camera-rtsp",
            RtspFuzz.class,
            RtspFuzz::seeds,
            RtspFuzz::fuzzerTestOneInput,
            "drivers.camera.rtsp.RtspReader drivers.camera.rtsp.RtspDescription drivers.camera.rtsp.RtspDialogue"
                    + " drivers.camera.rtsp.RtspWire drivers.camera.Challenge drivers.camera.DigestAnswer",
            words(
                    "RTSP/1.0 200 OK\r\n",
                    "\r\n\r\n",
                    "CSeq: 2\r\n",
                    "Content-Length: 1",
                    "Content-Base: rtsp://",
                    "Session: ",
                    ";timeout=",
                    "Transport: RTP/AVP/TCP;",
                    "interleaved=",
                    "m=video 0 RTP/AVP ",
                    "a=rtpmap:96 H264/90000",
                    "a=fmtp:96 ",
                    "sprop-parameter-sets=",
                    "a=control:",
                    "WWW-Authenticate: Digest realm=\"a\", nonce=\"b\"",
                    "RTSP/1.0 401 No\r\n"));
    static final FuzzTarget CAMERA_RTP = new FuzzTarget(
            "camera-rtp",
            RtpFuzz.class,
            RtpFuzz::seeds,
            RtpFuzz::fuzzerTestOneInput,
            "drivers.camera.rtsp.RtpPacket drivers.camera.rtsp.JpegPayload drivers.camera.rtsp.JpegFragment"
                    + " drivers.camera.rtsp.JpegHead drivers.camera.rtsp.QuantTables drivers.camera.rtsp.H264Payload",
            "809a 801a 90 a0 00000080 00000040 01ff 0180 ffd9 7c85 7c05 7c45 18 65 67 ee");

    static final List<FuzzTarget> ALL = List.of(
            CARD_REPLY,
            CARD_CONTENT,
            MRZ_ZONE,
            MRZ_FRAMING,
            CODE,
            FINGER_PACKET,
            FINGER_PICTURE,
            CHIP_OBJECT,
            CHIP_FILE,
            CHIP_SESSION,
            PORTRAIT,
            TRUST,
            TRUST_LIST,
            CAMERA_STREAM,
            CAMERA_RTSP,
            CAMERA_RTP);

    private final String label;
    private final Class<?> type;
    private final Supplier<List<byte[]>> seeds;
    private final Input input;
    private final List<String> parsers;
    private final List<String> words;

    private FuzzTarget(
            String label, Class<?> type, Supplier<List<byte[]>> seeds, Input input, String parsers, String words) {
        this.label = label;
        this.type = type;
        this.seeds = seeds;
        this.input = input;
        this.parsers = List.of(parsers.split(" "));
        this.words = List.of(words.split(" "));
    }

    /** One run of a target. */
    private interface Input {
        void run(byte[] bytes) throws Exception;
    }

    /** Words of a protocol of text, as the others are written. */
    private static String words(String... texts) {
        return Arrays.stream(texts)
                .map(text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1)))
                .collect(Collectors.joining(" "));
    }

    /** Lower case with hyphens. */
    String label() {
        return label;
    }

    static FuzzTarget labelled(String label) {
        return ALL.stream()
                .filter(target -> target.label.equals(label))
                .findFirst()
                .orElseThrow();
    }

    String className() {
        return type.getName();
    }

    /** Inputs to begin with, of simulators and specimens. */
    List<byte[]> seeds() {
        return seeds.get();
    }

    /** Names of the classes under test. */
    List<String> parsers() {
        return parsers.stream().map(parser -> "org.waypost." + parser).toList();
    }

    /** Words to insert, as libFuzzer's dictionaries have them. */
    List<String> dictionary() {
        return words.stream()
                .map(word -> '"' + word.replaceAll("(..)", "\\\\x$1") + '"')
                .toList();
    }

    /**
     * Runs one input against the classes of this process.
     *
     * @return what the target or the parser threw
     */
    Optional<Throwable> thrownBy(byte[] bytes) {
        try {
            input.run(bytes);
            return Optional.empty();
        } catch (Exception | LinkageError | AssertionError thrown) {
            return Optional.of(thrown);
        }
    }
}
