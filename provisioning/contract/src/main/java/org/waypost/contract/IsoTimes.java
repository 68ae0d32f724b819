package org.waypost.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Times as ISO 8601 text and in no other form; the library alone would take numbers and arrays as well.
 *
 * @param <T> the kind of time
 */
final class IsoTimes<T> extends StdScalarDeserializer<T> {
    private final transient Function<String, T> reading;

    private IsoTimes(Class<T> type, Function<String, T> reading) {
        super(type);
        this.reading = reading;
    }

    static JacksonModule module() {
        return new SimpleModule("iso-times")
                .addDeserializer(Instant.class, new IsoTimes<>(Instant.class, Instant::parse))
                .addDeserializer(LocalDate.class, new IsoTimes<>(LocalDate.class, LocalDate::parse));
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return context.reportInputMismatch(this, "a time is text");
        }
        try {
            return reading.apply(json.getString());
        } catch (DateTimeException e) {
            return context.reportInputMismatch(this, "not a time as ISO 8601 has it");
        }
    }
}
