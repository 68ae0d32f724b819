package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.waypost.contract.Codec;
import org.waypost.contract.Health;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedAcknowledgement;
import org.waypost.contract.SignedHealth;
import org.waypost.contract.SignedNotice;
import org.waypost.contract.SignedReceipt;
import org.waypost.contract.Topic;

/**
 * What passed between a terminal and its broker, held against what may pass. Packets are looked at in stretches: one in
 * which reports travel, and one in which there were clean encounters alone.
 */
final class Capture {
    private final Supplier<List<MqttPacket>> packets;
    private final Topic.Kind[] up = {Topic.Kind.REPORT, Topic.Kind.HEALTH, Topic.Kind.ACKNOWLEDGEMENT};
    private final Set<String> reports = new HashSet<>();
    private final List<String> strange = new ArrayList<>();
    private Optional<String> health = Optional.empty();
    private int looked;
    private int forClean;
    private int healths;
    private int told;
    private int receipts;
    private int notices;
    private int acknowledgements;

    Capture(Supplier<List<MqttPacket>> packets) {
        this.packets = packets;
    }

    /** A stretch in which reports may have travelled. */
    void busy() {
        fresh().stream().filter(MqttPacket::isPublish).forEach(this::note);
    }

    /**
     * A stretch without any: pings may have passed, and how the terminal is.
     *
     * @param beats how often it may have said so
     */
    void clean(int beats) {
        int before = healths;
        for (MqttPacket packet : fresh()) {
            if (packet.isPublish()
                    && Topic.parse(packet.topic()).filter(this::isHealth).isPresent()) {
                note(packet);
            } else if (!packet.isPing()) {
                forClean++;
            }
        }
        forClean += Math.max(0, healths - before - beats);
    }

    private boolean isHealth(Topic topic) {
        return topic.kind() == Topic.Kind.HEALTH;
    }

    private List<MqttPacket> fresh() {
        List<MqttPacket> all = packets.get();
        List<MqttPacket> fresh = all.subList(looked, all.size());
        looked = all.size();
        return fresh;
    }

    private void note(MqttPacket packet) {
        Optional<Topic.Kind> kind = Topic.parse(packet.topic()).map(Topic::kind);
        boolean known = kind.filter(any -> packet.up() == List.of(up).contains(any) && read(any, packet.payload()))
                .isPresent();
        if (!known) {
            strange.add(packet.topic() + " " + new String(packet.payload(), UTF_8));
        }
    }

    /** Whether it is exactly what the contract has on that topic: the codec takes no property that it does not know. */
    private boolean read(Topic.Kind kind, byte[] payload) {
        return switch (kind) {
            case REPORT ->
                one(payload, SealedReport.class)
                        .map(one -> reports.add(one.id() + ""))
                        .isPresent();
            case HEALTH -> one(payload, SignedHealth.class).map(this::heard).isPresent();
            case RECEIPT ->
                one(payload, SignedReceipt.class).map(one -> receipts++).isPresent();
            case NOTICE ->
                one(payload, SignedNotice.class).map(one -> notices++).isPresent();
            case ACKNOWLEDGEMENT ->
                one(payload, SignedAcknowledgement.class)
                        .map(one -> acknowledgements++)
                        .isPresent();
            case TIP, ANSWER -> false;
        };
    }

    /** The first was said before anybody stood at the counter; the hour passes, the rest must be as it was. */
    private int heard(SignedHealth said) {
        healths++;
        String words = one(said.health().getBytes(UTF_8), Health.class)
                .map(one -> one.list() + " " + one.trust() + " " + one.devices())
                .orElse("unreadable");
        if (health.isEmpty()) {
            health = Optional.of(words);
        } else if (!health.get().equals(words)) {
            told++;
        }
        return healths;
    }

    private static <T> Optional<T> one(byte[] payload, Class<T> type) {
        return switch (Codec.read(payload, type)) {
            case Codec.Decoded<T> decoded -> Optional.of(decoded.value());
            case Codec.Malformed<T> malformed -> Optional.empty();
        };
    }

    /** Packets, pings and beats aside, that passed while there were clean encounters alone. */
    int forClean() {
        return forClean;
    }

    /** Healths that said something else than before the first encounter. */
    int told() {
        return told;
    }

    /** Messages that the contract does not have, or not on their topic or in their direction. */
    List<String> strange() {
        return List.copyOf(strange);
    }

    int healths() {
        return healths;
    }

    /** Reports and amendments, each once. */
    int reports() {
        return reports.size();
    }

    int receipts() {
        return receipts;
    }

    int notices() {
        return notices;
    }

    int acknowledgements() {
        return acknowledgements;
    }
}
