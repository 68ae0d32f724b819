package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.drivers.simulated.SamvSimulator;

/** The card reader is the one that the settings name, by whichever maker's driver, with the driver's own settings. */
class CardReaderSettingsTest {
    @TempDir
    Path directory;

    private Installation installation;

    @BeforeEach
    void installed() throws Exception {
        installation = Installation.in(directory.resolve("terminal"));
        installation.list();
    }

    private void makers(String... settings) throws IOException {
        installation.set("card-reader.driver", "makers");
        installation.set("card-reader.device", "mjpeg:/run/makers-reader");
        installation.drop("card-reader.poll-millis");
        Files.writeString(installation.settings(), String.join("\n", settings), StandardOpenOption.APPEND);
    }

    @Test
    void aMakersDriverReadsTheCardAndAnInstalledDecoderGivesItsPortrait() throws IOException, InterruptedException {
        makers("card-reader.sam-number=" + SamvSimulator.SAM_NUMBER);
        try (Counter counter = Counter.at(installation)) {
            String encounter = counter.open();
            counter.toCard(encounter, "A");
            assertTrue(counter.clerk
                    .until("/clerk", "value=\"CANNOT_TELL\" data-key=\"F4\"")
                    .contains("测试丙"));
            assertEquals(200, counter.clerk.get("/clerk/portrait/A").statusCode());
            assertEquals(404, counter.hands.get("/simulated/place").statusCode(), "no page of a simulated reader");
        }
    }

    @Test
    void anotherModuleThanTheProvisionedOneIsTheTechniciansAndReadsNoCard() throws IOException, InterruptedException {
        makers("card-reader.sam-number=" + SamvSimulator.SAM_NUMBER.replace('5', '6'));
        try (Counter counter = Counter.at(installation)) {
            String encounter = counter.open();
            counter.toCard(encounter, "A");
            counter.clerk.until("/clerk", "接的不是登记过的读卡器");
            String page = counter.hands.page("/technician");
            assertTrue(page.contains("身份证阅读器</b> <code>card</code> · 故障 · 自 "), page);
            assertTrue(page.contains("现接设备不是已配置的那一台"), page);
            assertTrue(page.contains("换回已配置的设备"), page);
            assertEquals(404, counter.clerk.get("/clerk/portrait/A").statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "card-reader.sam-number=05|card-reader.sam-number for the driver makers: VALUE_REFUSED (sam-number):"
                        + " see waypost-devices list",
                "card-reader.baud=9600|card-reader.baud for the driver makers: KEY_UNKNOWN (baud): see waypost-devices"
                        + " list"
            })
    void whatTheDriverDoesNotTakeRefusesTheStart(String line, String refusal) throws IOException {
        makers(line);
        assertEquals(
                refusal,
                assertThrows(StartFailure.class, () -> Counter.at(installation)).getMessage());
    }

    @Test
    void aDriverThatNobodyBringsRefusesTheStart() throws IOException {
        installation.set("card-reader.driver", "zfm");
        assertEquals(
                "card-reader.driver zfm with simulated:: DRIVER_UNKNOWN (zfm): see waypost-devices list",
                assertThrows(StartFailure.class, () -> Counter.at(installation)).getMessage());
    }
}
