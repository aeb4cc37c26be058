package org.tonewire.app.desktop.tray;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// The interface com.canonical.dbusmenu. Public for the D-Bus library only.
@DBusInterfaceName("com.canonical.dbusmenu")
public interface BusMenu extends DBusInterface {
    /// @param depth levels of children to return; -1 means all
    @DBusMemberName("GetLayout")
    Two<UInt32, Item> layout(int parent, int depth, List<String> properties);

    @DBusMemberName("GetGroupProperties")
    List<ItemProperties> properties(List<Integer> ids, List<String> names);

    @DBusMemberName("GetProperty")
    Variant<?> property(int id, String name);

    @DBusMemberName("Event")
    void event(int id, String event, Variant<?> data, UInt32 time);

    /// @return the ids of unknown items
    @DBusMemberName("EventGroup")
    List<Integer> events(List<Happening> events);

    /// @return whether the menu must be read again
    @DBusMemberName("AboutToShow")
    boolean aboutToShow(int id);

    /// @return the ids of menus to read again, and of unknown items
    @DBusMemberName("AboutToShowGroup")
    Two<List<Integer>, List<Integer>> aboutToShow(List<Integer> ids);

    /// Two results of one call.
    final class Two<A, B> extends Tuple {
        @Position(0)
        public final A first;

        @Position(1)
        public final B second;

        public Two(A first, B second) {
            this.first = first;
            this.second = second;
        }
    }

    /// A menu item with its children.
    final class Item extends Struct {
        @Position(0)
        public final int id;

        @Position(1)
        public final Map<String, Variant<?>> properties;

        /// The children, as variants of Item: a struct cannot contain its own type.
        @Position(2)
        public final List<Variant<?>> children;

        public Item(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
            this.id = id;
            this.properties = properties;
            this.children = children;
        }
    }

    /// A menu item without children.
    final class ItemProperties extends Struct {
        @Position(0)
        public final int id;

        @Position(1)
        public final Map<String, Variant<?>> properties;

        public ItemProperties(int id, Map<String, Variant<?>> properties) {
            this.id = id;
            this.properties = properties;
        }
    }

    /// An event of a menu item.
    final class Happening extends Struct {
        @Position(0)
        public final int id;

        @Position(1)
        public final String event;

        @Position(2)
        public final Variant<?> data;

        @Position(3)
        public final UInt32 time;

        public Happening(int id, String event, Variant<?> data, UInt32 time) {
            this.id = id;
            this.event = event;
            this.data = data;
            this.time = time;
        }
    }

    /// The menu must be read again.
    @DBusMemberName("LayoutUpdated")
    final class LayoutUpdated extends DBusSignal {
        public final UInt32 revision;
        public final int parent;

        public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
            super(path, revision, parent);
            this.revision = revision;
            this.parent = parent;
        }
    }
}
