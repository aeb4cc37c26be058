package org.tonewire.app.ui.shell;

import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import org.tonewire.app.ui.model.AudioServices;
import org.tonewire.app.ui.model.DesktopServices;
import org.tonewire.app.ui.model.DeviceModel;
import org.tonewire.app.ui.model.RoomBookModel;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.Storage;
import org.tonewire.app.ui.model.StoredData;
import org.tonewire.app.ui.model.UiThreads;
import org.tonewire.app.ui.model.UpdateModel;
import org.tonewire.app.ui.model.WindowServices;
import org.tonewire.app.ui.start.NearbyViewModel;
import org.tonewire.app.ui.talk.TalkViewModel;

/// The models that live as long as the window; its screens come and go, and share them. FX thread.
record SharedModels(
        SettingsModel settings,
        RoomBookModel rooms,
        NearbyViewModel nearby,
        DeviceModel devices,
        UpdateModel updates,
        TalkViewModel talk) {
    /// @param loaded what was in the storage
    static SharedModels of(
            WindowServices services,
            StoredData loaded,
            CompletionStage<AudioServices> sound,
            UiThreads threads) {
        Storage storage = services.storage();
        DesktopServices desktop = services.desktop();
        SettingsModel settings =
                new SettingsModel(
                        storage.settings(), loaded.settings(), storage.folders(), threads);
        return new SharedModels(
                settings,
                new RoomBookModel(storage.rooms(), loaded.rooms(), InstantSource.system(), threads),
                new NearbyViewModel(desktop.nearby(), threads),
                new DeviceModel(
                        sound.thenApply(AudioServices::devices), threads, services.wording()),
                new UpdateModel(
                        desktop.updateCheck(), settings.now().get().desktop().updates(), threads),
                new TalkViewModel(desktop.keys(), threads));
    }
}
