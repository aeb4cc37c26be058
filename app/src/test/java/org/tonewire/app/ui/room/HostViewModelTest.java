package org.tonewire.app.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.Rooms;
import org.tonewire.app.ui.model.ActiveRoom;
import org.tonewire.app.ui.room.HostViewModel.Question;
import org.tonewire.signaling.protocol.ParticipantName;

class HostViewModelTest {
    private final FakeWorld world = FakeWorld.finding(Rooms.withOthers(2));
    private final List<Invite> invites = new ArrayList<>();

    @Test
    void theInviteIsRenewedOnceTheHostHasSaidSo() {
        RoomViewModel model = room(Optional.of(world.hosting));
        HostViewModel host = model.host().orElseThrow();
        host.askToRenew();
        assertThat(secretsOffered()).isEmpty();

        host.confirm();

        assertThat(host.question().get()).isEmpty();
        RoomSecret secret = secretsOffered().getFirst();
        takes(secret);
        assertThat(model.inviteLink()).isEqualTo(Rooms.INVITE.with(secret).link());
        assertThat(model.roomCode()).isEqualTo(secret.text());
        assertThat(invites).containsExactly(Rooms.INVITE, Rooms.INVITE.with(secret));
        assertThat(model.inviteRenewed().get()).isTrue();
        model.dismissInviteRenewed();
        assertThat(model.inviteRenewed().get()).isFalse();
    }

    @Test
    void theInviteCarriesTheAddressThatIsChosenOrEntered() {
        RoomViewModel model = room(Optional.of(world.hosting));
        HostViewModel host = model.host().orElseThrow();
        assertThat(host.addresses()).startsWith(host.address()).contains("192.0.2.99");

        assertThat(host.advertise("192.0.2.99")).isTrue();
        assertThat(model.inviteLink()).startsWith("https://192.0.2.99:");
        assertThat(host.advertise(" Studio.example.org ")).isTrue();
        assertThat(model.inviteLink()).startsWith("https://studio.example.org:");
        assertThat(host.advertise("192.0.2.7:8443")).isFalse();
        assertThat(host.address()).isEqualTo("studio.example.org");
    }

    @Test
    void aRoomOnThisComputerHasALinkForListeningAtItsAddress() {
        HostViewModel host = room(Optional.of(world.hosting)).host().orElseThrow();

        host.advertise("192.0.2.99");

        assertThat(host.listenLink().orElseThrow().text())
                .startsWith("http://192.0.2.99:")
                .doesNotContain(Rooms.INVITE.secret().text());
    }

    @Test
    void whatTheHostShouldKnowOfTheInviteIsShown() {
        Problem alone = Problem.of(Reason.NO_NETWORK_ADDRESS);
        world.hosting.problem(alone);

        RoomViewModel model = room(Optional.of(world.hosting));

        assertThat(model.problem().get()).contains(alone);
        model.dismissProblem();
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void aServerThatWasMetForTheFirstTimeIsSaidOnceWithItsFingerprint() {
        assertThat(room(Optional.of(world.hosting)).host().orElseThrow().firstPin().get())
                .isEmpty();
        CertificatePin pin = Rooms.INVITE.pin().orElseThrow();
        world.hosting.onFirst(
                new ServerAddress("studio.example.org", 5_509, Optional.of(pin), Optional.empty()));

        HostViewModel host = room(Optional.of(world.hosting)).host().orElseThrow();

        assertThat(host.server()).contains("studio.example.org:5509");
        assertThat(host.firstPin().get().map(FirstPinNotice::groups))
                .contains("AAEC AwQF BgcI CQoL DA0O DxAR EhMU FRYX GBka Gxwd Hh8");
        host.dismissFirstPin();
        assertThat(host.firstPin().get()).isEmpty();
    }

    @Test
    void whoIsAskedCanKeepTheInvite() {
        HostViewModel host = room(Optional.of(world.hosting)).host().orElseThrow();
        host.askToRenew();
        host.cancel();

        assertThat(host.question().get()).isEmpty();
        assertThat(secretsOffered()).isEmpty();
    }

    @Test
    void aParticipantIsRemovedOnceTheHostHasSaidSo() {
        HostViewModel host = room(Optional.of(world.hosting)).host().orElseThrow();
        host.askToRemove(VirtualSession.id(Rooms.id(0)), "Berta");
        assertThat(secretsOffered()).isEmpty();

        host.confirm();

        assertThat(secretsOffered()).hasSize(1);
    }

    @Test
    void nobodyIsAskedAboutSomebodyWhoLeft() {
        HostViewModel host = room(Optional.of(world.hosting)).host().orElseThrow();
        host.askToRemove(VirtualSession.id(Rooms.id(1)), "Carlos");
        world.room().leaves(Rooms.id(0));
        assertThat(host.question().get())
                .contains(new Question.Remove(VirtualSession.id(Rooms.id(1)), "Carlos"));

        world.room().leaves(Rooms.id(1));

        assertThat(host.question().get()).isEmpty();
    }

    @Test
    void whoIsNotTheHostCanDoNeitherAndIsShownTheNewInvite() {
        RoomViewModel model = room(Optional.empty());
        Invite before = world.session().snapshot().invite();

        assertThat(model.host()).isEmpty();
        takes(RoomSecret.parse("AQECAwQFBgcICQoLDA0ODw").orElseThrow());

        assertThat(invites).first().isEqualTo(before);
        assertThat(model.inviteLink()).contains("AQECAwQFBgcICQoLDA0ODw");
    }

    /// The server takes this secret now.
    private void takes(RoomSecret secret) {
        world.hosting.renew(secret);
        Invite before = world.session().snapshot().invite();
        world.room()
                .says(
                        new SignalingEvent.Renewed(
                                JoinRequest.of(before, new ParticipantName("Ann")).by(secret)));
    }

    private List<RoomSecret> secretsOffered() {
        return world.room().channel.offered();
    }

    private RoomViewModel room(Optional<Hosting> hosting) {
        RoomViewModel model =
                new RoomViewModel(
                        new ActiveRoom(world.session(), hosting),
                        world.deviceModel(),
                        world.settings(),
                        world.threads,
                        world.wording,
                        () -> {});
        model.onInviteChanged((before, now) -> {
            invites.add(before);
            invites.add(now);
        });
        return model;
    }
}
