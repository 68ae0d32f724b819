package org.waypost.kiosk.station;

import java.util.Optional;
import org.waypost.agent.report.CourierHealth;
import org.waypost.kiosk.page.Words;

/**
 * What a station's technician sees: nothing of what was told, by whom, when or in which language (invariant I15). How
 * many wait is not shown, since it would change when somebody has been there.
 *
 * @param office name of the place
 * @param connected since when there is a connection, to the minute
 * @param trouble why there is none
 * @param refused tips that the desk cannot open
 */
public record CarePage(String office, Words words, Optional<String> connected, Optional<String> trouble, int refused) {

    static CarePage of(String office, Words words, CourierHealth courier, int refused) {
        return new CarePage(office, words, courier.connectedSince().map(words::minute), courier.trouble(), refused);
    }
}
