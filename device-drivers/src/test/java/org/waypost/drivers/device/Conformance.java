package org.waypost.drivers.device;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintStream;
import java.util.Arrays;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the contracts that a driver's author has extended: one line for each rule, {@code kept} or {@code BROKEN} with
 * the reason, and exit code 0 only if at least one was tried and all were kept.
 */
public final class Conformance implements TestExecutionListener {
    private final PrintStream out;
    private int kept;
    private int broken;

    private Conformance(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the contracts and ends the process.
     *
     * @param classes names of the classes that extend contracts
     */
    public static void main(String[] classes) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(classes).map(name -> selectClass(name)).toList())
                .build();
        Conformance run = new Conformance(System.out);
        LauncherFactory.create().execute(request, run);
        run.out.println(run.kept + " kept, " + run.broken + " broken");
        System.exit(run.kept > 0 && run.broken == 0 ? 0 : 1);
    }

    @Override
    public void executionFinished(TestIdentifier rule, TestExecutionResult result) {
        boolean failed = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
        if (failed) {
            broken++;
            out.println("BROKEN " + rule.getLegacyReportingName() + ": "
                    + result.getThrowable().map(Throwable::toString).orElse("aborted"));
        } else if (rule.isTest()) {
            kept++;
            out.println("kept   " + rule.getLegacyReportingName());
        }
    }
}
