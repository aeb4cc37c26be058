package org.tonewire.app.desktop.tray;

import java.awt.AWTException;
import java.awt.Dimension;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.shell.TrayCommand;
import org.tonewire.app.shell.TrayEntry;
import org.tonewire.app.shell.TrayPicture;
import org.tonewire.app.shell.TrayState;

/// The tray icon by AWT. Tray thread only.
final class AwtTrayBackend implements TrayBackend {
    private static final Logger LOG = LoggerFactory.getLogger(AwtTrayBackend.class);

    private @Nullable TrayIcon icon;

    @Override
    public void show(TrayState state, Consumer<TrayCommand> listener) {
        if (!SystemTray.isSupported()) {
            return;
        }
        SystemTray tray = SystemTray.getSystemTray();
        PopupMenu menu = menu(state, listener);
        BufferedImage image = image(state.picture(), tray.getTrayIconSize());
        TrayIcon there = icon;
        if (there != null) {
            there.setImage(image);
            there.setToolTip(state.tooltip());
            there.setPopupMenu(menu);
            return;
        }
        TrayIcon added = new TrayIcon(image, state.tooltip(), menu);
        added.setImageAutoSize(true);
        added.addMouseListener(new Clicks(listener));
        try {
            tray.add(added);
            icon = added;
        } catch (AWTException e) {
            LOG.debug("no tray", e);
        }
    }

    @Override
    public void hide() {
        TrayIcon there = icon;
        icon = null;
        if (there != null) {
            SystemTray.getSystemTray().remove(there);
        }
    }

    private static PopupMenu menu(TrayState state, Consumer<TrayCommand> listener) {
        PopupMenu menu = new PopupMenu();
        for (TrayEntry entry : state.menu()) {
            switch (entry) {
                case TrayEntry.Divider() -> menu.addSeparator();
                case TrayEntry.Heading(String words) -> menu.add(item(words, false));
                case TrayEntry.Choice(TrayCommand command, String words, boolean possible) -> {
                    MenuItem item = item(words, possible);
                    item.addActionListener(_ -> listener.accept(command));
                    menu.add(item);
                }
            }
        }
        return menu;
    }

    private static MenuItem item(String words, boolean possible) {
        MenuItem item = new MenuItem(words);
        item.setEnabled(possible);
        return item;
    }

    private static BufferedImage image(TrayPicture picture, Dimension size) {
        int side = Math.max(16, Math.max(size.width, size.height));
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, side, side, PictureDrawing.of(picture).pixels(side), 0, side);
        return image;
    }

    private static final class Clicks extends MouseAdapter {
        private final Consumer<TrayCommand> listener;

        Clicks(Consumer<TrayCommand> listener) {
            this.listener = listener;
        }

        @Override
        public void mouseClicked(MouseEvent click) {
            if (SwingUtilities.isLeftMouseButton(click)) {
                listener.accept(TrayCommand.SHOW_WINDOW);
            }
        }
    }
}
