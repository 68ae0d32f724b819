package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Cards;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.idcard.Document;

/** A counter with an empty list, for a couple that walks up to it. */
abstract class CoupleScene {
    static final Command.Release RELEASE = new Command.Release(Scene.WU, "all in order");
    static final Command.Refer REFER = new Command.Refer(Scene.WU, "duty to report");
    static final Command.RaiseConcern CONCERN = new Command.RaiseConcern(Scene.LI, Scene.concern());

    @TempDir
    Path folder;

    Scene scene;

    @BeforeEach
    void setTheScene() throws IOException, GeneralSecurityException {
        scene = new Scene(Scene.clearList(folder));
    }

    Document layA() {
        scene.open();
        scene.prepare(Party.A, Route.FACE);
        Document document = scene.lay(Cards.a());
        scene.accept(CONCERN);
        return document;
    }

    void rejected(Rejection reason, Command command) {
        assertEquals(new Answer.Rejected(reason), scene.give(command));
    }

    static void assertZeroed(Document document) {
        Portrait portrait = document.portrait().orElseThrow();
        assertThrows(IllegalStateException.class, () -> portrait.pixels().get(ValueLayout.JAVA_BYTE, 0));
    }
}
