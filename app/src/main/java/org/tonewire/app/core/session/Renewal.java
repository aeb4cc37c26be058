package org.tonewire.app.core.session;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.control.ControlMessage.NewSecret;
import org.tonewire.app.core.invite.OfferedSecrets;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.peer.Peer;
import org.tonewire.app.core.peer.Peers;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionCommand.RenewInvite;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.trust.VerifyCode;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Renewed invites. The host hands a new secret over to the others, by the control channels. Each
/// session keeps what it is sent, and takes a secret over when the server takes it and the one
/// before no more. Links go on meanwhile. Session thread only.
final class Renewal {
    /// How long a secret waits for control channels that are not open.
    static final Duration HAND_OVER = Duration.ofSeconds(1);

    /// Who is not in the room by the new secret after this time is out.
    static final Duration PROVE = Duration.ofSeconds(10);

    private final SessionLoop loop;
    private final SessionNetwork network;
    private final Peers peers;
    private final Consumer<SessionEvent> events;
    private final OfferedSecrets offered = new OfferedSecrets();

    /// Whom this host removed.
    private final Set<IdentityKey> removed = new LinkedHashSet<>();

    /// Those who were in the room when the secret changed, and are not seen again.
    private final Set<IdentityKey> unproven = new LinkedHashSet<>();

    /// Those who were not sent the secret that the server takes now.
    private List<IdentityKey> leaving = List.of();

    private @Nullable NewSecret handedOver;

    /// Those who were in the room when it was handed over: who came later, by the secret before,
    /// may be somebody who was removed.
    private List<IdentityKey> receivers = List.of();

    private SessionLoop.@Nullable Timer proving;

    /// Whether somebody says that this participant was removed.
    private boolean toldOfRemoval;

    Renewal(SessionLoop loop, SessionNetwork network, Peers peers, Consumer<SessionEvent> events) {
        this.loop = loop;
        this.network = network;
        this.peers = peers;
        this.events = events;
    }

    /// The host renews the invite, or removes somebody by that.
    void begin(RenewInvite renew) {
        renew.removed().ifPresent(this::remove);
        List<IdentityKey> present = peers.all().stream().map(Peer::id).toList();
        NewSecret secret =
                new NewSecret(renew.secret(), present.stream().filter(removed::contains).toList());
        handedOver = secret;
        receivers = present;
        offer(network.identity().key(), secret);
        if (peers.sendToOthers(secret, removed)) {
            handOver(secret);
        } else {
            loop.after(HAND_OVER, () -> handOver(secret));
        }
    }

    private void remove(IdentityKey who) {
        removed.add(who);
        peers.sendTo(who, new ControlMessage.Removed());
    }

    private void handOver(NewSecret secret) {
        if (secret.equals(handedOver)) {
            events.accept(new SessionEvent.SecretHandedOver(secret.secret()));
        }
    }

    /// What a participant is sent whose control channel opens.
    Optional<ControlMessage> news(IdentityKey to) {
        if (removed.contains(to)) {
            return Optional.of(new ControlMessage.Removed());
        }
        return receivers.contains(to) ? Optional.ofNullable(handedOver) : Optional.empty();
    }

    /// A participant sent this. It may be false.
    void received(IdentityKey from, ControlMessage message) {
        switch (message) {
            case NewSecret secret -> offer(from, secret);
            case ControlMessage.Removed() -> toldOfRemoval = true;
            case ControlMessage.State _, ControlMessage.Chat _ -> {}
        }
    }

    private void offer(IdentityKey from, NewSecret secret) {
        if (!isPresent(secret) && offered.add(from, secret.secret(), secret.removed())) {
            network.offer(offered.newestFirst());
        }
    }

    private boolean isPresent(NewSecret secret) {
        return secret.secret().equals(network.request().invite().secret());
    }

    /// The problem as it is told: only whom the server refuses may be removed.
    Problem told(Problem refusal) {
        return toldOfRemoval && refusal.reason() == Reason.INVITE_RENEWED
                ? Problem.of(Reason.REMOVED)
                : refusal;
    }

    /// The server takes this secret now, and let this participant in by it.
    void renewed(JoinRequest by) {
        network.renewed(by);
        toldOfRemoval = false;
        RoomSecret secret = by.invite().secret();
        unproven.clear();
        peers.all().forEach(peer -> unproven.add(peer.id()));
        leaving = offered.take(secret);
        network.offer(offered.newestFirst());
        if (proving != null) {
            proving.cancel();
        }
        proving = loop.after(PROVE, this::proofsDue);
        events.accept(new SessionEvent.InviteChanged(by.invite(), codes()));
    }

    private Map<IdentityKey, VerifyCode> codes() {
        Map<IdentityKey, VerifyCode> codes = new LinkedHashMap<>();
        for (RemoteParticipant each : peers.view()) {
            codes.put(each.id(), each.code());
        }
        return codes;
    }

    /// The server named participants, or let this one in: ends the links with those who were
    /// removed.
    void participantsNamed() {
        unproven.removeIf(this::isNamed);
        leaving.stream().filter(key -> !isNamed(key)).forEach(key -> peers.end(key, false));
        leaving = List.of();
    }

    /// Names that came before the secret changed do not count any more.
    private boolean isNamed(IdentityKey key) {
        return network.addresses().of(key).isPresent();
    }

    private void proofsDue() {
        if (handedOver != null && isPresent(handedOver)) {
            handedOver = null;
        }
        List.copyOf(unproven).forEach(key -> peers.end(key, true));
        unproven.clear();
    }
}
