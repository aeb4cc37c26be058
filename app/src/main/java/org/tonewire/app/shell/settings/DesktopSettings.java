package org.tonewire.app.shell.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.tonewire.app.shell.keys.TalkSettings;

/// Settings of the program on this desktop.
///
/// @param recordFolder the folder for recordings; empty means the default folder
/// @param announce whether rooms hosted here are announced on the local network
/// @param notifications whether to notify when someone joins while the window is in the background
/// @param tray whether to show a tray icon
/// @param talk push to talk
/// @param updates address of the version file; empty means no update check
/// @param welcomed whether the first steps are done
public record DesktopSettings(
        Optional<Path> recordFolder,
        boolean announce,
        boolean notifications,
        boolean tray,
        TalkSettings talk,
        Optional<String> updates,
        boolean welcomed) {
    public static final DesktopSettings DEFAULT =
            new DesktopSettings(
                    Optional.empty(),
                    true,
                    true,
                    true,
                    TalkSettings.DEFAULT,
                    Optional.empty(),
                    false);

    public DesktopSettings withRecordFolder(Optional<Path> changed) {
        return new DesktopSettings(changed, announce, notifications, tray, talk, updates, welcomed);
    }

    public DesktopSettings withAnnounce(boolean changed) {
        return new DesktopSettings(
                recordFolder, changed, notifications, tray, talk, updates, welcomed);
    }

    public DesktopSettings withNotifications(boolean changed) {
        return new DesktopSettings(recordFolder, announce, changed, tray, talk, updates, welcomed);
    }

    public DesktopSettings withTray(boolean changed) {
        return new DesktopSettings(
                recordFolder, announce, notifications, changed, talk, updates, welcomed);
    }

    public DesktopSettings withTalk(TalkSettings changed) {
        return new DesktopSettings(
                recordFolder, announce, notifications, tray, changed, updates, welcomed);
    }

    public DesktopSettings withUpdates(Optional<String> changed) {
        return new DesktopSettings(
                recordFolder, announce, notifications, tray, talk, changed, welcomed);
    }

    public DesktopSettings withWelcomed(boolean changed) {
        return new DesktopSettings(
                recordFolder, announce, notifications, tray, talk, updates, changed);
    }
}
