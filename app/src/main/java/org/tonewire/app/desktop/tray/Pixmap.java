package org.tonewire.app.desktop.tray;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/// A picture as the bus carries it. Public for the D-Bus library only.
public final class Pixmap extends Struct {
    @Position(0)
    public final int width;

    @Position(1)
    public final int height;

    /// Alpha, red, green, blue of each pixel, row by row.
    @Position(2)
    public final byte[] pixels;

    public Pixmap(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }
}
