package org.tonewire.app.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a JSON object one by one. A field of the wrong type, or with a value that
/// cannot be used, counts as missing and its path is noted: one mistake costs one field. Paths are
/// noted, never values, which may be secrets. One thread.
public final class JsonFields {
    private final JsonObject json;
    private final String path;
    private final Set<String> wrong;

    private JsonFields(JsonObject json, String path, Set<String> wrong) {
        this.json = json;
        this.path = path;
        this.wrong = wrong;
    }

    /// @throws JsonParseException if the text is not a JSON object
    public static JsonFields parse(String text) {
        if (JsonParser.parseString(text) instanceof JsonObject object) {
            return of(object);
        }
        throw new JsonParseException("not a JSON object");
    }

    public static JsonFields of(JsonObject json) {
        return new JsonFields(json, "", new LinkedHashSet<>());
    }

    /// The paths of all fields found wrong so far, `ice.minPort` for example.
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    public Optional<String> text(String name) {
        return primitive(name, JsonPrimitive::isString, JsonPrimitive::getAsString);
    }

    public Optional<Integer> integer(String name) {
        return primitive(
                name, JsonPrimitive::isNumber, number -> Math.toIntExact(exactLong(number)));
    }

    public Optional<Boolean> flag(String name) {
        return primitive(name, JsonPrimitive::isBoolean, JsonPrimitive::getAsBoolean);
    }

    /// A constant, by its name in lower case.
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return parsed(name, word -> Optional.of(Enum.valueOf(type, word.toUpperCase(Locale.ROOT))));
    }

    /// The value as text, whatever its type; empty if there is none. For texts that are kept even
    /// if they are wrong.
    public String plain(String name) {
        return plain(json.get(name));
    }

    /// The same for an entry of a list.
    public static String plain(@Nullable JsonElement element) {
        if (element == null || element.isJsonNull()) {
            return "";
        }
        return element.isJsonPrimitive() ? element.getAsString() : element.toString();
    }

    /// A text that `parse` makes a value of.
    public <T> Optional<T> parsed(String name, Function<String, Optional<T>> parse) {
        return text(name)
                .flatMap(text -> {
                    Optional<T> value = attempt(text, parse);
                    if (value.isEmpty()) {
                        noteWrong(name);
                    }
                    return value;
                });
    }

    /// The object of that name, an empty one where there is none.
    public JsonFields object(String name) {
        JsonObject inner =
                value(name, JsonElement::isJsonObject, JsonElement::getAsJsonObject)
                        .orElseGet(JsonObject::new);
        return new JsonFields(inner, path + name + ".", wrong);
    }

    public List<JsonElement> list(String name) {
        return value(name, JsonElement::isJsonArray, element -> element.getAsJsonArray().asList())
                .orElse(List.of());
    }

    /// The objects of the list of that name; what is none in it is noted and left out.
    public List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        List<JsonElement> elements = list(name);
        for (int i = 0; i < elements.size(); i++) {
            String entry = name + "[" + i + "]";
            if (elements.get(i) instanceof JsonObject object) {
                objects.add(new JsonFields(object, path + entry + ".", wrong));
            } else {
                noteWrong(entry);
            }
        }
        return objects;
    }

    /// The texts of the list of that name; what is none in it is noted and left out.
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        List<JsonElement> elements = list(name);
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof JsonPrimitive text && text.isString()) {
                texts.add(text.getAsString());
            } else {
                noteWrong(name + "[" + i + "]");
            }
        }
        return texts;
    }

    public boolean has(String name) {
        return json.has(name);
    }

    public boolean isWrong(String name) {
        return wrong.contains(path + name);
    }

    public void noteWrong(String name) {
        wrong.add(path + name);
    }

    private static long exactLong(JsonPrimitive number) {
        return number.getAsBigDecimal().longValueExact();
    }

    private <T> Optional<T> primitive(
            String name, Predicate<JsonPrimitive> fits, Function<JsonPrimitive, T> read) {
        return value(
                name,
                element -> element.isJsonPrimitive() && fits.test(element.getAsJsonPrimitive()),
                element -> read.apply(element.getAsJsonPrimitive()));
    }

    private <T> Optional<T> value(
            String name, Predicate<JsonElement> fits, Function<JsonElement, T> read) {
        JsonElement element = json.get(name);
        if (element == null || element.isJsonNull()) {
            return Optional.empty();
        }
        Optional<T> value =
                fits.test(element)
                        ? attempt(element, some -> Optional.of(read.apply(some)))
                        : Optional.empty();
        if (value.isEmpty()) {
            noteWrong(name);
        }
        return value;
    }

    /// Constructors of the domain refuse what is out of range by throwing.
    private static <A, T> Optional<T> attempt(A argument, Function<A, Optional<T>> read) {
        try {
            return read.apply(argument);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
