package org.waypost.drivers.idcard;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.util.Optional;
import org.waypost.drivers.device.Device.Identity;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/**
 * What is done on a link just opened: the status three times at most, at the speed that worked last; if nobody answers,
 * once at each other speed; the wish for more speed; the module's number against the provisioned one. A module of
 * another number is never asked for a card.
 */
final class SamvGreeting {
    private static final System.Logger LOG = System.getLogger(SamvGreeting.class.getName());
    private static final int TRIES = 3;

    private final SamvExchange exchange;
    private final SamvSettings settings;
    private volatile Identity identity = Identity.NOT_COMPARED;
    private int speed;

    SamvGreeting(SamvExchange exchange, SamvSettings settings) {
        this.exchange = exchange;
        this.settings = settings;
        this.speed = settings.baud();
    }

    Identity identity() {
        return identity;
    }

    /** Greets the module; returns what stands in the way of asking it for cards. */
    Optional<Fault> greet(Link link) throws LinkLost {
        identity = Identity.NOT_COMPARED;
        if (speed != settings.baud()) {
            link.speed(speed);
        }
        Optional<Fault> obstacle = status(link, TRIES);
        if (obstacle.filter(SamvGreeting::isSpeechless).isPresent()) {
            obstacle = atAnotherSpeed(link, obstacle);
        }
        if (obstacle.isPresent()) {
            return obstacle;
        }
        if (settings.haste() == SamvSettings.Haste.FASTEST && speed != SamvSettings.FASTEST) {
            hurry(link);
        }
        return settings.number().isPresent() ? compared(link, settings.number().get()) : Optional.empty();
    }

    private Optional<Fault> status(Link link, int tries) throws LinkLost {
        Optional<Fault> obstacle = exchange.ask(SamvRequest.STATUS, link).obstacle();
        for (int i = 1; i < tries && obstacle.isPresent(); i++) {
            obstacle = exchange.ask(SamvRequest.STATUS, link).obstacle();
        }
        return obstacle;
    }

    /** At a wrong speed bytes arrive as others or not at all. */
    private static boolean isSpeechless(Fault fault) {
        return fault == Fault.NO_ANSWER || fault == Fault.LINK_UNRELIABLE;
    }

    private Optional<Fault> atAnotherSpeed(Link link, Optional<Fault> obstacle) throws LinkLost {
        for (int other : SamvSettings.SPEEDS) {
            if (other != speed && answersAt(other, link)) {
                LOG.log(INFO, "card reader: found at {0} baud", Integer.toString(other));
                speed = other;
                return Optional.empty();
            }
        }
        link.speed(settings.baud());
        speed = settings.baud();
        return obstacle;
    }

    private boolean answersAt(int baud, Link link) throws LinkLost {
        link.speed(baud);
        return status(link, 1).isEmpty();
    }

    /** The answer may come at either speed, so it is not believed: what answers at the new speed has taken it. */
    private void hurry(Link link) throws LinkLost {
        Optional<Fault> refused = exchange.ask(SamvRequest.FASTER, link).obstacle();
        if (refused.isPresent() && !isSpeechless(refused.get())) {
            LOG.log(INFO, "card reader: stays at {0} baud", Integer.toString(speed));
            return;
        }
        link.speed(SamvSettings.FASTEST);
        if (status(link, TRIES).isEmpty()) {
            speed = SamvSettings.FASTEST;
        } else {
            link.speed(speed);
        }
    }

    private Optional<Fault> compared(Link link, SamNumber provisioned) throws LinkLost {
        SamvReply reply = exchange.ask(SamvRequest.NUMBER, link);
        if (!(reply instanceof SamvReply.Done)) {
            reply = exchange.ask(SamvRequest.NUMBER, link);
        }
        if (!(reply instanceof SamvReply.Done done)) {
            return reply.obstacle();
        }
        SamNumber found = SamNumber.of(done.data());
        identity = found.equals(provisioned) ? Identity.CONFIRMED : Identity.DIFFERS;
        if (identity == Identity.CONFIRMED) {
            return Optional.empty();
        }
        LOG.log(WARNING, "card reader: its number is {0}, which is not the provisioned one", found.printed());
        return Optional.of(Fault.WRONG_DEVICE);
    }
}
