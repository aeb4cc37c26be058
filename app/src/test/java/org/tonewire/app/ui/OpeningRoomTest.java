package org.tonewire.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.Rooms;
import org.tonewire.signaling.protocol.ParticipantName;

/// The start screen while a room is being opened or entered.
class OpeningRoomTest {
    private static final CertificatePin PIN = Rooms.INVITE.pin().orElseThrow();

    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void whileItsHostOpensARoomNothingMoves() {
        try (TourWindow window = open()) {
            Map<Node, String> before = places(window);

            press(window, "start.host");

            assertThat(texts(window))
                    .contains("Opening the room\u2026")
                    .doesNotContain("Joining\u2026");
            assertThat(places(window)).isEqualTo(before);
            press(window, "start.cancel");
            assertThat(places(window)).isEqualTo(before);
            assertThat(texts(window)).doesNotContain("Opening the room\u2026");
        }
    }

    @Test
    void whileARoomIsJoinedNothingMoves() {
        try (TourWindow window = open()) {
            Map<Node, String> before = places(window);

            press(window, "start.join");

            assertThat(texts(window))
                    .contains("Joining\u2026")
                    .doesNotContain("Opening the room\u2026");
            assertThat(places(window)).isEqualTo(before);
        }
    }

    @Test
    void aSecondAttemptMovesNothingEither() {
        try (TourWindow window = open()) {
            FakeWorld world = window.world();
            HostOutcome works = world.hostOutcome;
            world.hostOutcome = new HostOutcome.Failed(new Problem(Reason.PORT_IN_USE, "4433"));
            press(window, "start.host");
            Map<Node, String> before = places(window);

            world.hostOutcome = works;
            press(window, "start.host");

            assertThat(texts(window)).contains("Opening the room\u2026");
            assertThat(places(window)).isEqualTo(before);
        }
    }

    @Test
    void aHostWhoWaitsIsToldWhyAndStillOpens() {
        try (TourWindow window = open()) {
            press(window, "start.host");

            TourWindow.fx(() -> window.world().room().losesTheServer());
            window.settle();

            assertThat(texts(window))
                    .contains("Opening the room\u2026")
                    .contains(window.world().wording.problem(Problem.of(Reason.CONNECTION_LOST)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ROOM_TAKEN, Room name",
        "SERVER_UNREACHABLE, Server",
        "SERVER_CERTIFICATE_UNKNOWN, Server",
        "SERVER_TOKEN_MISSING, Token of the server",
        "NO_NETWORK_ADDRESS, Open the room",
    })
    void afterAFailureTheFocusIsWhereItCanBeMended(Reason reason, String control) {
        try (TourWindow window = open()) {
            window.world().hostOutcome =
                    new HostOutcome.Failed(new Problem(reason, "https://h:5509/"));
            press(window, "start.place.server");
            TourWindow.fx(
                    () -> TourStops.type(window.scene(), window.world(), "start.server", "h:5509"));

            press(window, "start.host");

            assertThat(focused(window)).isEqualTo(control);
        }
    }

    @Test
    void whileARoomIsOpenedTheFocusIsOnCancelAndThenWhereItWas() {
        try (TourWindow window = open()) {
            press(window, "start.host");
            assertThat(focused(window)).isEqualTo("Cancel");

            press(window, "start.cancel");
            assertThat(focused(window)).isEqualTo("Open the room");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_CERTIFICATE_UNKNOWN, start.server.take",
        "SERVER_CERTIFICATE_CHANGED, start.server.forget",
    })
    void aButtonThatIsGoneWithItsMessageLeavesTheFocusAtItsField(Reason reason, String key) {
        try (TourWindow window = open()) {
            String address = ServerAddress.parse("h:1").orElseThrow().pinned(PIN).link();
            window.world().hostOutcome = new HostOutcome.Failed(new Problem(reason, address));
            press(window, "start.place.server");
            TourWindow.fx(
                    () -> TourStops.type(window.scene(), window.world(), "start.server", "h:1"));
            press(window, "start.host");

            press(window, key);

            assertThat(focused(window)).isEqualTo("Server");
            assertThat(texts(window)).doesNotContain(window.world().wording.text(key));
        }
    }

    @Test
    void whoGoesElsewhereMeanwhileStaysThere() {
        try (TourWindow window = open()) {
            press(window, "start.host");
            TourWindow.fx(() -> {
                TextField invite =
                        TourStops.named(
                                window.scene(),
                                window.world().wording.text("start.invite"),
                                TextField.class);
                invite.requestFocus();
            });

            fire(window, "start.cancel");

            assertThat(focused(window)).isEqualTo("Invite");
        }
    }

    @ParameterizedTest
    @CsvSource({"false, room.close", "true, room.leave"})
    void theButtonSaysWhetherTheRoomClosesWithItsHost(boolean stays, String key) {
        FakeWorld world = new FakeWorld();
        Hosting hosting = stays ? world.hosting.staying() : world.hosting;
        world.hostOutcome = new HostOutcome.Started(hosting);
        TourStop stop = TourStop.of("room", () -> world, TourStops.HOST);
        try (TourWindow window = new TourWindow(stop, Appearance.DEFAULT)) {
            List<String> ends =
                    Stream.of("room.close", "room.leave").map(world.wording::text).toList();

            assertThat(texts(window))
                    .filteredOn(ends::contains)
                    .containsOnly(world.wording.text(key));
        }
    }

    private static String focused(TourWindow window) {
        List<String> names = new ArrayList<>();
        TourWindow.fx(() -> {
            Node owner = window.scene().getFocusOwner();
            boolean says = owner instanceof ButtonBase button && !button.getText().isBlank();
            names.add(
                    says
                            ? ((ButtonBase) owner).getText()
                            : owner == null ? "nothing" : owner.getAccessibleText());
        });
        return names.getFirst();
    }

    private static TourWindow open() {
        FakeWorld world = FakeWorld.finding(Rooms.unanswered());
        world.store.with(world.store.load().withName(Optional.of(new ParticipantName("Ada"))));
        TourStop stop =
                TourStop.of("start", () -> world, WindowIntent.NONE)
                        .then((scene, w) -> TourStops.type(scene, w, "start.invite", Rooms.LINK));
        return new TourWindow(stop, Appearance.DEFAULT);
    }

    /// As a person does who has gone to the button.
    private static void press(TourWindow window, String key) {
        TourWindow.fx(() -> button(window, key).requestFocus());
        fire(window, key);
    }

    private static void fire(TourWindow window, String key) {
        TourWindow.fx(() -> button(window, key).fire());
        window.settle();
    }

    private static ButtonBase button(TourWindow window, String key) {
        String words = window.world().wording.text(key);
        return Nodes.seen(window.scene().getRoot())
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(button -> words.equals(button.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<Node, String> places(TourWindow window) {
        Map<Node, String> places = new LinkedHashMap<>();
        TourWindow.fx(() ->
                all(window.scene().getRoot())
                        .filter(node -> Nodes.isWithin(node, "start-content"))
                        .filter(node -> !Nodes.isWithin(node, "under-way"))
                        .filter(OpeningRoomTest::isOurs)
                        .forEach(node ->
                                places.put(
                                        node,
                                        node.localToScene(node.getLayoutBounds()).toString())));
        return places;
    }

    /// Those that we lay out, seen or not, without the insides of controls.
    private static boolean isOurs(Node node) {
        return node.isManaged() && !(node.getParent() instanceof Control);
    }

    private static Stream<String> textsOf(Node root) {
        return Nodes.seen(root)
                .filter(Labeled.class::isInstance)
                .map(node -> String.valueOf(((Labeled) node).getText()));
    }

    private static List<String> texts(TourWindow window) {
        List<String> texts = new ArrayList<>();
        TourWindow.fx(() -> textsOf(window.scene().getRoot()).forEach(texts::add));
        return texts;
    }

    private static Stream<Node> all(Node node) {
        return Stream.concat(
                Stream.of(node),
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(OpeningRoomTest::all)
                        : Stream.empty());
    }
}
