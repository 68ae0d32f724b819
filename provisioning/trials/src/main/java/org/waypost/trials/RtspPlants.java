package org.waypost.trials;

import static org.waypost.trials.FuzzTarget.CAMERA_RTP;
import static org.waypost.trials.FuzzTarget.CAMERA_RTSP;

import java.lang.classfile.Opcode;
import java.util.List;
import org.waypost.trials.Edit.Constant;
import org.waypost.trials.Edit.Operator;

/** Faults in what reads a camera that speaks RTSP. */
final class RtspPlants {
    static final List<Plant> ALL = List.of(
            new Plant(
                    "rtsp-line-longest",
                    CAMERA_RTSP,
                    "drivers.camera.rtsp.RtspReader",
                    "line",
                    new Constant(1_024, 1_025, 1),
                    "off by one: the longest line"),
            new Plant(
                    "rtsp-packet-length-signed",
                    CAMERA_RTSP,
                    "drivers.camera.rtsp.RtspReader",
                    "packet",
                    new Constant(8, 7, 1),
                    "a length of two bytes put together wrongly"),
            new Plant(
                    "rtsp-channel-of-two-bytes",
                    CAMERA_RTSP,
                    "drivers.camera.rtsp.RtspDialogue",
                    "channel",
                    new Constant(255, 999, 1),
                    "a number as long as its digits"),
            new Plant(
                    "rtsp-wipe-forgotten",
                    CAMERA_RTSP,
                    "drivers.camera.rtsp.RtspWire",
                    "wipe",
                    new Edit.Forgotten("fill", 0, 1),
                    "what was read stays in memory"),
            new Plant(
                    "rtp-extension-length",
                    CAMERA_RTP,
                    "drivers.camera.rtsp.RtpPacket",
                    "of",
                    new Constant(2, 0, 1),
                    "an extension's length is looked for in its first word"),
            new Plant(
                    "rtp-jpeg-offset-of-two-bytes",
                    CAMERA_RTP,
                    "drivers.camera.rtsp.JpegFragment",
                    "read",
                    new Constant(0xFF_FFFF, 0xFFFF, 1),
                    "pictures are larger than 64 KiB"),
            new Plant(
                    "rtp-jpeg-tables-kept",
                    CAMERA_RTP,
                    "drivers.camera.rtsp.JpegPayload",
                    "tables",
                    new Constant(255, 256, 1),
                    "tables of the picture before"),
            new Plant(
                    "rtp-unit-in-pieces",
                    CAMERA_RTP,
                    "drivers.camera.rtsp.H264Payload",
                    "piece",
                    new Operator(Opcode.IOR, Opcode.IAND, 1),
                    "the type of a unit in pieces"),
            new Plant(
                    "rtp-together-unchecked",
                    CAMERA_RTP,
                    "drivers.camera.rtsp.H264Payload",
                    "together",
                    new Constant(0xFFFF, 0xFF, 1),
                    "a length of one byte"),
            new Plant(
                    "rtp-loss-not-seen",
                    CAMERA_RTP,
                    "drivers.camera.rtsp.H264Payload",
                    "accept",
                    new Constant(0xFFFF, 0x7FFF, 1),
                    "a sequence number that overflows"));

    private RtspPlants() {}
}
