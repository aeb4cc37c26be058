package org.tonewire.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.RoomPlace;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.app.shell.NearbyRoom;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.testing.Eventually;
import org.tonewire.app.ui.Pulses;
import org.tonewire.app.ui.fake.FakeAudioDevices;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.Flow;
import org.tonewire.app.ui.fake.FullRoom;
import org.tonewire.app.ui.fake.Rooms;
import org.tonewire.signaling.protocol.ParticipantName;

/// The whole window with fakes behind it, on JavaFX's headless platform.
class TonewireWindowTest {
    private static final SourceSpec TONE =
            new SourceSpec(new SourceOrigin.Tone(440), Profile.MUSIC, -6, Optional.of("A4"));
    private static final WindowIntent HOST =
            new WindowIntent(
                    new WindowIntent.Host(
                            new HostRequest(
                                    Rooms.INVITE.room(),
                                    Rooms.INVITE.secret(),
                                    7_100,
                                    Optional.of("studio.example.org"))),
                    Optional.of(new ParticipantName("Ada")),
                    Optional.empty(),
                    List.of(TONE));

    private final List<Stage> shown = new ArrayList<>();
    private int closings;

    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void hideWindows() {
        fx(() -> shown.forEach(Stage::hide));
    }

    @Test
    void theStartBeginsAtTheName() {
        Scene scene = show(new FakeWorld(), WindowIntent.NONE);
        assertThat(scene.getFocusOwner()).isInstanceOf(TextField.class);
        assertThat(scene.getFocusOwner().getAccessibleText()).isEqualTo("Your name");
    }

    @Test
    void everythingOnTheStartHasAName() {
        assertThat(nameless(show(new FakeWorld(), WindowIntent.NONE))).isEmpty();
    }

    @Test
    void everythingInAFullRoomHasAName() {
        assertThat(nameless(show(FakeWorld.finding(FullRoom.everything()), HOST))).isEmpty();
    }

    @Test
    void everythingInTheSettingsHasAName() {
        Scene scene = show(new FakeWorld(), WindowIntent.NONE);
        fx(() -> named(scene, "Settings (Ctrl+,)", ButtonBase.class).fire());
        assertThat(nameless(scene)).isEmpty();
    }

    @Test
    void devicePickersFollowEveryChange() {
        FakeWorld world = new FakeWorld();
        Scene scene = show(world, WindowIntent.NONE);
        ComboBox<?> picker = named(scene, "Output device", ComboBox.class);
        become(world, FakeAudioDevices.SPEAKERS);
        assertThat(picker.getItems()).hasSize(3);
        become(world, FakeAudioDevices.SPEAKERS, FakeAudioDevices.HEADPHONES);
        assertThat(picker.getItems()).hasSize(4);
        become(world, FakeAudioDevices.HEADPHONES);
        assertThat(picker.getItems()).hasSize(3);
    }

    @Test
    void theCommandLineOpensStraightIntoTheRoomWithItsSources() {
        FakeWorld world = new FakeWorld();
        Scene scene = show(world, HOST);
        assertThat(scene.lookup(".room")).isNotNull();
        assertThat(world.hostRequests.getFirst().place())
                .isEqualTo(new RoomPlace.Here(7_100, Optional.of("studio.example.org")));
        assertThat(world.joinRequests.getFirst().name().value()).isEqualTo("Ada");
        assertThat(addedSpecs(world)).containsExactly(TONE);
        assertThat(world.store.load().name()).isEmpty();
    }

    @Test
    void theCommandLinesSourcesAreAddedOnce() {
        FakeWorld world = new FakeWorld();
        Scene scene = show(world, HOST);
        assertThat(addedSpecs(world)).containsExactly(TONE);
        fx(() -> named(scene, "Close room", ButtonBase.class).fire());
        assertThat(scene.lookup(".start")).isNotNull();
        fx(() -> named(scene, "Open the room", ButtonBase.class).fire());
        assertThat(scene.lookup(".room")).isNotNull();
        assertThat(addedSpecs(world)).isEmpty();
    }

    @Test
    void theNumberOfTheOthersIsShown() {
        Scene scene = show(FakeWorld.finding(Rooms.withOthers(3)), HOST);
        Label count = (Label) scene.lookup(".pane-count");
        assertThat(count.isVisible()).isTrue();
        assertThat(count.getText()).isEqualTo("3");
    }

    @Test
    void inANarrowWindowTheSidePanelTakesThePlaceOfTheOthers() {
        Scene scene = show(FakeWorld.finding(Rooms.withOthers(2)), HOST);
        fx(() -> named(scene, "Chat", ButtonBase.class).fire());
        assertThat(scene.lookup(".people-pane").isVisible()).isTrue();
        fx(() -> scene.getWindow().setWidth(880));
        Eventually.passes(() -> {
            fx(() -> Pulses.settle(scene));
            assertThat(scene.lookup(".people-pane").isVisible()).isFalse();
            double right = scene.lookup(".side-panel").getBoundsInParent().getMaxX();
            assertThat(right).isBetween(800.0, 880.0);
        });
    }

    @Test
    void closingTheWindowLeavesTheRoomAtOnce() {
        FakeWorld world = FakeWorld.finding(Rooms.withOthers(2));
        Scene scene = show(world, HOST);
        fx(() -> scene.getWindow().fireEvent(closeRequest(scene)));
        assertThat(world.hasLeft()).isTrue();
        assertThat(closings).isEqualTo(1);
        assertThat(scene.getWindow().isShowing()).isFalse();
    }

    @Test
    void leavingTheStartGivesTheMicrophoneBack() {
        FakeWorld world = new FakeWorld();
        Scene scene = show(world, WindowIntent.NONE);
        fx(() ->
                named(
                                scene,
                                "Test the microphone: the meter moves while you speak. Nothing is"
                                        + " sent.",
                                ButtonBase.class)
                        .fire());
        assertThat(world.sources.streams).hasSize(1);
        fx(() -> named(scene, "Settings (Ctrl+,)", ButtonBase.class).fire());
        assertThat(world.sources.streams.getFirst().isClosed()).isTrue();
    }

    @Test
    void aSecondStartBringsItsInviteToTheStart() {
        FakeWorld world = new FakeWorld();
        Scene scene = show(world, WindowIntent.NONE);
        world.launches.start(Optional.of(Rooms.INVITE));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(named(scene, "Invite", TextField.class).getText()).isEqualTo(Rooms.LINK);
        assertThat(world.joinRequests).isEmpty();
    }

    @Test
    void inARoomOneIsAskedBeforeASecondStartsInviteIsJoined() {
        FakeWorld world = FakeWorld.finding(Rooms.withOthers(1));
        Scene scene = show(world, HOST);
        Invite other = InviteLink.parse(Rooms.LINK.replace("Sunday", "Monday")).orElseThrow();
        world.launches.start(Optional.of(other));
        WaitForAsyncUtils.waitForFxEvents();
        VirtualSession first = world.room();
        assertThat(world.hasLeft()).isFalse();
        fx(() -> named(scene, "Close this room and join it", ButtonBase.class).fire());
        assertThat(first.session.snapshot().connection())
                .isInstanceOf(ConnectionStatus.Ended.class);
        assertThat(world.joinRequests.getLast().invite()).isEqualTo(other);
    }

    @Test
    void theFirstStepsAskForTheNameAndAreShownOnce() {
        FakeWorld world = new FakeWorld();
        world.store.with(Settings.DEFAULT);
        Scene scene = show(world, WindowIntent.NONE);
        assertThat(scene.lookup(".welcome")).isNotNull();
        assertThat(nameless(scene)).isEmpty();
        fx(() -> named(scene, "Your name", TextField.class).setText("Ada"));
        fx(() -> named(scene, "Continue", ButtonBase.class).fire());
        assertThat(scene.lookup(".welcome")).isNull();
        assertThat(scene.lookup(".ways")).isNotNull();
        assertThat(world.store.load().desktop().welcomed()).isTrue();
        assertThat(world.store.load().name()).contains(new ParticipantName("Ada"));
    }

    @Test
    void aFirstStartByALinkJoinsAfterTheFirstSteps() {
        FakeWorld world = new FakeWorld();
        world.store.with(Settings.DEFAULT);
        Scene scene = show(world, WindowIntent.joining(Rooms.INVITE));
        assertThat(world.joinRequests).isEmpty();
        fx(() -> named(scene, "Your name", TextField.class).setText("Ada"));
        fx(() -> named(scene, "Continue", ButtonBase.class).fire());
        assertThat(world.joinRequests.getFirst().name().value()).isEqualTo("Ada");
        assertThat(world.joinRequests.getFirst().invite()).isEqualTo(Rooms.INVITE);
    }

    @Test
    void aRoomInTheNetworkIsJoinedByItsCode() {
        FakeWorld world = new FakeWorld();
        Scene scene = show(world, WindowIntent.NONE);
        world.nearby.see(NearbyRoom.of(Rooms.INVITE));
        WaitForAsyncUtils.waitForFxEvents();
        fx(() -> named(scene, "Your name", TextField.class).setText("Ada"));
        String place = Rooms.INVITE.authority();
        fx(() -> named(scene, "Join “Sunday rehearsal” at " + place, ButtonBase.class).fire());
        fx(() ->
                named(scene, "Code or invite of “Sunday rehearsal”", TextField.class)
                        .setText(Rooms.INVITE.secret().text()));
        assertThat(nameless(scene)).isEmpty();
        fx(() -> ((ButtonBase) scene.lookup(".nearby-code .accent")).fire());
        assertThat(world.joinRequests.getFirst().invite()).isEqualTo(Rooms.INVITE);
        assertThat(world.nearby.watched()).isFalse();
    }

    @Test
    void anInviteThatComesDuringTheFirstStepsIsShownAfterThem() {
        FakeWorld world = new FakeWorld();
        world.store.with(Settings.DEFAULT);
        Scene scene = show(world, WindowIntent.NONE);
        world.launches.start(Optional.of(Rooms.INVITE));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(scene.lookup(".welcome")).isNotNull();
        fx(() -> named(scene, "Your name", TextField.class).setText("Ada"));
        fx(() -> named(scene, "Continue", ButtonBase.class).fire());
        assertThat(named(scene, "Invite", TextField.class).getText()).isEqualTo(Rooms.LINK);
        assertThat(world.joinRequests).isEmpty();
    }

    @Test
    void theDesktopTellsWhoComesWhileTheWindowIsAnIcon() {
        FakeWorld world = FakeWorld.finding(Rooms.withOthers(1));
        Scene scene = show(world, HOST);
        fx(() -> scene.getWindow().requestFocus());
        fx(() -> world.room().enters("Yann"));
        assertThat(world.told).isEmpty();
        fx(() -> ((Stage) scene.getWindow()).setIconified(true));
        fx(() -> world.room().enters("Zoe"));
        assertThat(world.told).containsExactly("Sunday rehearsal: Zoe joined the room");
    }

    @Test
    void recordingCanBeStartedAndStoppedInTheRoom() {
        FakeWorld world = FakeWorld.finding(Rooms.withOthers(1));
        Scene scene = show(world, HOST);
        fx(() -> named(scene, "Record all tracks", ButtonBase.class).fire());
        assertThat(named(scene, "Stop recording", ButtonBase.class).getText()).startsWith("0:");
        fx(() -> named(scene, "Stop recording", ButtonBase.class).fire());
        Label said = (Label) scene.lookup(".recorded .notice-text");
        assertThat(said.getText()).contains("3 files", "Tonewire");
        assertThat(world.room().recorders.takes().getLast().isClosed()).isTrue();
    }

    @Test
    void diagnosticsHoldNoNameAndNoAddress() {
        FakeWorld world = FakeWorld.finding(Rooms.withOthers(1));
        Scene scene = show(world, HOST);
        String person = world.session().snapshot().participants().getFirst().name();
        fx(() -> Flow.through(world.room()));
        fx(() -> named(scene, "Settings (Ctrl+,)", ButtonBase.class).fire());
        fx(() -> named(scene, "Copy diagnostics", ButtonBase.class).fire());
        String copied = clipboard();
        assertThat(copied)
                .contains("Tonewire: 1.2.3", "## Devices")
                .contains("received opus", "underruns", "exact clock");
        assertThat(copied).doesNotContain(person, "192.0.2.7", "Sunday rehearsal");
    }

    private static String clipboard() {
        List<String> copied = new ArrayList<>();
        fx(() -> copied.add(Clipboard.getSystemClipboard().getString()));
        return copied.getFirst();
    }

    private static WindowEvent closeRequest(Scene scene) {
        return new WindowEvent(scene.getWindow(), WindowEvent.WINDOW_CLOSE_REQUEST);
    }

    private void become(FakeWorld world, AudioDevice... devices) {
        world.devices.become(List.of(devices));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<SourceSpec> addedSpecs(FakeWorld world) {
        return world.session().snapshot().sources().stream().map(LocalSource::spec).toList();
    }

    private Scene show(FakeWorld world, WindowIntent intent) {
        WindowOpener opener = world.window(intent, Runnable::run, () -> closings++);
        opener.load("");
        fx(() -> {
            Stage stage = new Stage();
            shown.add(stage);
            opener.open(stage, world.browsed::add);
        });
        return shown.getLast().getScene();
    }

    /// Reachable controls for which a screen reader has nothing to say.
    private static List<String> nameless(Scene scene) {
        List<String> found = new ArrayList<>();
        each(
                scene,
                node -> {
                    boolean said = hasText(node) || hasSpokenText(node);
                    if (node instanceof Control
                            && node.isFocusTraversable()
                            && !(node instanceof ScrollPane)
                            && !said) {
                        found.add(node.toString());
                    }
                });
        return found;
    }

    private static boolean hasText(Node node) {
        return node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank();
    }

    private static boolean hasSpokenText(Node node) {
        return node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
    }

    private static <T extends Node> T named(Scene scene, String name, Class<T> kind) {
        List<T> found = new ArrayList<>();
        each(
                scene,
                node -> {
                    boolean labelled =
                            node instanceof Labeled labeled && name.equals(labeled.getText());
                    if (kind.isInstance(node)
                            && (labelled || name.equals(node.getAccessibleText()))) {
                        found.add(kind.cast(node));
                    }
                });
        assertThat(found).as(name).isNotEmpty();
        return found.getFirst();
    }

    private static void each(Scene scene, Consumer<Node> visitor) {
        scene.getRoot().lookupAll("*").forEach(visitor);
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
