package org.waypost.drivers.device;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.waypost.drivers.camera.Camera;
import org.waypost.drivers.camera.Frame;
import org.waypost.drivers.device.SupervisedKindsTest.Ways;
import org.waypost.drivers.fingerprint.CaptureProgress;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.drivers.fingerprint.FingerprintReader;
import org.waypost.drivers.idcard.CardReader;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.mrz.CodeOutcome;
import org.waypost.drivers.mrz.CodeReader;
import org.waypost.drivers.mrz.MrzOutcome;
import org.waypost.drivers.mrz.MrzReader;
import org.waypost.drivers.passport.CardChannel;
import org.waypost.drivers.passport.ChipTerminal;

/** The kinds that are used through supervision, each with a driver that answers in one way. */
enum SupervisedKind {
    CARD(DeviceKind.ID_CARD_READER) {
        @Override
        Use supervised(Supplier<Ways> drivers, HealthMonitor monitor) {
            CardReader reader = CardReader.supervised(() -> new Card(drivers.get()), monitor);
            return new Use(reader, limit -> reader.read(limit.minus(CardReader.LONGEST_READING)));
        }
    },
    ZONE(DeviceKind.MRZ_READER) {
        @Override
        Use supervised(Supplier<Ways> drivers, HealthMonitor monitor) {
            MrzReader reader = MrzReader.supervised(() -> new Zone(drivers.get()), monitor);
            return new Use(reader, limit -> reader.read(limit.minus(MrzReader.LONGEST_READING)));
        }
    },
    CODE(DeviceKind.CODE_READER) {
        @Override
        Use supervised(Supplier<Ways> drivers, HealthMonitor monitor) {
            CodeReader reader = CodeReader.supervised(() -> new Code(drivers.get()), monitor);
            return new Use(reader, limit -> reader.read(limit.minus(CodeReader.LONGEST_READING)));
        }
    },
    CHIP(DeviceKind.PASSPORT_READER) {
        @Override
        Use supervised(Supplier<Ways> drivers, HealthMonitor monitor) {
            ChipTerminal terminal = ChipTerminal.supervised(() -> new Chip(drivers.get()), monitor);
            return new Use(terminal, limit -> terminal.await(limit.minus(ChipTerminal.LONGEST_POWERING)));
        }
    },
    FINGER(DeviceKind.FINGERPRINT_MODULE) {
        @Override
        Use supervised(Supplier<Ways> drivers, HealthMonitor monitor) {
            FingerprintReader reader = FingerprintReader.supervised(() -> new Finger(drivers.get()), monitor);
            return new Use(
                    reader,
                    limit -> reader.capture(limit.minus(FingerprintReader.LONGEST_CAPTURE), CaptureProgress.UNHEARD));
        }
    },
    CAMERA(DeviceKind.CAMERA) {
        @Override
        Use supervised(Supplier<Ways> drivers, HealthMonitor monitor) {
            Camera camera = Camera.supervised(() -> new Eye(drivers.get()), monitor);
            return new Use(camera, limit -> camera.photograph(limit.minus(Camera.LONGEST_START)));
        }
    };

    private final DeviceKind kind;

    SupervisedKind(DeviceKind kind) {
        this.kind = kind;
    }

    DeviceKind kind() {
        return kind;
    }

    abstract Use supervised(Supplier<Ways> drivers, HealthMonitor monitor);

    /**
     * A device under supervision and its verb.
     *
     * @param verb uses it once; given up after so long
     */
    record Use(Device device, Function<Duration, Reading<?>> verb) implements AutoCloseable {
        Reading<?> use(Duration limit) {
            return verb.apply(limit);
        }

        @Override
        public void close() {
            device.close();
        }
    }

    private record Card(Ways ways) implements CardReader {
        @Override
        public Reading<Document> read(Duration patience) {
            return ways.answer();
        }

        @Override
        public void close() {
            ways.closed.countDown();
        }
    }

    private record Zone(Ways ways) implements MrzReader {
        @Override
        public Reading<MrzOutcome> read(Duration patience) {
            return ways.answer();
        }

        @Override
        public void close() {
            ways.closed.countDown();
        }
    }

    private record Code(Ways ways) implements CodeReader {
        @Override
        public Reading<CodeOutcome> read(Duration patience) {
            return ways.answer();
        }

        @Override
        public void close() {
            ways.closed.countDown();
        }
    }

    private record Chip(Ways ways) implements ChipTerminal {
        @Override
        public Reading<CardChannel> await(Duration patience) {
            return ways.answer();
        }

        @Override
        public void close() {
            ways.closed.countDown();
        }
    }

    private record Finger(Ways ways) implements FingerprintReader {
        @Override
        public Reading<Fingerprint> capture(Duration patience, CaptureProgress progress) {
            return ways.answer();
        }

        @Override
        public void close() {
            ways.closed.countDown();
        }
    }

    private record Eye(Ways ways) implements Camera {
        @Override
        public Reading<Frame> preview(Duration patience) {
            return ways.answer();
        }

        @Override
        public Reading<Portrait> photograph(Duration patience) {
            return ways.answer();
        }

        @Override
        public Optional<Delivery> delivery() {
            return Optional.empty();
        }

        @Override
        public void close() {
            ways.closed.countDown();
        }
    }
}
