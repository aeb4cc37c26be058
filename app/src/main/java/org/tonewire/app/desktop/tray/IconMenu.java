package org.tonewire.app.desktop.tray;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.tonewire.app.shell.TrayCommand;
import org.tonewire.app.shell.TrayEntry;

/// The com.canonical.dbusmenu object: items are numbered from 1, the menu itself is 0. Threads of
/// the D-Bus library.
final class IconMenu implements BusMenu, Properties {
    static final String PATH = "/MenuBar";

    private static final UInt32 PROTOCOL = new UInt32(3);
    private static final String CLICKED = "clicked";

    private final Consumer<TrayCommand> listener;
    private volatile Shown shown;

    private record Shown(long revision, List<TrayEntry> entries) {}

    IconMenu(List<TrayEntry> entries, Consumer<TrayCommand> listener) {
        this.shown = new Shown(1, entries);
        this.listener = listener;
    }

    /// Tray thread.
    ///
    /// @return the number of the new revision
    UInt32 update(List<TrayEntry> entries) {
        shown = new Shown(shown.revision() + 1, entries);
        return new UInt32(shown.revision());
    }

    @Override
    public Two<UInt32, Item> layout(int parent, int depth, List<String> properties) {
        Shown now = shown;
        List<Variant<?>> children = new ArrayList<>();
        if (parent == 0 && depth != 0) {
            for (int id = 1; id <= now.entries().size(); id++) {
                children.add(
                        new Variant<>(new Item(id, described(now, id), List.of()), Item.class));
            }
        }
        return new Two<>(
                new UInt32(now.revision()), new Item(parent, described(now, parent), children));
    }

    @Override
    public List<ItemProperties> properties(List<Integer> ids, List<String> names) {
        Shown now = shown;
        return ids.stream()
                .filter(id -> isThere(now, id))
                .map(id -> new ItemProperties(id, described(now, id)))
                .toList();
    }

    @Override
    public Variant<?> property(int id, String name) {
        return described(shown, id).getOrDefault(name, new Variant<>(""));
    }

    @Override
    public void event(int id, String event, Variant<?> data, UInt32 time) {
        Shown now = shown;
        if (event.equals(CLICKED)
                && isThere(now, id)
                && id > 0
                && now.entries().get(id - 1) instanceof TrayEntry.Choice choice
                && choice.possible()) {
            listener.accept(choice.command());
        }
    }

    @Override
    public List<Integer> events(List<Happening> events) {
        Shown now = shown;
        events.forEach(each -> event(each.id, each.event, each.data, each.time));
        return events.stream().map(each -> each.id).filter(id -> !isThere(now, id)).toList();
    }

    @Override
    public boolean aboutToShow(int id) {
        return false;
    }

    @Override
    public Two<List<Integer>, List<Integer>> aboutToShow(List<Integer> ids) {
        Shown now = shown;
        return new Two<>(List.of(), ids.stream().filter(id -> !isThere(now, id)).toList());
    }

    private static boolean isThere(Shown now, int id) {
        return id >= 0 && id <= now.entries().size();
    }

    private static Map<String, Variant<?>> described(Shown now, int id) {
        Map<String, Variant<?>> all = new LinkedHashMap<>();
        if (id == 0) {
            all.put("children-display", new Variant<>("submenu"));
        } else if (isThere(now, id)) {
            switch (now.entries().get(id - 1)) {
                case TrayEntry.Divider() -> all.put("type", new Variant<>("separator"));
                case TrayEntry.Heading(String words) -> describe(all, words, false);
                case TrayEntry.Choice(_, String words, boolean possible) ->
                        describe(all, words, possible);
            }
        }
        return all;
    }

    /// An underscore in a label marks the access key; two are one literal underscore.
    private static void describe(Map<String, Variant<?>> all, String words, boolean possible) {
        all.put("label", new Variant<>(words.replace("_", "__")));
        all.put("enabled", new Variant<>(possible));
        all.put("visible", new Variant<>(true));
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the library's signature
    public <A> A Get(String type, String name) {
        return (A) GetAll(type).getOrDefault(name, new Variant<>(""));
    }

    @Override
    public <A> void Set(String type, String name, A value) {}

    @Override
    public Map<String, Variant<?>> GetAll(String type) {
        Map<String, Variant<?>> all = new LinkedHashMap<>();
        all.put("Version", new Variant<>(PROTOCOL));
        all.put("TextDirection", new Variant<>("ltr"));
        all.put("Status", new Variant<>("normal"));
        all.put("IconThemePath", new Variant<>(List.of(), "as"));
        return all;
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
