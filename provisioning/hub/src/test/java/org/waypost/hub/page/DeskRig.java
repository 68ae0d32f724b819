package org.waypost.hub.page;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.KeyFile;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.ReportSealer;
import org.waypost.contract.Signer;
import org.waypost.contract.TipOpener;
import org.waypost.hub.TestDoor;
import org.waypost.hub.casebook.Casebook;
import org.waypost.hub.casebook.DutyWindows;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.fleet.Fleet;
import org.waypost.hub.intake.Judged;
import org.waypost.hub.officer.Role;
import org.waypost.hub.officer.Sessions;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlCaseStore;
import org.waypost.hub.store.SqlCases;
import org.waypost.hub.store.SqlHealthStore;
import org.waypost.hub.store.SqlOfficers;
import org.waypost.hub.store.SqlQuarantines;
import org.waypost.hub.store.SqlTips;
import org.waypost.hub.store.SqlUncoverings;
import org.waypost.hub.store.StoreAddress;
import org.waypost.hub.tip.TipDesk;

/** A desk without a broker: its pages over an empty store, at a time that tests set. */
final class DeskRig implements AutoCloseable {
    volatile Instant now = Instant.parse("2026-11-29T08:00:00Z");
    final SqlOfficers officers;
    final WebDesk web;
    final Desk desk;
    private final Database store;
    private final ReportSealer sealer;
    private final SqlCaseStore cases;
    private long sequence;

    DeskRig(Path directory) throws Exception {
        store = Database.open(new StoreAddress.Directory(directory));
        officers = new SqlOfficers(store, () -> now);
        var key = KeyFile.newSealingKey();
        DutyWindows windows = new DutyWindows(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(24));
        Signer signer = new Signer(KeyFile.newSigningKey());
        sealer = new ReportSealer(signer, key.getPublicKeysetHandle());
        cases = new SqlCaseStore(store, new ReceiptSigner(signer), () -> now);
        desk = new Desk(
                new Casebook(
                        new SqlCases(store, signer, () -> now),
                        new ReportOpener(key),
                        windows,
                        new SqlUncoverings(store, () -> now)),
                new TipDesk(new SqlTips(store, () -> now), new TipOpener(key)),
                new Fleet(new SqlHealthStore(store), new SqlQuarantines(store, () -> now), Set::of, () -> now),
                officers,
                () -> now,
                ZoneOffset.UTC);
        web = WebDesk.start(desk, "127.0.0.1", 0);
    }

    /** Takes a report in; its number. */
    long keep(CaseReport report) {
        Judged accepted = new Judged.Accepted(sealer.seal(report, ++sequence), report.urgency());
        return ((Receipt.Stored) cases.settle(List.of(accepted)).getFirst()).number();
    }

    /** Takes in what its terminal says of it later. */
    void keep(Amendment amendment) {
        cases.settle(List.of(new Judged.Amending(sealer.seal(amendment, ++sequence), amendment.report())));
    }

    Doors doors() {
        return WebDesk.doors(desk, new Sessions(officers, () -> now), new Pages(ZoneOffset.UTC));
    }

    /** Cookies of somebody who has this role. */
    String signedIn(Role role) throws Exception {
        return signedIn("the " + role, role);
    }

    String signedIn(String name, Role role) throws Exception {
        officers.enrol(TestDoor.account(name, role), new Officer("test"));
        return TestDoor.cookies(web, name);
    }

    /** Cookies of somebody who came by the link alone. */
    String outside() throws Exception {
        return TestDoor.cookie(TestDoor.send(HttpRequest.newBuilder(URI.create(web.link()))));
    }

    HttpResponse<String> get(String cookies, String path) throws Exception {
        return ask(cookies, "GET", path);
    }

    /** A form without fields, from the desk's own page. */
    HttpResponse<String> ask(String cookies, String method, String path) throws Exception {
        return ask(cookies, method, path, "");
    }

    HttpResponse<String> post(String cookies, String path, String form) throws Exception {
        return ask(cookies, "POST", path, form);
    }

    private HttpResponse<String> ask(String cookies, String method, String path, String form) throws Exception {
        return TestDoor.send(HttpRequest.newBuilder(URI.create(web.address() + path))
                .header("Cookie", cookies)
                .header("Origin", web.address())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(form)));
    }

    @Override
    public void close() {
        web.close();
        store.close();
    }
}
