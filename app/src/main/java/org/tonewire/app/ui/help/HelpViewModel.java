package org.tonewire.app.ui.help;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is read in the guide, and what is looked for. FX thread.
public final class HelpViewModel {
    private final Guide guide;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Topic>> found;
    private final ReadOnlyObjectWrapper<Topic> current;

    public HelpViewModel(Guide guide) {
        this.guide = guide;
        this.found = new ReadOnlyObjectWrapper<>(guide.topics());
        this.current = new ReadOnlyObjectWrapper<>(guide.first());
        query.subscribe(words -> found.set(guide.about(words)));
    }

    /// The words that are looked for.
    StringProperty query() {
        return query;
    }

    /// The topics with these words in the guide's order; all where nothing is looked for.
    ReadOnlyObjectProperty<List<Topic>> found() {
        return found.getReadOnlyProperty();
    }

    /// What is being read.
    ReadOnlyObjectProperty<Topic> current() {
        return current.getReadOnlyProperty();
    }

    /// What is on one page with it.
    List<Topic> chapter() {
        return guide.chapter(current.get());
    }

    void read(Topic topic) {
        current.set(topic);
    }

    /// Goes to the topic that a link names; an unknown one changes nothing.
    public void follow(String anchor) {
        guide.topic(anchor).ifPresent(this::read);
    }

    /// Goes to the next topic with the words, after the last to the first again.
    void readNextFound() {
        List<Topic> all = found.get();
        if (!all.isEmpty()) {
            read(all.get((all.indexOf(current.get()) + 1) % all.size()));
        }
    }
}
