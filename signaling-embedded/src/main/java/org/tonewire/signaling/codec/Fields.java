package org.tonewire.signaling.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.WireName;

/// Reads the fields of one JSON object. Each method throws a [FieldException] that names the field
/// by its path. No text has an unpaired surrogate, which strict parsing refuses: in UTF-8, which is
/// what is signed, each of them would be the same question mark.
final class Fields {
    private static final Pattern NO_LINE = Pattern.compile("\\p{Cc}");
    private static final Pattern NO_LINES = Pattern.compile("[\\p{Cc}&&[^\r\n\t]]");

    private final JsonObject object;
    private final String path;

    Fields(JsonObject object) {
        this(object, "");
    }

    private Fields(JsonObject object, String path) {
        this.object = object;
        this.path = path;
    }

    String text(String field, int maxLength) throws FieldException {
        JsonElement element = present(field);
        if (!(element instanceof JsonPrimitive primitive) || !primitive.isString()) {
            throw wrongType(field, "text");
        }
        String text = primitive.getAsString();
        if (text.length() > maxLength) {
            throw invalid(field, "is longer than " + maxLength + " characters");
        }
        return text;
    }

    /// A text without control characters. So none has the NUL that separates the texts of a seal.
    String line(String field, int maxLength) throws FieldException {
        return without(NO_LINE, field, maxLength);
    }

    /// A text without control characters but line breaks and tabs.
    String lines(String field, int maxLength) throws FieldException {
        return without(NO_LINES, field, maxLength);
    }

    private String without(Pattern forbidden, String field, int maxLength) throws FieldException {
        String text = text(field, maxLength);
        if (forbidden.matcher(text).find()) {
            throw invalid(field, "has a control character");
        }
        return text;
    }

    /// A text that `parser` accepts.
    ///
    /// @param maxLength in UTF-16 units
    /// @param expected what the parser accepts, as an English phrase
    <T> T parsed(String field, int maxLength, Function<String, Optional<T>> parser, String expected)
            throws FieldException {
        String text = text(field, maxLength);
        Optional<T> value = parser.apply(text);
        if (value.isEmpty()) {
            throw invalid(field, "must be " + expected);
        }
        return value.get();
    }

    <E extends Enum<E> & WireName> E constant(String field, Class<E> type) throws FieldException {
        return parsed(field, 64, text -> WireName.parse(type, text), "a known reason");
    }

    boolean has(String field) {
        JsonElement element = object.get(field);
        return element != null && !element.isJsonNull();
    }

    int integer(String field, int min, int max) throws FieldException {
        JsonElement element = present(field);
        if (!(element instanceof JsonPrimitive primitive) || !primitive.isNumber()) {
            throw wrongType(field, "a whole number");
        }
        String text = primitive.getAsString();
        if (text.length() > 16) {
            throw invalid(field, "is out of range");
        }
        BigDecimal number = new BigDecimal(text);
        if (number.compareTo(BigDecimal.valueOf(min)) < 0
                || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw invalid(field, "must be from " + min + " to " + max);
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw wrongType(field, "a whole number");
        }
        return number.intValueExact();
    }

    boolean truth(String field) throws FieldException {
        JsonElement element = present(field);
        if (!(element instanceof JsonPrimitive primitive) || !primitive.isBoolean()) {
            throw wrongType(field, "true or false");
        }
        return primitive.getAsBoolean();
    }

    Fields nested(String field) throws FieldException {
        if (!(present(field) instanceof JsonObject nested)) {
            throw wrongType(field, "an object");
        }
        return new Fields(nested, path + field + ".");
    }

    List<Fields> list(String field, int maxSize) throws FieldException {
        if (!(present(field) instanceof JsonArray array)) {
            throw wrongType(field, "a list");
        }
        if (array.size() > maxSize) {
            throw invalid(field, "has more than " + maxSize + " entries");
        }
        List<Fields> entries = new ArrayList<>(array.size());
        for (JsonElement entry : array) {
            if (!(entry instanceof JsonObject entryObject)) {
                throw wrongType(field, "a list of objects");
            }
            entries.add(new Fields(entryObject, path + field + "[]."));
        }
        return entries;
    }

    /// Those entries of an optional list that are objects, the first of them; empty where there is
    /// no list. Nothing is refused.
    List<Fields> objects(String field, int maxSize) {
        List<Fields> entries = new ArrayList<>();
        for (JsonElement entry : elements(field)) {
            if (entry instanceof JsonObject entryObject && entries.size() < maxSize) {
                entries.add(new Fields(entryObject, path + field + "[]."));
            }
        }
        return entries;
    }

    /// Those entries of an optional list that are texts and not too long, the first of them; one
    /// text alone counts as a list. Nothing is refused.
    List<String> texts(String field, int maxSize, int maxLength) {
        List<String> texts = new ArrayList<>();
        for (JsonElement entry : elements(field)) {
            if (entry instanceof JsonPrimitive primitive
                    && primitive.isString()
                    && primitive.getAsString().length() <= maxLength
                    && texts.size() < maxSize) {
                texts.add(primitive.getAsString());
            }
        }
        return texts;
    }

    private Iterable<JsonElement> elements(String field) {
        JsonElement element = object.get(field);
        if (element instanceof JsonArray array) {
            return array;
        }
        return element == null ? List.of() : List.of(element);
    }

    private JsonElement present(String field) throws FieldException {
        JsonElement element = object.get(field);
        if (element == null || element.isJsonNull()) {
            throw new FieldException(
                    path + field, ErrorReason.MISSING_FIELD, path + field + " is missing");
        }
        return element;
    }

    private FieldException wrongType(String field, String expected) {
        String name = path + field;
        return new FieldException(name, ErrorReason.WRONG_TYPE, name + " must be " + expected);
    }

    private FieldException invalid(String field, String problem) {
        String name = path + field;
        return new FieldException(name, ErrorReason.INVALID_VALUE, name + " " + problem);
    }
}
