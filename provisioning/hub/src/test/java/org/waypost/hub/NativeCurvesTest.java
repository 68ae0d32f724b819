package org.waypost.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Security;
import javax.net.ssl.SSLContext;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.KeyFile;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.ReportOpener.Opening;
import org.waypost.contract.SealedReport;
import org.waypost.contract.Signer;
import org.waypost.contract.Verifier;

class NativeCurvesTest {
    @TempDir
    Path directory;

    @AfterEach
    void remove() {
        Security.removeProvider("Conscrypt");
    }

    @Test
    void areFoundUnderTheNameThatTinkAsksForAndLeaveAllElseToTheJdk() throws Exception {
        assumeTrue(Conscrypt.isAvailable(), "needs x86-64 or aarch64");
        assertTrue(NativeCurves.install());
        assertTrue(NativeCurves.install(), "twice is as good as once");
        assertNotNull(Security.getProvider("Conscrypt"));
        assertEquals("SunJSSE", SSLContext.getDefault().getProvider().getName());
        assertEquals("SunEC", KeyFactory.getInstance("Ed25519").getProvider().getName());
    }

    @Test
    void openWhatJavaSealedAndRefuseWhatWasAltered() throws Exception {
        TestSite site = new TestSite(directory);
        SealedReport message = site.seal(TestReports.report(site.enrol("counter-1")));
        assertTrue(NativeCurves.install());
        ReportOpener opener = new ReportOpener(site.desk);
        assertInstanceOf(Opening.Opened.class, opener.open(message));
        SealedReport altered = new SealedReport(
                message.version(),
                message.id(),
                message.terminal(),
                message.sequence() + 1,
                message.sealed(),
                message.signature());
        assertInstanceOf(Opening.Closed.class, opener.open(altered));
    }

    @Test
    void signAsJavaVerifiesAndVerifyAsJavaSigned() throws Exception {
        KeysetHandle key = KeyFile.newSigningKey();
        String java = new Signer(key).sign("text");
        assertTrue(NativeCurves.install());
        String swift = new Signer(key).sign("text");
        assertEquals(java, swift, "Ed25519 has one signature of a text (RFC 8032, 5.1.6)");
        Verifier verifier = new Verifier(key.getPublicKeysetHandle());
        assertTrue(verifier.signed("text", java));
        assertFalse(verifier.signed("another", java));
    }
}
