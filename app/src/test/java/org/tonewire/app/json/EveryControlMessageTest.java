package org.tonewire.app.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.control.ControlMessage;

/// A control message that is added has a sample in [JsonControlCodecTest], which checks that it is
/// read as it was written; it has a type of its own and is documented in `docs/PROTOCOL.md`.
class EveryControlMessageTest {
    private final JsonControlCodec codec = new JsonControlCodec();

    @Test
    void everyControlMessageHasASample() {
        assertThat(samplesByClass().keySet())
                .isEqualTo(Set.of(ControlMessage.class.getPermittedSubclasses()));
    }

    @Test
    void noTwoControlMessagesHaveTheSameType() {
        List<String> types =
                samplesByClass().values().stream()
                        .map(samples -> type(samples.getFirst()))
                        .toList();

        assertThat(types).doesNotHaveDuplicates();
        samplesByClass()
                .values()
                .forEach(samples ->
                        assertThat(samples.stream().map(this::type).distinct()).hasSize(1));
    }

    @Test
    void theProtocolDocumentListsExactlyTheseControlMessages() throws IOException {
        Set<String> types =
                JsonControlCodecTest.messages().map(this::type).collect(Collectors.toSet());

        assertThat(table().keySet()).isEqualTo(types);
    }

    @Test
    void theProtocolDocumentNamesEveryFieldOfAControlMessage() throws IOException {
        Map<String, String> table = table();
        JsonControlCodecTest.messages()
                .map(this::json)
                .forEach(json -> {
                    String row = table.getOrDefault(json.get("type").getAsString(), "");
                    assertThat(fields(json))
                            .allSatisfy(field -> assertThat(row).contains("`" + field + "`"));
                });
    }

    private Map<Class<?>, List<ControlMessage>> samplesByClass() {
        return JsonControlCodecTest.messages()
                .collect(Collectors.groupingBy(ControlMessage::getClass));
    }

    private String type(ControlMessage message) {
        return json(message).get("type").getAsString();
    }

    private JsonObject json(ControlMessage message) {
        return JsonParser.parseString(codec.encode(message)).getAsJsonObject();
    }

    /// The names of all fields but `type`, those of objects in lists among them.
    private static Set<String> fields(JsonObject json) {
        Set<String> names = new HashSet<>();
        for (Map.Entry<String, JsonElement> field : json.entrySet()) {
            names.add(field.getKey());
            if (field.getValue().isJsonArray()) {
                field.getValue()
                        .getAsJsonArray()
                        .forEach(entry -> names.addAll(fields(entry.getAsJsonObject())));
            }
        }
        names.remove("type");
        return names;
    }

    /// The rows of the table of control messages, by their type.
    private static Map<String, String> table() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "PROTOCOL.md")).stream()
                .dropWhile(line -> !line.equals("## Control channel"))
                .dropWhile(line -> !line.startsWith("| `type` |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .collect(
                        Collectors.toMap(
                                line -> line.split("\\|", -1)[1].strip().replace("`", ""),
                                line -> line));
    }
}
