package org.tonewire.app.desktop;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.json.JsonFields;
import org.tonewire.app.shell.NewVersion;
import org.tonewire.app.shell.UpdateCheck;
import org.tonewire.app.shell.Versions;

/// Reads a version file by HTTP: `{"version": "1.2.3", "page": "https://…"}`. The request has no
/// identifying data.
public final class HttpUpdateCheck implements UpdateCheck {
    private static final Logger LOG = LoggerFactory.getLogger(HttpUpdateCheck.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_BYTES = 10_000;
    private static final int OK = 200;

    private final String running;

    /// @param running the running version
    public HttpUpdateCheck(String running) {
        this.running = running;
    }

    @Override
    public Optional<NewVersion> at(String address) {
        try (HttpClient client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(PATIENCE)
                        .build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
            HttpResponse<InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                String text = new String(body.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
                return response.statusCode() == OK ? read(text) : Optional.empty();
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.info("no news of a newer version: {}", e.toString());
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    Optional<NewVersion> read(String text) {
        try {
            JsonFields json = JsonFields.parse(text);
            String version = json.plain("version");
            Optional<String> page = json.text("page").filter(p -> p.startsWith("https://"));
            return Versions.isNewer(version, running)
                    ? Optional.of(new NewVersion(version, running, page))
                    : Optional.empty();
        } catch (JsonParseException e) {
            LOG.info("the version file is not understood: {}", e.toString());
            return Optional.empty();
        }
    }
}
