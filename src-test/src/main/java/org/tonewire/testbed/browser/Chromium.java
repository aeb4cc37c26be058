package org.tonewire.testbed.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonewire.testbed.Await;
import org.tonewire.testbed.ChildProcess;

/// Debian's Chromium without a window, with one page, steered by its DevTools protocol. One thread.
public final class Chromium implements AutoCloseable {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final List<String> COMMAND =
            List.of(
                    "chromium",
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--remote-debugging-port=0");

    private final ChildProcess process;
    private final HttpClient http;
    private final DevTools tools;

    private Chromium(ChildProcess process, HttpClient http, DevTools tools) {
        this.process = process;
        this.http = http;
        this.tools = tools;
    }

    /// @param folder for its profile
    /// @param language of its pages, like `de`
    public static Chromium start(Path folder, String language) {
        List<String> options =
                List.of("--user-data-dir=" + folder, "--accept-lang=" + language, "about:blank");
        ChildProcess process =
                ChildProcess.start(
                        "chromium",
                        Map.of("HOME", folder.toString()),
                        Stream.concat(COMMAND.stream(), options.stream()).toList());
        HttpClient http = HttpClient.newHttpClient();
        try {
            URI page =
                    Await.value(
                            "a page of the browser",
                            SOON,
                            () -> port(folder).flatMap(port -> page(http, port)),
                            process::report);
            DevTools tools = DevTools.connect(http, page, process::report);
            tools.call("Page.enable", new JsonObject());
            return new Chromium(process, http, tools);
        } catch (RuntimeException | AssertionError e) {
            http.shutdownNow();
            process.close();
            throw e;
        }
    }

    /// Runs a script before those of every page that is opened from here on.
    public void runFirst(String script) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("source", script);
        tools.call("Page.addScriptToEvaluateOnNewDocument", parameters);
    }

    public void open(String address) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("url", address);
        tools.call("Page.navigate", parameters);
    }

    /// The value of an expression in the page; of a promise, what it is fulfilled with. It counts
    /// as done by a person.
    public JsonElement evaluate(String expression) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("expression", expression);
        parameters.addProperty("awaitPromise", true);
        parameters.addProperty("returnByValue", true);
        parameters.addProperty("userGesture", true);
        JsonObject result = tools.call("Runtime.evaluate", parameters).getAsJsonObject("result");
        return Optional.ofNullable(result.get("value")).orElse(result);
    }

    /// Presses the element of this id, once it is there.
    public void press(String id) {
        String found = "document.getElementById('%s')".formatted(id);
        awaitTrue(
                id, found + " !== null && !" + found + ".hidden && " + found + ".onclick !== null");
        evaluate(found + ".click()");
    }

    /// Waits until the page shows this text.
    public void awaitText(String text) {
        awaitTrue(text, "document.body.innerText.includes('%s')".formatted(text));
    }

    private void awaitTrue(String what, String expression) {
        Await.until(
                what + " on the page",
                SOON,
                () -> evaluate(expression).toString().equals("true"),
                () -> evaluate("document.body.innerText") + "\n" + process.report());
    }

    private static Optional<Integer> port(Path folder) {
        Path file = folder.resolve("DevToolsActivePort");
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(Integer.valueOf(lines.getFirst()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<URI> page(HttpClient http, int port) {
        URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
        String body =
                http.sendAsync(
                                HttpRequest.newBuilder(list).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .join()
                        .body();
        JsonArray targets = JsonParser.parseString(body).getAsJsonArray();
        return targets.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(target -> target.get("type").getAsString().equals("page"))
                .map(target -> URI.create(target.get("webSocketDebuggerUrl").getAsString()))
                .findFirst();
    }

    @Override
    public void close() {
        http.shutdownNow();
        process.close();
    }
}
