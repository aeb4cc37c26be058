package org.tonewire.app.shell.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.tonewire.app.shell.keys.TalkSettings;

/// How the program behaves on this desktop.
///
/// @param recordFolder where recordings go; empty is the usual folder
/// @param announce rooms that are opened here are shown to others in the network
/// @param notifications tells by the desktop when somebody comes while the window is not in front
/// @param tray shows an icon among the desktop's own, where there is a place for it
/// @param talk how a key opens the microphones
/// @param updates where a file names the newest version; empty asks nobody
/// @param welcomed the first steps are done
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
