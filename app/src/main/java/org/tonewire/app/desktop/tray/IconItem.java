package org.tonewire.app.desktop.tray;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.tonewire.app.shell.TrayCommand;
import org.tonewire.app.shell.TrayPicture;
import org.tonewire.app.shell.TrayState;

/// The org.kde.StatusNotifierItem object. Threads of the D-Bus library.
final class IconItem implements StatusNotifierItem, Properties {
    static final String PATH = "/StatusNotifierItem";

    private static final String NAME = "Tonewire";
    private static final List<Integer> SIZES = List.of(22, 24, 32, 48);

    private final Consumer<TrayCommand> listener;
    private volatile TrayState state;

    IconItem(TrayState state, Consumer<TrayCommand> listener) {
        this.state = state;
        this.listener = listener;
    }

    void update(TrayState now) {
        state = now;
    }

    @Override
    public void activate(int x, int y) {
        listener.accept(TrayCommand.SHOW_WINDOW);
    }

    @Override
    public void secondaryActivate(int x, int y) {
        listener.accept(TrayCommand.TOGGLE_MUTE);
    }

    @Override
    public void contextMenu(int x, int y) {}

    @Override
    public void scroll(int delta, String orientation) {}

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the library's signature
    public <A> A Get(String type, String name) {
        return (A) GetAll(type).getOrDefault(name, new Variant<>(""));
    }

    @Override
    public <A> void Set(String type, String name, A value) {}

    @Override
    public Map<String, Variant<?>> GetAll(String type) {
        TrayState now = state;
        Map<String, Variant<?>> all = new LinkedHashMap<>();
        all.put("Category", new Variant<>("Communications"));
        all.put("Id", new Variant<>("tonewire"));
        all.put("Title", new Variant<>(NAME));
        all.put("Status", new Variant<>("Active"));
        all.put("WindowId", new Variant<>(0));
        all.put("IconName", new Variant<>(""));
        all.put("IconPixmap", new Variant<>(pixmaps(now.picture()), "a(iiay)"));
        all.put("OverlayIconName", new Variant<>(""));
        all.put("AttentionIconName", new Variant<>(""));
        all.put(
                "ToolTip",
                new Variant<>(new ToolTip("", List.of(), NAME, now.tooltip()), ToolTip.class));
        all.put("ItemIsMenu", new Variant<>(false));
        all.put("Menu", new Variant<>(new DBusPath(IconMenu.PATH)));
        return all;
    }

    private static List<Pixmap> pixmaps(TrayPicture picture) {
        return SIZES.stream()
                .map(size -> new Pixmap(size, size, PictureDrawing.of(picture).bytes(size)))
                .toList();
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
