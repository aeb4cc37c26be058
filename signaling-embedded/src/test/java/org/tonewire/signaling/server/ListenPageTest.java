package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The page on which guests listen, and the client library for web pages, as they are served.
final class ListenPageTest {
    private static final List<String> FILES =
            List.of(
                    "/listen/studio",
                    "/listen.js",
                    "/listen-texts.js",
                    "/listen.css",
                    "/tonewire.js");

    /// Those of our own: the libraries in front of the script name their homes.
    private static final List<String> OWN = FILES.subList(0, 4);

    private static final Pattern LANGUAGE = Pattern.compile("(?ms)^  (\\w\\w): \\{(.*?)^  \\}");
    private static final Pattern TEXT = Pattern.compile("(?m)^ {4}'([a-z.-]+)': '([^']+)',$");
    private static final int MAX_COMPRESSED = 60 * 1024;

    private final TestServer server = TestServer.start();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.shutdownNow();
        http.close();
        server.close();
    }

    @Test
    void thePageRunsItsOwnScriptsOnlyAndAsksNobodyElse() {
        HttpResponse<byte[]> page = get("/listen/any%20room", "identity");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(page, "content-security-policy"))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
                .doesNotContain("unsafe", "http");
        assertThat(text(page)).doesNotContain("<style", " style=", "onclick");
        assertThat(Pattern.compile("<script(?![^>]* src=)").matcher(text(page)).find()).isFalse();
        OWN.forEach(path ->
                assertThat(text(get(path, "identity"))).as(path).doesNotContain("https:", "http:"));
    }

    @Test
    void theLibraryIsOneModuleForPagesOfAnyOrigin() {
        HttpResponse<byte[]> script = get("/tonewire.js", "identity");

        assertThat(header(script, "content-type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(header(script, "access-control-allow-origin")).isEqualTo("*");
        assertThat(text(script)).contains("export function connect(").doesNotContain("\nimport ");
    }

    @Test
    void allOfItIsSmallWhereTheBrowserTakesItCompressed() {
        int all = 0;
        for (String path : FILES) {
            HttpResponse<byte[]> file = get(path, "gzip, deflate, br");
            assertThat(header(file, "content-encoding")).as(path).isEqualTo("gzip");
            all += file.body().length;
        }
        assertThat(all).isLessThan(MAX_COMPRESSED);
    }

    @Test
    void everyLanguageHasEveryTextWithItsPlaces() {
        Map<String, Set<String>> languages = new TreeMap<>();
        LANGUAGE.matcher(text(get("/listen-texts.js", "identity")))
                .results()
                .forEach(language -> languages.put(language.group(1), textsOf(language.group(2))));

        assertThat(languages).containsOnlyKeys("de", "en", "es", "ja");
        Set<String> english = languages.getOrDefault("en", Set.of());
        assertThat(english).hasSizeGreaterThan(30);
        assertThat(languages.values()).allSatisfy(texts -> assertThat(texts).isEqualTo(english));
    }

    @Test
    void onlyReadingIsAllowedAndNothingElseIsBelow() {
        HttpRequest post =
                HttpRequest.newBuilder(server.http("/listen/studio"))
                        .POST(HttpRequest.BodyPublishers.ofString(""))
                        .build();

        assertThat(send(post).statusCode()).isEqualTo(405);
        assertThat(get("/listen", "identity").statusCode()).isEqualTo(404);
        assertThat(get("/listen/studio/more", "identity").statusCode()).isEqualTo(404);
    }

    /// Each key with the places for values that its text has.
    private static Set<String> textsOf(String language) {
        Set<String> keys = new TreeSet<>();
        for (MatchResult text : TEXT.matcher(language).results().toList()) {
            long places = text.group(2).chars().filter(each -> each == '{').count();
            keys.add(text.group(1) + " " + places);
        }
        return keys;
    }

    private HttpResponse<byte[]> get(String path, String encodings) {
        return send(
                HttpRequest.newBuilder(server.http(path))
                        .header("Accept-Encoding", encodings)
                        .build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).join();
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
