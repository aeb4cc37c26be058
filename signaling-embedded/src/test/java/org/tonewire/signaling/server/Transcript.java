package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replays a transcript between clients and a server, and compares every byte that the server
/// sends.
///
/// ```
/// ann opens /path          a socket is opened
/// ann → TEXT               ann sends
/// ann ← TEXT               ann gets exactly this, and nothing else before it
/// ann leaves               ann closes with 1001
/// ann is closed 4001 WHY   the server closes
/// ```
///
/// Ids of 15 digits are assigned by the server: one in the transcript stands for the one that the
/// server assigned. `…` stands for any characters of base64url. With several servers of a cluster
/// each client takes the next one, or the one whose number its name ends with.
final class Transcript implements AutoCloseable {
    private static final Pattern STEP =
            Pattern.compile("(\\w+) (opens|→|←|leaves|is closed)(?: (.*))?");
    private static final String SECRET = "…";
    private static final Pattern MADE_ID = Pattern.compile("\\d{15}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, TextClient> clients = new LinkedHashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final List<TestServer> servers;

    Transcript(TestServer... servers) {
        this.servers = List.of(servers);
    }

    Transcript play(String text) {
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::step);
        clients.forEach(
                (name, client) -> assertThat(client.rest()).as("more for %s", name).isEmpty());
        return this;
    }

    private void step(String line) {
        Matcher step = STEP.matcher(line);
        assertThat(step.matches()).as("a step: %s", line).isTrue();
        String name = step.group(1);
        String rest = step.group(3) == null ? "" : step.group(3);
        switch (step.group(2)) {
            case "opens" -> clients.put(name, open(name, rest));
            case "→" -> client(name).send(withRealIds(rest));
            case "←" -> expect(name, rest);
            case "leaves" -> client(name).leave();
            default -> assertThat(client(name).closing()).isEqualTo(rest);
        }
    }

    private TextClient open(String name, String path) {
        int last = Character.digit(name.charAt(name.length() - 1), 10);
        int server = last > 0 ? last - 1 : clients.size() % servers.size();
        return new TextClient(http, servers.get(server).ws(path));
    }

    private TextClient client(String name) {
        TextClient client = clients.get(name);
        if (client == null) {
            throw new AssertionError(name + " has not opened a socket");
        }
        return client;
    }

    private void expect(String name, String written) {
        String came = client(name).next();
        Matcher expected = MADE_ID.matcher(written);
        Matcher real = MADE_ID.matcher(came);
        while (expected.find() && real.find()) {
            ids.putIfAbsent(expected.group(), real.group());
        }
        String wanted = withRealIds(written);
        String pattern = "\\Q" + wanted.replace(SECRET, "\\E[A-Za-z0-9_-]+\\Q") + "\\E";
        assertThat(came).as("what %s gets, wanted: %s", name, wanted).matches(pattern);
    }

    private String withRealIds(String written) {
        return MADE_ID.matcher(written).replaceAll(id -> ids.getOrDefault(id.group(), id.group()));
    }

    @Override
    public void close() {
        clients.values().forEach(TextClient::close);
        http.shutdownNow();
        http.close();
    }
}
