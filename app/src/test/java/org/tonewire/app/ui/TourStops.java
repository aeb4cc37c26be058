package org.tonewire.app.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.RoomPlace;
import org.tonewire.app.core.host.RoomServers.Answer;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceServer;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.app.shell.KnownRooms;
import org.tonewire.app.shell.NearbyRoom;
import org.tonewire.app.shell.StoredRoom;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.app.shell.keys.TalkMode;
import org.tonewire.app.shell.keys.TalkSettings;
import org.tonewire.app.shell.server.KnownServer;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.shell.settings.DesktopSettings;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.shell.settings.SoundSettings;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.Flow;
import org.tonewire.app.ui.fake.FullRoom;
import org.tonewire.app.ui.fake.Rooms;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.RoomState;

/// What the tour shows.
final class TourStops {
    private static final WindowIntent JOIN = intent(new WindowIntent.Join(Rooms.INVITE));
    static final WindowIntent HOST =
            intent(
                    new WindowIntent.Host(
                            new HostRequest(
                                    Rooms.INVITE.room(),
                                    Rooms.INVITE.secret(),
                                    0,
                                    Optional.empty())));

    private static final ServerAddress SERVER =
            new ServerAddress(
                    "studio.example.org", 8_443, Optional.empty(), Optional.of("for ada"));
    private static final HostRequest REQUEST_ON_SERVER =
            new HostRequest(
                    Rooms.INVITE.room(), Rooms.INVITE.secret(), new RoomPlace.OnServer(SERVER));
    private static final WindowIntent ON_SERVER = intent(new WindowIntent.Host(REQUEST_ON_SERVER));

    private static final WindowIntent STAYING =
            intent(
                    new WindowIntent.Host(
                            REQUEST_ON_SERVER.at(
                                    new RoomPlace.OnServer(
                                            SERVER, Optional.of(Duration.ofDays(30))))));

    private TourStops() {}

    static List<TourStop> all() {
        return Stream.of(outside(), rooms()).flatMap(List::stream).toList();
    }

    private static List<TourStop> outside() {
        return List.of(
                TourStop.of("welcome", TourStops::newcomer, WindowIntent.NONE),
                TourStop.of("start-nearby", TourStops::nearby, WindowIntent.NONE)
                        .then(TourStops::choose)
                        .sized(1_240, 1_160),
                TourStop.of("start-first", FakeWorld::new, WindowIntent.NONE),
                TourStop.of("start-known", TourStops::known, WindowIntent.NONE)
                        .then(TourStops::wrong),
                TourStop.of("start-invite", TourStops::certificateChanged, ON_SERVER)
                        .then((scene, world) -> type(scene, world, "start.invite", Rooms.LINK)),
                TourStop.of("start-owned", TourStops::owned, STAYING).sized(1_240, 1_160),
                TourStop.of("start-joining", TourStops::waiting, JOIN),
                TourStop.of("start-opening", TourStops::waiting, HOST),
                TourStop.of("start-problem", TourStops::portTaken, HOST),
                TourStop.of("settings-end", TourStops::known, WindowIntent.NONE)
                        .then(TourStops::settingsEnd),
                TourStop.of("settings-talk", TourStops::talking, WindowIntent.NONE)
                        .then(TourStops::settingsTalk),
                TourStop.of("settings-servers", TourStops::unusable, WindowIntent.NONE)
                        .then(TourStops::settingsServers),
                pressed("settings", "settings.tip"));
    }

    private static List<TourStop> rooms() {
        return List.of(
                TourStop.of("room-empty", TourStops::metServer, HOST),
                TourStop.of("room-full", () -> FakeWorld.finding(FullRoom.everything()), HOST),
                TourStop.of("room-tracks", () -> FakeWorld.finding(Rooms.withOthers(5)), JOIN),
                TourStop.of("room-talk", TourStops::talking, HOST),
                TourStop.of("room-small", () -> FakeWorld.finding(FullRoom.everything()), HOST)
                        .sized(880, 560),
                TourStop.of("room-chat", () -> FakeWorld.finding(FullRoom.everything()), HOST)
                        .then(TourStops::chat),
                TourStop.of("room-stats", () -> FakeWorld.finding(FullRoom.everything()), HOST)
                        .then(TourStops::stats),
                TourStop.of("room-lost", () -> FakeWorld.finding(FullRoom.everything()), JOIN)
                        .then((_, world) -> lost(world)),
                TourStop.of("room-close", () -> FakeWorld.finding(FullRoom.everything()), HOST)
                        .then((scene, world) -> press(scene, world, "room.close")),
                TourStop.of("room-remove", () -> FakeWorld.finding(FullRoom.everything()), HOST)
                        .then(TourStops::remove),
                TourStop.of("room-renewed", () -> FakeWorld.finding(FullRoom.everything()), HOST)
                        .then((_, world) -> renewed(world)),
                TourStop.of("room-record", () -> FakeWorld.finding(FullRoom.everything()), HOST)
                        .then((scene, world) -> press(scene, world, "record.start")),
                TourStop.of("room-recorded", () -> FakeWorld.finding(FullRoom.everything()), HOST)
                        .then((_, world) -> recorded(world)),
                TourStop.of("room-comers", () -> FakeWorld.finding(Rooms.withOthers(4)), JOIN)
                        .then((_, world) -> comers(world)),
                TourStop.of("room-add", FakeWorld::new, HOST)
                        .then((scene, _) -> ((MenuButton) scene.lookup(".add-source")).show()),
                TourStop.of("room-qr", FakeWorld::new, HOST)
                        .then((scene, world) -> press(scene, world, "invite.qr")),
                pressed("help", "help.tip"));
    }

    private static TourStop pressed(String name, String button) {
        return TourStop.of(name, TourStops::known, WindowIntent.NONE)
                .then((scene, world) -> press(scene, world, button));
    }

    private static WindowIntent intent(WindowIntent.Action action) {
        return new WindowIntent(
                action,
                Optional.of(new ParticipantName("Ada")),
                Optional.of(new OutputChoice.SystemDefault()),
                List.of());
    }

    private static FakeWorld known() {
        FakeWorld world = new FakeWorld();
        IceServer.Login login = new IceServer.Login("ada", "secret");
        List<IceServer> servers =
                List.of(
                        new IceServer("stun:stun.example.org:3478", Optional.empty()),
                        new IceServer("turn:turn.example.org", Optional.of(login)));
        String other =
                Rooms.LINK
                        .replace("Sunday%20rehearsal", "Radio")
                        .replace("192.168.1.20", "radio.example.org");
        world.store.with(
                new Settings(
                        Optional.of(new ParticipantName("Ada Lovelace")),
                        Appearance.DEFAULT,
                        SoundSettings.DEFAULT,
                        new IceSettings(servers, false, 0, 0),
                        4_433,
                        DesktopSettings.DEFAULT.withWelcomed(true)));
        Instant evening = Instant.parse("2026-11-21T20:00:00Z");
        for (String server :
                List.of("10.0.0.7:8443", "radio.example.org", "[2001:db8::7]", "b:1")) {
            world.servers.save(new KnownServer(ServerAddress.parse(server).orElseThrow(), evening));
        }
        Invite radio = InviteLink.parse(other).orElseThrow();
        world.rooms.with(
                KnownRooms.NONE
                        .joined(radio, evening)
                        .toggled(radio)
                        .joined(Rooms.INVITE, evening));
        return world;
    }

    private static FakeWorld talking() {
        FakeWorld world =
                FakeWorld.finding(room -> {
                    Rooms.addMicrophone(room);
                    Rooms.withOthers(1).accept(room);
                });
        Settings settings = world.store.load();
        TalkSettings hold = TalkSettings.DEFAULT.withMode(TalkMode.HOLD);
        world.store.with(settings.withDesktop(settings.desktop().withTalk(hold)));
        return world;
    }

    private static void settingsTalk(Scene scene, FakeWorld world) {
        press(scene, world, "settings.tip");
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        ((ScrollPane) scene.lookup(".edge-to-edge")).setVvalue(0.4);
    }

    private static FakeWorld unusable() {
        FakeWorld world = known();
        List<IceServer> servers =
                List.of(
                        new IceServer("stun:stun.example.org:3478", Optional.empty()),
                        new IceServer("turn:turn.example.org", Optional.empty()),
                        new IceServer("stun:127.0.0.1:99999", Optional.empty()),
                        new IceServer("http://example.org", Optional.empty()));
        Settings settings = world.store.load();
        world.store.with(settings.withIce(new IceSettings(servers, true, 0, 0)));
        return world;
    }

    private static void settingsServers(Scene scene, FakeWorld world) {
        press(scene, world, "settings.tip");
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        ((ScrollPane) scene.lookup(".edge-to-edge")).setVvalue(0.62);
    }

    private static FakeWorld newcomer() {
        FakeWorld world = new FakeWorld();
        world.store.with(Settings.DEFAULT);
        return world;
    }

    private static FakeWorld nearby() {
        FakeWorld world = known();
        NearbyRoom first = NearbyRoom.of(Rooms.INVITE);
        world.nearby.see(
                first,
                new NearbyRoom(
                        new RoomName("Studio B"), "10.0.0.7", 4_433, first.pin(), first.owner()));
        return world;
    }

    private static void choose(Scene scene, FakeWorld world) {
        String choose = world.wording.text("start.nearby.choose", "Studio B", "10.0.0.7:4433");
        named(scene, choose, ButtonBase.class).fire();
    }

    /// Neither the invite nor the server can be read.
    private static void wrong(Scene scene, FakeWorld world) {
        type(scene, world, "start.invite", "https://192.168.1.20/r/x");
        press(scene, world, "start.place.server");
        type(scene, world, "start.server", "studio.example.org#f=x");
    }

    private static FakeWorld certificateChanged() {
        FakeWorld world = known();
        world.hostOutcome =
                new HostOutcome.Failed(
                        new Problem(Reason.SERVER_CERTIFICATE_CHANGED, SERVER.authority()));
        return world;
    }

    /// Rooms that stay on servers, and another one that its server does not take.
    private static FakeWorld owned() {
        FakeWorld world = certificateChanged();
        for (String name : List.of("Choir", "Sunday rehearsal", "Radio")) {
            RoomPlace staying = new RoomPlace.OnServer(SERVER, Optional.of(Duration.ofDays(30)));
            world.hostedRooms.save(
                    new StoredRoom(
                            name,
                            new HostRequest(new RoomName(name), Rooms.INVITE.secret(), staying)
                                    .ownedBy(RoomOwner.create()),
                            StoredRoom.Use.ONCE,
                            Instant.EPOCH,
                            false));
        }
        for (int people : List.of(3, 0)) {
            world.roomServers
                    .states()
                    .add(
                            new Answer.Shown(
                                    new RoomState(
                                            new RoomName("x"),
                                            people,
                                            Duration.ofDays(30),
                                            Optional.of(Duration.ofDays(29))
                                                    .filter(_ -> people == 0),
                                            Optional.of(Duration.ofDays(2)))));
        }
        return world;
    }

    private static FakeWorld metServer() {
        FakeWorld world = new FakeWorld();
        world.hosting.onFirst(SERVER.pinned(Rooms.INVITE.pin().orElseThrow()));
        return world;
    }

    private static FakeWorld waiting() {
        Problem problem = new Problem(Reason.HOST_UNREACHABLE, "192.168.1.20:45113");
        return FakeWorld.finding(
                room -> room.says(new SignalingEvent.Lost(problem, Duration.ofSeconds(3))));
    }

    private static FakeWorld portTaken() {
        FakeWorld world = known();
        world.hostOutcome = new HostOutcome.Failed(new Problem(Reason.PORT_IN_USE, "4433"));
        HostRequest before =
                new HostRequest(
                        Rooms.INVITE.room(), Rooms.INVITE.secret(), 4_433, Optional.empty());
        world.hostedRooms.save(
                new StoredRoom("before", before, StoredRoom.Use.ONCE, Instant.now(), false));
        world.hostedRooms.save(
                new StoredRoom("on", REQUEST_ON_SERVER, StoredRoom.Use.ONCE, Instant.now(), false));
        return world;
    }

    private static void remove(Scene scene, FakeWorld world) {
        String name = world.session().snapshot().participants().getFirst().name();
        named(scene, world.wording.text("person.remove", name), ButtonBase.class).fire();
    }

    private static void renewed(FakeWorld world) {
        RoomSecret secret = RoomSecret.parse("AQECAwQFBgcICQoLDA0ODw").orElseThrow();
        JoinRequest before = JoinRequest.of(Rooms.INVITE, new ParticipantName("Ada"));
        world.room().says(new SignalingEvent.Renewed(before.by(secret)));
    }

    private static void recorded(FakeWorld world) {
        world.room().submit(new SessionCommand.StartRecording(world.folders.recordings()));
        world.room().submit(new SessionCommand.StopRecording());
        world.launches.start(InviteLink.parse(Rooms.LINK.replace("Sunday%20rehearsal", "Radio")));
    }

    private static void chat(Scene scene, FakeWorld world) {
        press(scene, world, "chat.title");
        world.room().control(Rooms.id(0), chat("Can you play it once more, a little slower?"));
        world.room().submit(new SessionCommand.SendChat("Sure, from bar 12"));
        world.room()
                .control(
                        Rooms.id(1),
                        chat(
                                "Your violin is great today. I hear every bow change, even over this line."));
    }

    private static ControlMessage chat(String text) {
        return new ControlMessage.Chat(text);
    }

    private static void stats(Scene scene, FakeWorld world) {
        press(scene, world, "stats.title");
        Flow.through(world.room());
    }

    private static void settingsEnd(Scene scene, FakeWorld world) {
        press(scene, world, "settings.tip");
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        ((ScrollPane) scene.lookup(".edge-to-edge")).setVvalue(1);
    }

    private static void comers(FakeWorld world) {
        for (String name : List.of("Zoe", "Yann", "Xaver")) {
            world.room().enters(name);
        }
        world.room().leaves(Rooms.id(3));
    }

    private static void lost(FakeWorld world) {
        Problem problem = new Problem(Reason.CONNECTION_LOST, "192.168.1.20:45113");
        world.room().says(new SignalingEvent.Lost(problem, Duration.ofSeconds(4)));
        world.room().receiveLink(Rooms.id(1)).fails(ExchangeStage.TAKE_OFFER);
    }

    static void type(Scene scene, FakeWorld world, String key, String text) {
        named(scene, world.wording.text(key), TextField.class).setText(text);
    }

    private static void press(Scene scene, FakeWorld world, String key) {
        named(scene, world.wording.text(key), ButtonBase.class).fire();
    }

    static <T extends Node> T named(Scene scene, String name, Class<T> kind) {
        for (Node node : scene.getRoot().lookupAll("*")) {
            boolean labelled = node instanceof ButtonBase button && button.getText().equals(name);
            if (kind.isInstance(node) && (labelled || name.equals(node.getAccessibleText()))) {
                return kind.cast(node);
            }
        }
        throw new IllegalStateException("nothing is called " + name);
    }
}
