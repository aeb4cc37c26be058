package org.tonewire.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.shell.TrayCommand;
import org.tonewire.app.shell.TrayPicture;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.Rooms;

/// The window and its icon in the tray.
class TrayIconTest {
    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void theIconFollowsTheRoomAndMutesMicrophonesAlone() {
        try (TourWindow window = hosting()) {
            FakeWorld world = window.world();
            assertThat(world.tray.face().tooltip())
                    .isEqualTo("Sunday rehearsal: 2 other participants");
            assertThat(world.tray.choices())
                    .containsExactly("Close the room", "Show the window", "Quit Tonewire");
            add(world, "tone", new SourceOrigin.Tone(440));
            add(world, "mic", new SourceOrigin.Microphone(Optional.empty()));
            assertThat(world.tray.choices()).contains("Mute microphone");
            choose(world, TrayCommand.TOGGLE_MUTE);
            assertThat(world.session().snapshot().sources().getFirst().muted()).isFalse();
            assertThat(world.session().snapshot().sources().getLast().muted()).isTrue();
            assertThat(world.tray.face().picture()).isEqualTo(TrayPicture.MUTED);
            assertThat(world.tray.choices()).contains("Unmute microphone");
        }
    }

    @Test
    void leavingAsksAHostInTheWindow() {
        try (TourWindow window = hosting()) {
            FakeWorld world = window.world();
            Stage stage = (Stage) window.scene().getWindow();
            TourWindow.fx(() -> stage.setIconified(true));
            choose(world, TrayCommand.LEAVE);
            assertThat(world.hasLeft()).isFalse();
            assertThat(stage.isIconified()).isFalse();
            choose(world, TrayCommand.LEAVE);
            assertThat(world.hasLeft()).isTrue();
            assertThat(world.tray.face().picture()).isEqualTo(TrayPicture.IDLE);
        }
    }

    @Test
    void quittingClosesTheWindowAndTheIconGoesWithIt() {
        try (TourWindow window = hosting()) {
            FakeWorld world = window.world();
            assertThat(world.tray.visible).isTrue();
            choose(world, TrayCommand.QUIT);
            assertThat(window.scene().getWindow().isShowing()).isFalse();
            assertThat(world.hasLeft()).isTrue();
            assertThat(world.tray.visible).isFalse();
        }
    }

    @Test
    void whoDoesNotWantTheIconHasNone() {
        TourStop start = TourStop.of("tray", TrayIconTest::withoutIcon, WindowIntent.NONE);
        try (TourWindow window = new TourWindow(start, Appearance.DEFAULT)) {
            assertThat(window.world().tray.visible).isFalse();
        }
    }

    private static FakeWorld withoutIcon() {
        FakeWorld world = new FakeWorld();
        Settings settings = world.store.load();
        world.store.with(settings.withDesktop(settings.desktop().withTray(false)));
        return world;
    }

    private static TourWindow hosting() {
        return new TourWindow(
                TourStop.of("tray", () -> FakeWorld.finding(Rooms.withOthers(2)), TourStops.HOST),
                Appearance.DEFAULT);
    }

    private static void add(FakeWorld world, String id, SourceOrigin origin) {
        SourceSpec spec = new SourceSpec(origin, Profile.VOICE, 0, Optional.of(id));
        TourWindow.fx(
                () -> world.session().submit(new SessionCommand.AddSource(new SourceId(id), spec)));
    }

    private static void choose(FakeWorld world, TrayCommand command) {
        world.tray.choose(command);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
