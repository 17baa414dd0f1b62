package dev.ukur.delivery.report.json;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Writes the properties of one JSON object after another, in the order called. */
final class Json {

    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    /** The text of one object. */
    static String object(Consumer<Json> body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            new Json(generator).braces(body);
        }
        return text.toString();
    }

    /** A property by the type of its value: text, number, day, flag, list or map of these, null, or an optional one. */
    Json put(String name, @Nullable Object value) {
        out.writeName(name);
        write(value);
        return this;
    }

    /** A property that is an object. */
    Json object(String name, Consumer<Json> body) {
        out.writeName(name);
        braces(body);
        return this;
    }

    /** A property that is an array of objects. */
    <T> Json array(String name, Collection<T> items, BiConsumer<Json, T> body) {
        out.writeName(name);
        out.writeStartArray();
        items.forEach(item -> braces(json -> body.accept(json, item)));
        out.writeEndArray();
        return this;
    }

    private void braces(Consumer<Json> body) {
        out.writeStartObject();
        body.accept(this);
        out.writeEndObject();
    }

    private void write(@Nullable Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Optional<?> maybe) {
            write(maybe.orElse(null));
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Collection<?> items) {
            out.writeStartArray();
            items.forEach(this::write);
            out.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            map.forEach((key, item) -> put(key.toString(), item));
            out.writeEndObject();
        } else {
            // Days and instants write themselves in ISO form.
            out.writeString(value.toString());
        }
    }

    /** A plain number without exponent, and null for what is none, so that every reader understands it. */
    private void number(Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            out.writeNull();
            return;
        }
        BigDecimal plain = new BigDecimal(number.toString()).stripTrailingZeros();
        out.writeNumber(plain.scale() < 0 ? plain.setScale(0) : plain);
    }
}
