package org.tonewire.app.ui.help;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The topic being read, and the search. FX thread.
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

    /// The words to search for.
    StringProperty query() {
        return query;
    }

    /// The topics that contain the words, in the guide's order; all topics for an empty query.
    ReadOnlyObjectProperty<List<Topic>> found() {
        return found.getReadOnlyProperty();
    }

    /// The topic being read.
    ReadOnlyObjectProperty<Topic> current() {
        return current.getReadOnlyProperty();
    }

    /// All topics on the present page.
    List<Topic> chapter() {
        return guide.chapter(current.get());
    }

    void read(Topic topic) {
        current.set(topic);
    }

    /// Goes to the topic of an anchor; an unknown one changes nothing.
    public void follow(String anchor) {
        guide.topic(anchor).ifPresent(this::read);
    }

    /// Goes to the next match, from the last one to the first.
    void readNextFound() {
        List<Topic> all = found.get();
        if (!all.isEmpty()) {
            read(all.get((all.indexOf(current.get()) + 1) % all.size()));
        }
    }
}
