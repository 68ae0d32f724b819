package org.waypost.kiosk;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.agent.trust.TrustStanding;
import org.waypost.agent.watchlist.Standing;
import org.waypost.contract.Health;
import org.waypost.contract.TerminalId;

/** What the shipped terminal says of itself, of devices that a trial plays. */
public final class SpokenHealth {
    private SpokenHealth() {}

    /** Asked at each beat. */
    public static Supplier<Health> of(
            TerminalId terminal,
            Supplier<Standing> list,
            Supplier<List<org.waypost.drivers.device.Health>> devices,
            InstantSource clock) {
        return new TerminalHealth(
                terminal,
                list,
                () -> new TrustStanding.Unusable(TrustStanding.Reason.TRUST_ABSENT),
                devices,
                Optional::empty,
                clock);
    }
}
