package org.tonewire.app.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.shell.Tray;
import org.tonewire.app.shell.TrayCommand;
import org.tonewire.app.shell.TrayEntry;
import org.tonewire.app.shell.TrayPicture;
import org.tonewire.app.shell.TrayState;
import org.tonewire.app.testing.Eventually;

@Tag("linux")
class DesktopTrayTest {
    private static final TrayState IN_ROOM = state(TrayPicture.IN_ROOM, "Mute microphone");
    private static final TrayState MUTED = state(TrayPicture.MUTED, "Unmute microphone");

    private final Queue<TrayCommand> commands = new ConcurrentLinkedQueue<>();

    @TempDir Path folder;
    private Bus bus;
    private Tray tray;

    @BeforeEach
    void start() throws Exception {
        bus = Bus.start(folder);
        tray = DesktopTray.onBus(bus.address());
    }

    @AfterEach
    void stop() {
        tray.hide();
        bus.close();
    }

    @Test
    void aHostFindsTheIconAndItsMenu() throws Exception {
        try (Host host = new Host(bus)) {
            tray.show(IN_ROOM, commands::add);
            assertThat(host.property("Id").getValue()).isEqualTo("tonewire");
            assertThat(host.property("Status").getValue()).isEqualTo("Active");
            assertThat(host.property("IconPixmap").getSig()).isEqualTo("a(iiay)");
            assertThat(host.property("ToolTip").getSig()).isEqualTo("(sa(iiay)ss)");
            assertThat(host.property("Menu").getSig()).isEqualTo("o");
            assertThat(host.read())
                    .containsExactly("[studio]", "--", "Mute microphone", "[Leave]", "Quit");
        }
    }

    @Test
    void whatIsClickedIsAskedFor() throws Exception {
        try (Host host = new Host(bus)) {
            tray.show(IN_ROOM, commands::add);
            host.click("Mute microphone");
            host.click("[Leave]");
            host.icon().activate(0, 0);
            host.icon().secondaryActivate(0, 0);
            host.click("Quit");
            assertThat(commands)
                    .containsExactly(
                            TrayCommand.TOGGLE_MUTE,
                            TrayCommand.SHOW_WINDOW,
                            TrayCommand.TOGGLE_MUTE,
                            TrayCommand.QUIT);
        }
    }

    @Test
    void theHostIsToldOfEveryChangeAndOfNothingElse() throws Exception {
        try (Host host = new Host(bus)) {
            tray.show(IN_ROOM, commands::add);
            host.item();
            tray.show(IN_ROOM, commands::add);
            tray.show(MUTED, commands::add);
            Eventually.passes(
                    () -> assertThat(host.heard).containsExactly("icon", "tooltip", "menu 2"));
            assertThat(host.read()).contains("Unmute microphone");
        }
    }

    @Test
    void aWatcherThatComesLaterIsNoticedAndOneThatComesAgainToo() throws Exception {
        tray.show(IN_ROOM, commands::add);
        try (Host host = new Host(bus)) {
            assertThat(host.item()).startsWith("org.kde.StatusNotifierItem-");
        }
        try (Host host = new Host(bus)) {
            assertThat(host.read()).contains("Quit");
        }
    }

    @Test
    void whatIsHiddenIsGoneAndCanComeBack() throws Exception {
        try (Host host = new Host(bus)) {
            tray.show(IN_ROOM, commands::add);
            host.item();
            tray.hide();
            tray.show(MUTED, commands::add);
            Eventually.passes(() -> assertThat(host.registered).hasSize(2));
            assertThat(host.read()).contains("Unmute microphone");
        }
    }

    @Test
    void aBusThatDiesTakesNothingWithIt() throws Exception {
        try (Host host = new Host(bus)) {
            tray.show(IN_ROOM, commands::add);
            host.item();
        }
        bus.close();
        tray.show(MUTED, commands::add);
        tray.hide();
        assertThat(commands).isEmpty();
    }

    @Test
    void whereThereIsNoBusNothingHappens() {
        Tray none = DesktopTray.onBus("unix:path=" + folder.resolve("none"));
        none.show(IN_ROOM, commands::add);
        none.hide();
        assertThat(commands).isEmpty();
    }

    @Test
    void thePicturesDiffer() {
        List<byte[]> pictures =
                Stream.of(TrayPicture.values())
                        .map(picture -> PictureDrawing.of(picture).bytes(24))
                        .toList();
        assertThat(pictures).allSatisfy(bytes -> assertThat(bytes).hasSize(24 * 24 * 4));
        assertThat(pictures).doesNotHaveDuplicates();
    }

    private static TrayState state(TrayPicture picture, String mute) {
        return new TrayState(
                picture,
                "studio, 2 people, " + picture,
                List.of(
                        new TrayEntry.Heading("studio"),
                        new TrayEntry.Divider(),
                        new TrayEntry.Choice(TrayCommand.TOGGLE_MUTE, mute, true),
                        new TrayEntry.Choice(TrayCommand.LEAVE, "Leave", false),
                        new TrayEntry.Choice(TrayCommand.QUIT, "Quit", true)));
    }
}
