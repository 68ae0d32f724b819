package org.waypost.contract;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI document, the records and the golden files say the same. */
class AsyncApiTest {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private final JsonNode document = YAML.readTree(AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml"));

    static Stream<Arguments> records() {
        return Map.<String, Class<?>>ofEntries(
                        Map.entry("SealedReport", SealedReport.class),
                        Map.entry("SignedReceipt", SignedReceipt.class),
                        Map.entry("SignedNotice", SignedNotice.class),
                        Map.entry("Notice", Notice.class),
                        Map.entry("SignedAcknowledgement", SignedAcknowledgement.class),
                        Map.entry("SignedHealth", SignedHealth.class),
                        Map.entry("Health", Health.class),
                        Map.entry("ListInUse", Health.ListInUse.class),
                        Map.entry("Device", Health.Device.class),
                        Map.entry("SealedTip", SealedTip.class),
                        Map.entry("AnswersWanted", AnswersWanted.class),
                        Map.entry("SignedTipReceipt", SignedTipReceipt.class),
                        Map.entry("SignedAnswer", SignedAnswer.class),
                        Map.entry("PublicReport", PublicReport.class),
                        Map.entry("TipThread", TipThread.class),
                        Map.entry("CaseReport", CaseReport.class),
                        Map.entry("Amendment", Amendment.class),
                        Map.entry("Author", Amendment.Author.class),
                        Map.entry("Filing", CaseReport.Filing.class),
                        Map.entry("LegalDuty", CaseReport.LegalDuty.class),
                        Map.entry("Statement", Statement.class),
                        Map.entry("DocumentReference", CaseReport.DocumentReference.class),
                        Map.entry("Handling", CaseReport.Handling.class))
                .entrySet()
                .stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void aSchemaHasTheRecordsComponents(String name, Class<?> type) {
        JsonNode schema = document.at("/components/schemas/" + name);
        Set<String> components = Arrays.stream(type.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .collect(toSet());
        if (StationWord.class.isAssignableFrom(type) || DeskWord.class.isAssignableFrom(type)) {
            components.add("type");
        }
        assertEquals(components, texts(schema.get("required")), name);
        assertEquals(components, new TreeSet<>(schema.get("properties").propertyNames()), name);
        for (var component : type.getRecordComponents()) {
            if (component.getType().isEnum()) {
                JsonNode listed = schema.at("/properties/" + component.getName() + "/enum");
                assertEquals(constants(component.getType()), texts(listed), component.getName());
            }
        }
    }

    @Test
    void theIndicatorsAreTheTwentySix() {
        Set<String> listed = texts(document.at("/components/schemas/Statement/properties/indicator/enum"));
        listed.remove("");
        assertEquals(Arrays.stream(Indicator.values()).map(Indicator::code).collect(toSet()), listed);
        assertEquals(26, Indicator.values().length);
    }

    @Test
    void theCausesOfAWithdrawalAndTheReasonsOfARefusalAreAllThere() {
        assertEquals(
                constants(Amendment.Cause.class),
                texts(document.at("/components/schemas/Withdrawal/properties/cause/enum")));
        assertEquals(
                constants(Receipt.Reason.class),
                texts(document.at("/components/schemas/Refused/properties/reason/enum")));
    }

    @Test
    void theChannelsAreAllTheTopicsThereAre() {
        Set<String> addresses = new TreeSet<>();
        document.get("channels")
                .forEach(channel -> addresses.add(channel.get("address").asString()));
        Set<String> topics = new TreeSet<>();
        for (Topic.Kind kind : Topic.Kind.values()) {
            topics.add(new Topic(kind, Specimens.TERMINAL).text().replace("counter-1", "{terminal}"));
        }
        assertEquals(topics, addresses);
    }

    @Test
    void everyMessageNamesItsGoldenFileAndTheFileFitsTheSchema() throws IOException {
        int seen = 0;
        for (String pointer : new String[] {
            "/components/messages/SealedReport",
            "/components/messages/SignedReceipt",
            "/components/messages/SignedNotice",
            "/components/messages/SignedAcknowledgement",
            "/components/messages/SignedHealth",
            "/components/messages/SealedTip",
            "/components/messages/AnswersWanted",
            "/components/messages/SignedTipReceipt",
            "/components/messages/SignedAnswer",
            "/components/schemas/PublicReport",
            "/components/schemas/CaseReport",
            "/components/schemas/Amendment",
            "/components/schemas/Health"
        }) {
            JsonNode golden = YAML.readTree(
                    GoldenTest.golden(document.at(pointer).get("x-golden").asString()));
            String schema = pointer.substring(pointer.lastIndexOf('/') + 1);
            assertEquals(
                    texts(document.at("/components/schemas/" + schema + "/required")),
                    new TreeSet<>(golden.propertyNames()));
            seen++;
        }
        assertEquals(13, seen);
        assertTrue(document.at("/components/messages").size() == 9, "a new message needs its golden file here");
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(item -> texts.add(item.isNull() ? "" : item.asString()));
        return texts;
    }

    private static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(toSet());
    }
}
