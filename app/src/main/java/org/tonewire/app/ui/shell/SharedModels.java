package org.tonewire.app.ui.shell;

import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.DeviceModel;
import org.tonewire.app.ui.model.KnownServers;
import org.tonewire.app.ui.model.RoomBookModel;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.Storage;
import org.tonewire.app.ui.model.UiThreads;
import org.tonewire.app.ui.model.UnendedRooms;
import org.tonewire.app.ui.model.UpdateModel;
import org.tonewire.app.ui.start.NearbyViewModel;
import org.tonewire.app.ui.talk.TalkViewModel;

/// The models that live as long as the window; its screens come and go, and share them. FX thread.
record SharedModels(
        SettingsModel settings,
        RoomBookModel rooms,
        UnendedRooms unended,
        KnownServers servers,
        NearbyViewModel nearby,
        DeviceModel devices,
        UpdateModel updates,
        TalkViewModel talk) {
    /// @param storage is loaded
    static SharedModels of(
            Storage storage, Desktop desktop, LateAudio audio, UiThreads threads, Wording wording) {
        SettingsModel settings = storage.settings(threads);
        return new SharedModels(
                settings,
                storage.rooms(threads),
                storage.unendedRooms(threads),
                storage.knownServers(threads),
                desktop.nearby(threads),
                new DeviceModel(audio.devices(), threads, wording),
                desktop.updates(settings.now().get(), threads),
                desktop.talk(threads));
    }
}
