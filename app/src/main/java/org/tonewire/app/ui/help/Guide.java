package org.tonewire.app.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The user guide, `docs/user-guide.md`, a resource of the program with its pictures.
public final class Guide {
    private final List<Topic> topics;

    Guide(List<Topic> topics) {
        this.topics = List.copyOf(topics);
    }

    /// Blocks for a moment: not for the FX thread.
    public static Guide read() {
        try (InputStream file = resource("user-guide.md").openStream()) {
            return GuideReader.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The URL of a file of the guide.
    static URL resource(String file) {
        return Objects.requireNonNull(Guide.class.getResource(file), file);
    }

    List<Topic> topics() {
        return topics;
    }

    Topic first() {
        return topics.getFirst();
    }

    Optional<Topic> topic(String anchor) {
        return topics.stream().filter(topic -> topic.anchor().equals(anchor)).findFirst();
    }

    /// The topics on the same page as this one.
    List<Topic> chapter(Topic topic) {
        int from = topics.indexOf(topic);
        while (!topics.get(from).beginsChapter()) {
            from--;
        }
        int to = from + 1;
        while (to < topics.size() && !topics.get(to).beginsChapter()) {
            to++;
        }
        return topics.subList(from, to);
    }

    /// The topics that contain all words; all topics for an empty query.
    List<Topic> about(String query) {
        return query.isBlank()
                ? topics
                : topics.stream().filter(topic -> topic.mentions(query)).toList();
    }
}
