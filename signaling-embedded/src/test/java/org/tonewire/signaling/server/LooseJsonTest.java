package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What scripts and pages send that were not written with care: numbers for texts, texts to keep a
/// connection alive, subprotocols.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LooseJsonTest {
    private static final String REGISTER =
            """
            ann opens /
            ann → {"type":"register","client_id":12345,"room_id":7}
            ann ← {"type":"registered","client_id":"12345","room_id":"7","peers":[]}
            bob opens /
            bob → {"type":"register","client_id":true,"room_id":"7","client_type":1.50}
            bob ← {"type":"registered","client_id":"true","room_id":"7","peers":["12345"]}
            ann ← {"type":"peer_joined","client_id":"true","client_type":"1.50"}
            bob → {"type":"offer","target_id":12345,"sdp":"v=0"}
            ann ← {"type":"offer","sender_id":"true","sdp":"v=0"}
            """;

    private static final String PATH =
            """
            ann opens /webrtc/signaling/numbers/1
            bob opens /webrtc/signaling/numbers/2
            ann ← {"type":"peer_joined","peer_id":"2"}
            bob ← {"type":"existing_peers","peers":["1"]}
            bob → {"type":"offer","offer":{"type":"offer","sdp":"v=0"},"target_peer_id":1}
            ann ← {"type":"offer","offer":{"type":"offer","sdp":"v=0"},"from_peer_id":"2"}
            """;

    private static final String LOGIN =
            """
            ann opens /?room=names
            ann → {"action":"login","data":1}
            ann → {"to":1,"action":"ready"}
            ann ← {"from":"1","to":1,"action":"ready"}
            bob opens /?room=names
            bob → {"action":"login","data":2}
            bob → {"from":2,"to":1,"action":7}
            ann ← {"from":"2","to":1,"action":7}
            """;

    private static final String ENVELOPE =
            """
            ann opens /?room=users
            bob opens /?room=users
            ann → {"type":"CONFIRM_ID","payload":{"name":4711}}
            ann ← {"type":"CONFIRM_ID","payload":{"user":{"id":"100000000000001","name":"4711"}}}
            bob → {"type":"CONFIRM_ID","payload":null}
            bob ← {"type":"CONFIRM_ID","payload":{"user":{"id":"100000000000002","name":null}}}
            bob → {"type":"OFFER","payload":{"sdp":"v=0"},"target":{"id":100000000000001}}
            ann ← {"type":"OFFER","payload":{"user":{"id":"100000000000002","name":null},"sdp":"v=0"}}
            bob → {"type":"OFFER","payload":{"sdp":"v=1"},"target":100000000000001}
            ann ← {"type":"OFFER","payload":{"user":{"id":"100000000000002","name":null},"sdp":"v=1"}}
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void close() {
        server.close();
        http.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {REGISTER, PATH, LOGIN, ENVELOPE})
    void numbersAndTruthValuesAreTakenAsTheirText(String transcript) {
        play(transcript);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'register','client_id':[1]}|Invalid client_id: a list, not a text",
                "{'type':'register','client_id':{'id':1}}|Invalid client_id: an object, not a text",
                "{'type':'register','client_id':null}|Missing client_id",
                "{'type':'register','client_id':'a\\u0000b'}|Invalid client_id: not 1 to 128 printable characters",
                "{'type':'register','client_id':'a','room_id':{}}|Invalid room_id: an object, not a text",
                "{'type':'register','client_id':'a','room_id':'a/b'}|Invalid room_id: not 1 to 64 letters, digits, spaces or . _ -",
                "{'type':'register','client_id':'a','client_type':[]}|Invalid client_type: a list, not a text",
                "{'type':[],'client_id':'a'}|Invalid type: a list, not a text",
                "{'type':7,'client_id':'a'}|Unknown message type: 7",
            })
    void whatCannotBeTakenIsAnsweredWithWhatIsWrong(String message, String answer) {
        play(
                "ann opens /",
                "ann → " + message.replace('\'', '"'),
                "ann ← {\"type\":\"error\",\"message\":\"" + answer + "\"}");
    }

    @Test
    void aTargetThatIsNoTextIsNamed() {
        play(
                "ann opens /",
                "ann → {\"type\":\"register\",\"client_id\":\"t\",\"room_id\":\"targets\"}",
                "ann ← {\"type\":\"registered\",\"client_id\":\"t\",\"room_id\":\"targets\",\"peers\":[]}",
                "ann → {\"type\":\"offer\",\"target_id\":[\"t\"],\"sdp\":\"v=0\"}",
                "ann ← {\"type\":\"error\",\"message\":\"Invalid target_id: a list, not a text\"}",
                "ann → {\"type\":\"offer\",\"target_id\":\"t\",\"sdp\":7}",
                "ann ← {\"type\":\"error\",\"message\":\"Invalid sdp: neither a text nor an object with a text sdp\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':|1007 not JSON: it ends too early",
                "{\"type\" \"JOIN\"}|1007 not JSON (line 1, column 10)",
                "[1]|1007 not a JSON object",
                "{} {}|1007 text after the JSON value",
            })
    void textThatIsNoJsonIsToldWhere(String text, String closing) {
        play("ann opens /", "ann → " + text.replace('\'', '"'), "ann is closed " + closing);
    }

    @Test
    void anObjectThatIsNestedTooDeeplyIsToldSo() {
        play(
                "ann opens /",
                "ann → {\"type\":" + "[".repeat(40) + "]".repeat(40) + "}",
                "ann is closed 1007 nested more than 32 deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping", "", "  ", "PING", "\"ping\"", "pong", "keepalive", "heartbeat"})
    void aTextThatKeepsAConnectionAliveClosesNothing(String text) {
        play(
                "ann opens /?room=alive",
                "ann → " + text,
                "ann → {\"type\":\"ping\"}",
                "ann → {\"action\":\"login\",\"data\":\"ann\"}",
                "ann → " + text,
                "ann → {\"to\":\"ann\",\"action\":\"ready\"}",
                "ann ← {\"from\":\"ann\",\"to\":\"ann\",\"action\":\"ready\"}",
                "bob opens /webrtc/signaling/alive/bob",
                "bob ← {\"type\":\"existing_peers\",\"peers\":[\"ann\"]}",
                "bob → " + text,
                "bob → {\"type\":\"offer\",\"offer\":\"v=0\",\"target_peer_id\":\"bob\"}",
                "bob ← {\"type\":\"offer\",\"offer\":\"v=0\",\"from_peer_id\":\"bob\"}",
                "own opens /api/v1/signal",
                "own → " + text,
                "own → {\"type\":\"hello\",\"version\":2,\"client\":\"example\"}",
                "own ← {\"type\":\"challenge\",\"version\":2,\"server\":\"tonewire\",\"nonce\":\"…\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'room':7,'peer_id':12,'message':1}|200 {'echo_message':1}",
                "{'room':[],'peer_id':12,'message':1}|400 {'error':'Invalid room: a list, not a text'}",
                "{'room':'r','peer_id':{},'message':1}|400 {'error':'Invalid peer_id: an object, not a text'}",
                "{'room':'r','message':1}|400 {'error':'Missing required fields'}",
                "{'room':'a/b','peer_id':1,'message':1}|400 {'error':'Invalid room: not 1 to 64 letters, digits, spaces or . _ -'}",
            })
    void requestsAreTakenAsLoosely(String body, String answer) {
        HttpRequest request =
                HttpRequest.newBuilder(server.http("/echo"))
                        .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                        .build();
        HttpResponse<String> response =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();

        assertThat(response.statusCode() + " " + response.body())
                .isEqualTo(answer.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/webrtc/signaling/sub/ann", "/api/v1/signal"})
    void theFirstSubprotocolThatAPageAsksForIsNamed(String path) {
        WebSocket socket =
                http.newWebSocketBuilder()
                        .subprotocols("json", "v2.json")
                        .buildAsync(server.ws(path), new WebSocket.Listener() {})
                        .join();
        assertThat(socket.getSubprotocol()).isEqualTo("json");
        socket.abort();
    }

    private void play(String... lines) {
        try (Transcript transcript = new Transcript(server)) {
            var _ = transcript.play(String.join("\n", List.of(lines)));
        }
    }
}
