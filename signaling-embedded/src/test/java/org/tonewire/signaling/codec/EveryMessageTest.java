package org.tonewire.signaling.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.WireName;

/// A message that is added to the protocol has a sample in [Messages], is read and written by its
/// codec, has its own type and is documented in `docs/PROTOCOL.md`.
final class EveryMessageTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z]+");
    private static final Set<String> ENVELOPE = Set.of("type", "to", "from");

    @Test
    void everyMessageHasASample() {
        assertThat(typesOf(Messages.client())).isEqualTo(permitted(ClientMessage.class));
        assertThat(typesOf(Messages.server())).isEqualTo(permitted(ServerMessage.class));
        assertThat(typesOf(Messages.peer())).isEqualTo(permitted(PeerMessage.class));
    }

    static List<ClientMessage> clientMessages() {
        return Messages.client();
    }

    @ParameterizedTest
    @MethodSource("clientMessages")
    void everyClientMessageSurvivesEncodingAndDecoding(ClientMessage message) {
        assertThat(ClientMessageCodec.decode(ClientMessageCodec.encode(message)))
                .isEqualTo(new Decoded.Message<>(message));
    }

    static List<ServerMessage> serverMessages() {
        return Messages.server();
    }

    @ParameterizedTest
    @MethodSource("serverMessages")
    void everyServerMessageSurvivesEncodingAndDecoding(ServerMessage message) {
        assertThat(ServerMessageCodec.decode(ServerMessageCodec.encode(message)))
                .isEqualTo(new Decoded.Message<>(message));
    }

    @Test
    void noTwoMessagesHaveTheSameType() {
        assertDistinct(clientTypes());
        assertDistinct(serverTypes());
    }

    @Test
    void theTypeOfAMessageIsTheOneInItsText() {
        for (ClientMessage message : Messages.client()) {
            assertThat(json(ClientMessageCodec.encode(message)).get("type").getAsString())
                    .isEqualTo(ClientMessageCodec.type(message));
        }
        for (ServerMessage message : Messages.server()) {
            assertThat(json(ServerMessageCodec.encode(message)).get("type").getAsString())
                    .isEqualTo(ServerMessageCodec.type(message));
        }
    }

    @Test
    void theProtocolDocumentListsExactlyTheseMessages() throws IOException {
        assertThat(table("### Client to server").keySet())
                .containsExactlyInAnyOrderElementsOf(clientTypes().values());
        assertThat(table("### Server to client").keySet())
                .containsExactlyInAnyOrderElementsOf(serverTypes().values());
    }

    @Test
    void theProtocolDocumentNamesEveryField() throws IOException {
        Map<String, String> fromClient = table("### Client to server");
        Map<String, String> fromServer = table("### Server to client");
        for (ClientMessage message : Messages.client()) {
            assertNamesFields(fromClient, ClientMessageCodec.encode(message));
        }
        for (ServerMessage message : Messages.server()) {
            boolean asFromClient = message instanceof ServerMessage.FromPeer;
            assertNamesFields(
                    asFromClient ? fromClient : fromServer, ServerMessageCodec.encode(message));
        }
    }

    @Test
    void theProtocolDocumentNamesEveryReason() throws IOException {
        String document = document();
        Stream<WireName> reasons =
                Stream.of(LeaveReason.values(), RefusalReason.values(), ErrorReason.values())
                        .flatMap(Arrays::stream);
        assertThat(reasons.map(reason -> "`" + reason.wireName() + "`"))
                .allSatisfy(name -> assertThat(document).contains(name));
    }

    private static Set<Class<?>> typesOf(Collection<?> messages) {
        return messages.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    private static Set<Class<?>> permitted(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(each ->
                        each.isSealed() ? permitted(each).stream() : Stream.<Class<?>>of(each))
                .collect(Collectors.toSet());
    }

    /// The type on the wire of each record; a message between participants stands for its carrier.
    private static Map<Class<?>, String> clientTypes() {
        Map<Class<?>, String> types = new HashMap<>();
        for (ClientMessage message : Messages.client()) {
            Class<?> record =
                    message instanceof ClientMessage.ToPeer toPeer
                            ? toPeer.message().getClass()
                            : message.getClass();
            types.put(record, ClientMessageCodec.type(message));
        }
        return types;
    }

    private static Map<Class<?>, String> serverTypes() {
        Map<Class<?>, String> types = new HashMap<>();
        for (ServerMessage message : Messages.server()) {
            Class<?> record =
                    message instanceof ServerMessage.FromPeer fromPeer
                            ? fromPeer.message().getClass()
                            : message.getClass();
            types.put(record, ServerMessageCodec.type(message));
        }
        return types;
    }

    private static void assertDistinct(Map<Class<?>, String> types) {
        assertThat(types.values()).doesNotHaveDuplicates();
    }

    private static void assertNamesFields(Map<String, String> table, String text) {
        JsonObject json = json(text);
        String row = table.getOrDefault(json.get("type").getAsString(), "");
        Set<String> named =
                CODE.matcher(row)
                        .results()
                        .flatMap(code -> FIELD.matcher(code.group(1)).results())
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> fields = new TreeSet<>(json.keySet());
        fields.removeAll(ENVELOPE);
        assertThat(named).as("fields of %s", row).containsAll(fields);
    }

    /// The rows of the table under a heading, by each type in the first column.
    private static Map<String, String> table(String heading) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        document()
                .lines()
                .dropWhile(line -> !line.equals(heading))
                .dropWhile(line -> !line.startsWith("| `type` |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .forEach(line ->
                        CODE.matcher(line.split("\\|", -1)[1])
                                .results()
                                .forEach(type -> rows.put(type.group(1), line)));
        return rows;
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("..", "docs", "PROTOCOL.md"));
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
