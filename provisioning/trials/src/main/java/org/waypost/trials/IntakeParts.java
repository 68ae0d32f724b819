package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.waypost.contract.Codec;
import org.waypost.contract.Digest;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.SealedReport;
import org.waypost.contract.Topic;
import org.waypost.contract.Verifier;

/** What one report costs a core in each step of the intake that needs no store. */
final class IntakeParts {
    private static final int MOST = 2_000;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private IntakeParts() {}

    /** Prints the steps; microseconds of one core that all of them take together. */
    static double run(SealedStock stock, Consumer<Figure> figures) {
        List<SealedReport> messages =
                stock.messages().subList(0, Math.min(MOST, stock.messages().size()));
        ReportOpener opener = stock.opener();
        ReceiptSigner signer = stock.signer();
        Receipt receipt = new Receipt.Stored(1, Instant.EPOCH);
        double sum = part("read", messages, figures, IntakeParts::read);
        sum += part("verify-ed25519", messages, figures, message -> {
            Verifier key = stock.key(message.terminal()).orElseThrow();
            require(ReportOpener.signed(Topic.report(message.terminal()), message, key));
        });
        sum += part(
                "open-hpke",
                messages,
                figures,
                message -> require(opener.open(message) instanceof ReportOpener.Opening.Opened));
        sum += part(
                "digest",
                messages,
                figures,
                message -> require(!Digest.of(message).isEmpty()));
        sum += part(
                "sign-receipt-ed25519",
                messages,
                figures,
                message -> require(!Codec.write(signer.sign(message, receipt)).isEmpty()));
        figures.accept(Figure.noted("intake-parts-together", sum, "us"));
        return sum;
    }

    private static void read(SealedReport message) {
        byte[] json = Codec.write(message).getBytes(UTF_8);
        require(Codec.read(json, SealedReport.class) instanceof Codec.Decoded<SealedReport>);
    }

    /**
     * Twice: what the first round costs belongs to the compiler. In time of the processor, which other work on the
     * machine does not lengthen.
     */
    private static double part(
            String name, List<SealedReport> messages, Consumer<Figure> figures, Consumer<SealedReport> step) {
        messages.forEach(step);
        long begun = PROCESSOR.getCurrentThreadCpuTime();
        messages.forEach(step);
        double micros = (PROCESSOR.getCurrentThreadCpuTime() - begun) / 1e3 / messages.size();
        figures.accept(Figure.noted("intake-part-" + name, micros, "us"));
        return micros;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("a step of the intake refuses a good report");
        }
    }
}
