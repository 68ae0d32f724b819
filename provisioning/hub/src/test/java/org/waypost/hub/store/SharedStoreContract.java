package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.waypost.contract.Receipt;
import org.waypost.contract.SignedReceipt;
import org.waypost.hub.intake.Judged;

/** What a store does that two hubs have at the same time. */
abstract class SharedStoreContract extends StoreContract {
    /** A broker that lost an acknowledgement gives the same messages to two hubs, in whatever order. */
    @Test
    void storesOnceWhatTwoHubsHoldAtTheSameTime() throws Exception {
        List<Judged> all =
                LongStream.rangeClosed(1, 400).mapToObj(StoreContract::accepted).toList();
        try (Database second = another()) {
            List<Receipt> receipts = both(() -> settled(database, all, 1), () -> settled(second, all, 2));
            assertEquals(400, count("select count(*) from report"));
            assertEquals(
                    400,
                    receipts.stream().filter(Receipt.Stored.class::isInstance).count());
            assertEquals(
                    400,
                    receipts.stream()
                            .filter(Receipt.AlreadyStored.class::isInstance)
                            .count());
            assertEquals(400, count("select count(*) from receipt"));
        }
    }

    private List<Receipt> settled(Database store, List<Judged> all, long seed) {
        List<Judged> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        return IntStream.range(0, 20)
                .mapToObj(i -> cases(store).settle(shuffled.subList(20 * i, 20 * (i + 1))))
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void givesEachToOneOfTwoHubs() throws Exception {
        cases(database)
                .settle(LongStream.rangeClosed(1, 1_000)
                        .mapToObj(StoreContract::accepted)
                        .toList());
        try (Database second = another()) {
            List<SignedReceipt> given = both(() -> claimed(database), () -> claimed(second));
            assertEquals(1_000, given.size());
            assertEquals(1_000, Set.copyOf(new HashSet<>(given)).size());
        }
    }

    private List<SignedReceipt> claimed(Database store) {
        SqlReceiptOutbox outbox = new SqlReceiptOutbox(store, () -> now);
        List<SignedReceipt> all = new ArrayList<>();
        for (List<SignedReceipt> some = List.of(); all.isEmpty() || !some.isEmpty(); all.addAll(some)) {
            some = outbox.claim(20, Duration.ofSeconds(15));
        }
        return all;
    }
}
