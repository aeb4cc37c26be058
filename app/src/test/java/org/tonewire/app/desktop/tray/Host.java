package org.tonewire.app.desktop.tray;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.tonewire.app.testing.Eventually;

/// A panel: the watcher that icons register with, and the host that draws them.
final class Host implements StatusNotifierWatcher, AutoCloseable {
    final Queue<String> registered = new ConcurrentLinkedQueue<>();
    final Queue<String> heard = new ConcurrentLinkedQueue<>();

    private final DBusConnection connection;

    Host(Bus bus) throws DBusException {
        connection = bus.connect();
        connection.exportObject(StatusNotifierWatcher.PATH, this);
        connection.addSigHandler(StatusNotifierItem.NewIcon.class, _ -> heard.add("icon"));
        connection.addSigHandler(StatusNotifierItem.NewToolTip.class, _ -> heard.add("tooltip"));
        connection.addSigHandler(
                BusMenu.LayoutUpdated.class, now -> heard.add("menu " + now.revision));
        connection.requestBusName(StatusNotifierWatcher.NAME);
    }

    @Override
    public void register(String service) {
        registered.add(service);
    }

    String item() {
        Eventually.holds(() -> !registered.isEmpty(), () -> "no icon is registered");
        return registered.element();
    }

    Variant<?> property(String name) throws DBusException {
        return variant(
                connection
                        .getRemoteObject(item(), IconItem.PATH, Properties.class)
                        .GetAll("org.kde.StatusNotifierItem"),
                name);
    }

    StatusNotifierItem icon() throws DBusException {
        return connection.getRemoteObject(item(), IconItem.PATH, StatusNotifierItem.class);
    }

    BusMenu menu() throws DBusException {
        return connection.getRemoteObject(item(), IconMenu.PATH, BusMenu.class);
    }

    /// What stands in the menu; what cannot be chosen in brackets.
    List<String> read() throws DBusException {
        return menu().layout(0, -1, List.of()).second.children.stream()
                .map(child -> describe((Object[]) child.getValue()))
                .toList();
    }

    void click(String words) throws DBusException {
        int id = read().indexOf(words) + 1;
        menu().event(id, "clicked", new Variant<>(0), new UInt32(0));
    }

    /// A struct in a variant comes as an array.
    private static String describe(Object[] entry) {
        Map<?, ?> properties = (Map<?, ?>) entry[1];
        if (properties.containsKey("type")) {
            return "--";
        }
        String label = (String) variant(properties, "label").getValue();
        boolean enabled = (Boolean) variant(properties, "enabled").getValue();
        return enabled ? label : "[" + label + "]";
    }

    private static Variant<?> variant(Map<?, ?> properties, String name) {
        return (Variant<?>) Objects.requireNonNull(properties.get(name), name);
    }

    @Override
    public String getObjectPath() {
        return StatusNotifierWatcher.PATH;
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
