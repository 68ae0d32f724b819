package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON (RFC 8259) as messages and list files use it. Strict: unknown, missing and repeated properties, wrong types,
 * deep nesting (over {@value #DEPTH_MAX}) and anything behind the end are refused; a refusal is a value that quotes
 * nothing of the input. Properties are written in declaration order, so equal records are equal bytes.
 */
public final class Codec {
    /** Longest message on the wire, in bytes. */
    public static final int MESSAGE_MAX = 65_536;

    /** Longest list file, in bytes. */
    public static final int FILE_MAX = 16 * 1024 * 1024;

    /** Deepest nesting of objects and arrays. */
    public static final int DEPTH_MAX = 12;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxStringLength(FILE_MAX)
                            .maxNumberLength(20)
                            .maxDocumentLength(FILE_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(LogicalType.Textual, Codec::refuseScalars)
            .addModule(IsoTimes.module())
            .build();

    private Codec() {}

    private static void refuseScalars(MutableCoercionConfig config) {
        for (CoercionInputShape shape : List.of(
                CoercionInputShape.Integer,
                CoercionInputShape.Float,
                CoercionInputShape.Boolean,
                CoercionInputShape.EmptyString)) {
            config.setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** The record as JSON text. */
    public static String write(Object message) {
        return JSON.writeValueAsString(message);
    }

    /** Reads one message of at most {@link #MESSAGE_MAX} bytes. */
    public static <T> Decoding<T> read(byte[] json, Class<T> type) {
        return read(json, type, MESSAGE_MAX);
    }

    /** Reads the UTF-8 text of one record of at most {@code limit} bytes. */
    public static <T> Decoding<T> read(byte[] json, Class<T> type, int limit) {
        if (json.length > limit) {
            return new Malformed<>("longer than " + limit + " bytes");
        }
        try {
            T value = JSON.readValue(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString(), type);
            return value == null ? new Malformed<>("null") : new Decoded<>(value);
        } catch (CharacterCodingException e) {
            return new Malformed<>("not UTF-8");
        } catch (JacksonException e) {
            return new Malformed<>(e.getClass().getSimpleName() + " at " + e.getPathReference());
        }
    }

    /**
     * What became of bytes that should be a message.
     *
     * @param <T> the message
     */
    public sealed interface Decoding<T> {}

    /** The message. */
    public record Decoded<T>(T value) implements Decoding<T> {}

    /** No message of that type; the reason names the kind of error and holds no content. */
    public record Malformed<T>(String reason) implements Decoding<T> {}
}
