package org.waypost.kiosk.devices;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.simulated.ChipQuirk;
import org.waypost.drivers.simulated.ChipRandom;
import org.waypost.drivers.simulated.ChipVpcdLink;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.PassportAuthority;
import org.waypost.drivers.simulated.PassportSignature;
import org.waypost.drivers.simulated.PassportSigner;
import org.waypost.drivers.simulated.PassportSpecimen;

/** A passport chip on the virtual reader vpcd of this host; its quirks are those of the next chip that is laid down. */
final class ChipWire implements WireSimulator {
    private final PassportSigner signer;
    private final Set<ChipQuirk> quirks = EnumSet.noneOf(ChipQuirk.class);
    private final CountDownLatch ended = new CountDownLatch(1);
    private Optional<ChipVpcdLink> lying = Optional.empty();

    ChipWire(WireWish wish) {
        wish.only().place(DeviceAddress.Scheme.PCSC);
        Clock clock = wish.clock();
        signer = PassportAuthority.founded("UT", clock.instant()).appoint(PassportSignature.ECDSA, clock.instant());
    }

    @Override
    public Map<String, Runnable> faults() {
        return Arrays.stream(ChipQuirk.values())
                .collect(Collectors.toMap(EnumWords::typed, quirk -> () -> quirks.add(quirk)));
    }

    @Override
    public String specimen() {
        return "an invented passport; its card access number is " + PassportSpecimen.CAN;
    }

    @Override
    public synchronized void present() {
        remove();
        EmrtdCard card =
                PassportSpecimen.modern().with(quirks.toArray(ChipQuirk[]::new)).personalised(signer);
        quirks.clear();
        try {
            lying = Optional.of(ChipVpcdLink.laid(card, ChipRandom.secure()));
        } catch (IOException noReader) {
            throw new Misuse("no virtual reader answers on this host: on a test host only, apt-get install pcscd"
                    + " vsmartcard-vpcd, and start pcscd");
        }
    }

    @Override
    public synchronized void remove() {
        for (ChipVpcdLink link : lying.stream().toList()) {
            try {
                link.close();
            } catch (IOException alreadyGone) {
                lying = Optional.empty();
            }
        }
        lying = Optional.empty();
    }

    @Override
    public boolean isFleeting() {
        return false;
    }

    @Override
    public void serve() {
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        remove();
        ended.countDown();
    }
}
