package org.waypost.hub.page;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import org.waypost.hub.officer.Officers;
import org.waypost.hub.officer.Right;

/** The record of what was done, for those who check it. */
final class AuditPages {
    private static final int ENTRIES_MAX = 200;

    private final Officers officers;
    private final Pages pages;

    AuditPages(Officers officers, Pages pages) {
        this.officers = officers;
        this.pages = pages;
    }

    void add(Doors doors) {
        doors.get("/audit", Right.SEE_AUDIT, this::audit);
    }

    private void audit(ServerRequest request, ServerResponse response) {
        pages.send(request, response, "audit.jte", Map.of("deeds", officers.deeds(ENTRIES_MAX)));
    }
}
