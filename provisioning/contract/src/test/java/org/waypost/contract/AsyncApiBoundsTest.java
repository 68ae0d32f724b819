package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Types, required properties and sizes of the AsyncAPI document against what the code takes: each golden message is
 * changed at each of its properties to just what the document allows and to just what it does not, and read by the
 * codec.
 */
class AsyncApiBoundsTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Beside another property the record allows less than the schema can say. */
    private static final Pattern DEPENDENT =
            Pattern.compile(".*/(since|indicator|photo)|signed-answer.json/number|case-report.json/statements/2/words");

    /** The whole message has a limit too, which is met before that of the one text. */
    private static final int LONG = 50_000;

    private final JsonNode document =
            YAMLMapper.builder().build().readTree(AsyncApiBoundsTest.class.getResourceAsStream("/asyncapi.yaml"));
    private final List<String> wrong = new ArrayList<>();
    private int tried;

    @ParameterizedTest
    @CsvSource({
        "SealedReport, sealed-report.json, org.waypost.contract.SealedReport",
        "SignedReceipt, signed-receipt-stored.json, org.waypost.contract.SignedReceipt",
        "SignedReceipt, signed-receipt-already-stored.json, org.waypost.contract.SignedReceipt",
        "SignedReceipt, signed-receipt-refused.json, org.waypost.contract.SignedReceipt",
        "SignedNotice, signed-notice.json, org.waypost.contract.SignedNotice",
        "SignedAcknowledgement, signed-acknowledgement.json, org.waypost.contract.SignedAcknowledgement",
        "SignedHealth, signed-health.json, org.waypost.contract.SignedHealth",
        "Health, health.json, org.waypost.contract.Health",
        "SealedTip, sealed-tip.json, org.waypost.contract.StationWord",
        "AnswersWanted, answers-wanted.json, org.waypost.contract.StationWord",
        "SignedTipReceipt, signed-tip-receipt.json, org.waypost.contract.DeskWord",
        "SignedAnswer, signed-answer.json, org.waypost.contract.DeskWord",
        "PublicReport, public-report.json, org.waypost.contract.PublicReport",
        "CaseReport, case-report.json, org.waypost.contract.CaseReport",
        "Amendment, amendment-correction.json, org.waypost.contract.Amendment",
        "Amendment, amendment-withdrawal.json, org.waypost.contract.Amendment"
    })
    void whatTheDocumentAllowsIsTakenAndNothingElse(String schema, String golden, Class<?> type) throws IOException {
        JsonNode message = MAPPER.readTree(GoldenTest.golden(golden));
        Holder root = new Holder(message.deepCopy());
        walk(schema(schema), new Place(root, golden, type));
        assertEquals(List.of(), wrong);
        assertTrue(tried >= 15, () -> "only " + tried);
    }

    private JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.get("$ref");
        return reference == null ? schema : document.at(reference.asString().substring(1));
    }

    /** Of several schemas the one that this value is of: told apart by a constant. */
    private JsonNode chosen(JsonNode schema, JsonNode value) {
        JsonNode plain = resolved(schema);
        if (plain.get("oneOf") == null) {
            return plain;
        }
        return StreamSupport.stream(plain.get("oneOf").spliterator(), false)
                .map(this::resolved)
                .filter(one -> fits(one, value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no schema for " + value));
    }

    private static boolean fits(JsonNode schema, JsonNode value) {
        JsonNode properties = schema.get("properties");
        if (properties == null) {
            return value.isNull();
        }
        return value.isObject()
                && StreamSupport.stream(properties.propertyNames().spliterator(), false)
                        .allMatch(name -> value.has(name)
                                && (properties.get(name).get("const") == null
                                        || properties.get(name).get("const").equals(value.get(name))));
    }

    private void walk(JsonNode schema, Place place) {
        JsonNode own = chosen(schema, place.holder.value);
        switch (own.path("type").asString("")) {
            case "object" -> object(own, place);
            case "array" -> array(own, place);
            default -> scalar(own, place);
        }
    }

    private void object(JsonNode schema, Place place) {
        ObjectNode object = (ObjectNode) place.holder.value;
        expect(place, false, "an unknown property", () -> object.put("unknown", 1), () -> object.remove("unknown"));
        for (String name : List.copyOf(object.propertyNames())) {
            JsonNode own = schema.get("properties").get(name);
            JsonNode kept = object.get(name);
            Place inside = place.at(name, new Holder(kept, value -> object.set(name, value)));
            expect(inside, false, "missing", () -> object.remove(name), () -> object.set(name, kept));
            mutated(inside, nullable(own), "null", JSON.nullNode());
            mutated(inside, false, "another type", another(kept));
            walk(own, inside);
        }
    }

    private boolean nullable(JsonNode schema) {
        JsonNode plain = resolved(schema);
        JsonNode kinds = plain.has("oneOf") ? plain.get("oneOf") : plain.path("type");
        return kinds.isArray()
                && StreamSupport.stream(kinds.spliterator(), false)
                        .anyMatch(kind ->
                                kind.asString(kind.path("type").asString("")).equals("null"));
    }

    private static JsonNode another(JsonNode value) {
        return value.isString() ? JSON.numberNode(7) : JSON.stringNode("a text");
    }

    private void array(JsonNode schema, Place place) {
        ArrayNode array = (ArrayNode) place.holder.value;
        JsonNode first = array.get(0);
        boolean bounded =
                schema.has("maxItems") || resolved(schema.get("items")).has("enum");
        note(bounded, place, "the document gives no size");
        schema.optional("maxItems").map(JsonNode::asInt).ifPresent(most -> {
            mutated(place, true, most + " items", filled(first, most));
            mutated(place, false, most + 1 + " items", filled(first, most + 1));
        });
        mutated(place, schema.path("minItems").asInt(0) == 0, "no items", JSON.arrayNode());
        for (int i = 0; i < array.size(); i++) {
            int at = i;
            walk(schema.get("items"), place.at("" + i, new Holder(array.get(i), value -> array.set(at, value))));
        }
    }

    private static ArrayNode filled(JsonNode item, int count) {
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < count; i++) {
            array.add(item);
        }
        return array;
    }

    private void scalar(JsonNode schema, Place place) {
        JsonNode value = place.holder.value;
        if (schema.has("const")) {
            mutated(
                    place,
                    false,
                    "another constant",
                    another(value).isString() ? JSON.numberNode(2) : JSON.stringNode("X"));
        } else if (schema.has("enum") || schema.has("format") || schema.has("pattern")) {
            mutated(place, false, "another word", JSON.stringNode("No Such Word"));
        } else if (value.isString()) {
            text(schema, place);
        } else if (value.isNumber()) {
            number(schema, place);
        }
    }

    private void text(JsonNode schema, Place place) {
        note(schema.has("maxLength"), place, "the document gives no size");
        int most = schema.path("maxLength").asInt(0);
        int least = schema.path("minLength").asInt(0);
        if (most < LONG) {
            mutated(place, true, most + " characters", JSON.stringNode("x".repeat(most)));
        }
        mutated(place, false, most + 1 + " characters", JSON.stringNode("x".repeat(most + 1)));
        mutated(place, true, least + " characters", JSON.stringNode("x".repeat(least)));
        if (least > 0) {
            mutated(place, false, least - 1 + " characters", JSON.stringNode("x".repeat(least - 1)));
        }
    }

    private void number(JsonNode schema, Place place) {
        note(schema.has("minimum"), place, "the document gives no least number");
        long least = schema.path("minimum").asLong(0);
        mutated(place, true, "" + least, JSON.numberNode(least));
        mutated(place, false, "" + (least - 1), JSON.numberNode(least - 1));
        schema.optional("maximum").map(JsonNode::asLong).ifPresent(most -> {
            mutated(place, true, "" + most, JSON.numberNode(most));
            mutated(place, false, "" + (most + 1), JSON.numberNode(most + 1));
        });
    }

    private void mutated(Place place, boolean allowed, String how, JsonNode value) {
        if (allowed && DEPENDENT.matcher(place.path).matches()) {
            return;
        }
        JsonNode kept = place.holder.value;
        expect(place, allowed, how, () -> place.holder.set.accept(value), () -> place.holder.set.accept(kept));
    }

    private void expect(Place place, boolean allowed, String how, Runnable change, Runnable back) {
        change.run();
        boolean taken = Codec.read(place.root.value.toString().getBytes(UTF_8), place.type) instanceof Codec.Decoded;
        back.run();
        note(
                taken == allowed,
                place,
                how + (taken ? ": taken, though the document refuses it" : ": refused, though the document allows it"));
    }

    private void note(boolean fine, Place place, String what) {
        tried++;
        if (!fine) {
            wrong.add(place.path + " " + what);
        }
    }

    /** A value and how another takes its place. */
    private record Holder(JsonNode value, Consumer<JsonNode> set) {
        Holder(JsonNode root) {
            this(root, never -> {
                throw new IllegalStateException("the whole message");
            });
        }
    }

    /** Where a value is in which message. */
    private record Place(Holder root, Holder holder, String path, Class<?> type) {
        Place(Holder root, String path, Class<?> type) {
            this(root, root, path, type);
        }

        Place at(String name, Holder inside) {
            return new Place(root, inside, path + "/" + name, type);
        }
    }
}
