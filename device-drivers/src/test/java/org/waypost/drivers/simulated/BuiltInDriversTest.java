package org.waypost.drivers.simulated;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.waypost.drivers.camera.Camera;
import org.waypost.drivers.camera.MjpegDriver;
import org.waypost.drivers.camera.RecordingDriver;
import org.waypost.drivers.camera.VideoDriver;
import org.waypost.drivers.camera.rtsp.RtspDriver;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceAddress.Scheme;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceDriverContract;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.CaptureProgress;
import org.waypost.drivers.fingerprint.Ef01Driver;
import org.waypost.drivers.fingerprint.FingerprintReader;
import org.waypost.drivers.idcard.CardReader;
import org.waypost.drivers.idcard.SamvDriver;
import org.waypost.drivers.mrz.CodeReader;
import org.waypost.drivers.mrz.MrzReader;
import org.waypost.drivers.mrz.SerialCodeDriver;
import org.waypost.drivers.mrz.SerialMrzDriver;
import org.waypost.drivers.panel.GpioPanelDriver;
import org.waypost.drivers.panel.Panel;
import org.waypost.drivers.passport.ChipTerminal;
import org.waypost.drivers.passport.PcscDriver;

/** The drivers that come with the terminal are found and kept to the same contract as anybody's. */
class BuiltInDriversTest {
    private static final Duration SHORT = Duration.ofMillis(100);

    /** A driver by an address and another where nothing is. */
    abstract static class BuiltIn extends DeviceDriverContract {
        private final DeviceDriver driver;
        private final Class<? extends Device> type;
        private final DeviceAddress address;

        BuiltIn(DeviceDriver driver, Class<? extends Device> type, Scheme scheme) {
            this.driver = driver;
            this.type = type;
            this.address = new DeviceAddress(scheme, scheme == Scheme.SIMULATED ? "" : "/dev/waypost-no-such-device");
        }

        @Override
        protected DeviceDriver driver() {
            return driver;
        }

        @Override
        protected Class<? extends Device> type() {
            return type;
        }

        @Override
        protected DeviceAddress address() {
            return address;
        }

        @Override
        protected Optional<DeviceAddress> absent() {
            return Optional.of(address).filter(other -> other.scheme() != Scheme.SIMULATED);
        }

        @Override
        protected Reading<?> use(Device device) {
            return switch (device) {
                case CardReader reader -> reader.read(SHORT);
                case MrzReader reader -> reader.read(SHORT);
                case CodeReader reader -> reader.read(SHORT);
                case Camera camera -> camera.preview(SHORT);
                case ChipTerminal terminal -> terminal.await(SHORT);
                case FingerprintReader reader -> reader.capture(SHORT, CaptureProgress.UNHEARD);
                case Panel panel -> {
                    panel.tell(entry -> {});
                    yield panel.next(SHORT);
                }
                default -> throw new IllegalArgumentException("no verb for " + device.getClass());
            };
        }
    }

    @Nested
    class Samv extends BuiltIn {
        Samv() {
            super(new SamvDriver(), CardReader.class, Scheme.SERIAL);
        }
    }

    @Nested
    class SerialMrz extends BuiltIn {
        SerialMrz() {
            super(new SerialMrzDriver(), MrzReader.class, Scheme.SERIAL);
        }
    }

    @Nested
    class SerialCode extends BuiltIn {
        SerialCode() {
            super(new SerialCodeDriver(), CodeReader.class, Scheme.SERIAL);
        }
    }

    @Nested
    class Pcsc extends BuiltIn {
        Pcsc() {
            super(new PcscDriver(), ChipTerminal.class, Scheme.PCSC);
        }
    }

    @Nested
    class Ef01 extends BuiltIn {
        Ef01() {
            super(new Ef01Driver(), FingerprintReader.class, Scheme.SERIAL);
        }
    }

    @Nested
    class Gpio extends BuiltIn {
        Gpio() {
            super(new GpioPanelDriver(), Panel.class, Scheme.GPIO);
        }
    }

    @Nested
    class SimulatedPanels extends BuiltIn {
        SimulatedPanels() {
            super(new SimulatedPanelDriver(), Panel.class, Scheme.SIMULATED);
        }
    }

    @Nested
    class SimulatedCard extends BuiltIn {
        SimulatedCard() {
            super(new SimulatedCardDriver(), CardReader.class, Scheme.SIMULATED);
        }
    }

    @Nested
    class SimulatedMrz extends BuiltIn {
        SimulatedMrz() {
            super(new SimulatedMrzDriver(), MrzReader.class, Scheme.SIMULATED);
        }
    }

    @Nested
    class SimulatedCode extends BuiltIn {
        SimulatedCode() {
            super(new SimulatedCodeDriver(), CodeReader.class, Scheme.SIMULATED);
        }
    }

    @Nested
    class SimulatedPassport extends BuiltIn {
        SimulatedPassport() {
            super(new SimulatedPassportDriver(), ChipTerminal.class, Scheme.SIMULATED);
        }
    }

    @Nested
    class Video extends BuiltIn {
        Video() {
            super(new VideoDriver(), Camera.class, Scheme.VIDEO);
        }
    }

    @Nested
    class SimulatedFingerprint extends BuiltIn {
        SimulatedFingerprint() {
            super(new SimulatedFingerprintDriver(), FingerprintReader.class, Scheme.SIMULATED);
        }
    }

    @Nested
    class Mjpeg extends BuiltIn {
        Mjpeg() {
            super(new MjpegDriver(), Camera.class, Scheme.MJPEG);
        }
    }

    @Nested
    class Rtsp extends BuiltIn {
        Rtsp() {
            super(new RtspDriver(), Camera.class, Scheme.RTSP);
        }

        /** The port of discarding, where nobody listens. */
        @Override
        protected DeviceAddress address() {
            return new DeviceAddress(Scheme.RTSP, "//127.0.0.1:9/live");
        }

        @Override
        protected Optional<DeviceAddress> absent() {
            return Optional.of(address());
        }
    }

    @Nested
    class Recorded extends BuiltIn {
        Recorded() {
            super(new RecordingDriver(), Camera.class, Scheme.MJPEG);
        }
    }

    @Nested
    class SimulatedCameras extends BuiltIn {
        SimulatedCameras() {
            super(new SimulatedCameraDriver(), Camera.class, Scheme.SIMULATED);
        }
    }
}
