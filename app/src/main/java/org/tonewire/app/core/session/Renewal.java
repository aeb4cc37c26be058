package org.tonewire.app.core.session;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.control.ControlMessage.NewSecret;
import org.tonewire.app.core.invite.Invite;
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
import org.tonewire.app.core.trust.OwnerSeal;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.app.core.trust.VerifyCode;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.OwnerHash;

/// Renewed invites. The host hands a new secret over to the others, by the control channels, and
/// signs it as the owner of the room. Each session keeps what is signed by the owner that its
/// invite names, and takes a secret over when the server takes it and the one before no more. Links
/// go on meanwhile. Session thread only.
final class Renewal {
    /// How long a secret waits for control channels that are not open.
    static final Duration HAND_OVER = Duration.ofSeconds(1);

    /// Who is not in the room by the new secret after this time is out.
    static final Duration PROVE = Duration.ofSeconds(10);

    /// When the host is told that the server does not take a secret.
    static final Duration TAKE = Duration.ofSeconds(15);

    /// The owner did not sign it.
    private static final Optional<Problem> FORGED = Optional.of(Problem.of(Reason.SEAL_MISMATCH));

    private final SessionLoop loop;
    private final SessionNetwork network;
    private final Peers peers;
    private final Consumer<SessionEvent> events;
    private final OfferedSecrets offered = new OfferedSecrets();

    /// Whom this host removed, and what it tells them.
    private final Map<IdentityKey, ControlMessage.Removed> removed = new LinkedHashMap<>();

    /// Those who were in the room when the secret changed, and are not seen again.
    private final Set<IdentityKey> unproven = new LinkedHashSet<>();

    /// Those who were not sent the secret that the server takes now.
    private List<IdentityKey> leaving = List.of();

    /// The last secret that this host handed over.
    private @Nullable NewSecret handedOver;

    /// Those who were in the room when it was handed over: who came later, by the secret before,
    /// may be somebody who was removed.
    private List<IdentityKey> receivers = List.of();

    private SessionLoop.@Nullable Timer proving;

    /// Whether the owner says that this participant was removed.
    private boolean toldOfRemoval;

    Renewal(SessionLoop loop, SessionNetwork network, Peers peers, Consumer<SessionEvent> events) {
        this.loop = loop;
        this.network = network;
        this.peers = peers;
        this.events = events;
    }

    /// The host renews the invite, or removes somebody by that.
    void begin(RenewInvite renew) {
        network.request().owner().ifPresent(owner -> begin(renew, owner));
    }

    private void begin(RenewInvite renew, RoomOwner owner) {
        RoomName room = network.request().invite().room();
        renew.removed().ifPresent(who -> remove(who, owner.remove(room, who)));
        List<IdentityKey> present = peers.all().stream().map(Peer::id).toList();
        List<IdentityKey> without = present.stream().filter(removed::containsKey).toList();
        OwnerSeal seal = owner.renew(room, renew.secret(), without);
        NewSecret secret = new NewSecret(renew.secret(), without, seal);
        handedOver = secret;
        receivers = present;
        Optional<Problem> _ = received(secret);
        if (peers.sendToOthers(secret, removed.keySet())) {
            handOver(secret);
        } else {
            loop.after(HAND_OVER, () -> handOver(secret));
        }
    }

    private void remove(IdentityKey who, OwnerSeal seal) {
        ControlMessage.Removed told = new ControlMessage.Removed(seal);
        removed.put(who, told);
        peers.sendTo(who, told);
    }

    private void handOver(NewSecret secret) {
        if (secret.equals(handedOver)) {
            events.accept(new SessionEvent.SecretHandedOver(secret.secret()));
            loop.after(TAKE, () -> takeDue(secret));
        }
    }

    private void takeDue(NewSecret secret) {
        if (secret.equals(handedOver) && !isPresent(secret)) {
            events.accept(new SessionEvent.ProblemOccurred(Problem.of(Reason.INVITE_NOT_RENEWED)));
        }
    }

    /// What a participant is sent whose control channel opens. Who is in by the present secret gets
    /// it too, and knows by its number which renewals are older.
    Optional<ControlMessage> news(IdentityKey to) {
        ControlMessage.@Nullable Removed out = removed.get(to);
        if (out != null) {
            return Optional.of(out);
        }
        return Optional.<ControlMessage>ofNullable(handedOver)
                .filter(_ -> receivers.contains(to) || (isHandedOver() && isNamed(to)));
    }

    /// A participant sent this. It may be false.
    ///
    /// @return what is wrong with it
    Optional<Problem> received(ControlMessage message) {
        return switch (message) {
            case NewSecret secret ->
                    isOwners((owner, room) ->
                            secret.seal().renews(owner, room, secret.secret(), secret.removed()))
                            ? offer(secret)
                            : FORGED;
            case ControlMessage.Removed(OwnerSeal seal) -> {
                boolean isTrue =
                        isOwners((owner, room) ->
                                seal.removes(owner, room, network.identity().key()));
                toldOfRemoval |= isTrue;
                yield isTrue ? Optional.empty() : FORGED;
            }
            case ControlMessage.State _, ControlMessage.Chat _ -> Optional.empty();
        };
    }

    /// Whether the invite names an owner who signed this.
    private boolean isOwners(BiPredicate<OwnerHash, RoomName> signed) {
        Invite invite = network.request().invite();
        return invite.owner().filter(owner -> signed.test(owner, invite.room())).isPresent();
    }

    private Optional<Problem> offer(NewSecret secret) {
        long number = secret.seal().seal().number();
        if (isPresent(secret)) {
            offered.passed(number);
            network.offer(offered.newestFirst());
            return Optional.empty();
        }
        return switch (offered.add(number, secret.secret(), secret.removed())) {
            case NEW -> {
                network.offer(offered.newestFirst());
                yield Optional.empty();
            }
            case KNOWN -> Optional.empty();
            case OLD -> Optional.of(Problem.of(Reason.MESSAGE_REPEATED));
        };
    }

    private boolean isPresent(NewSecret secret) {
        return secret.secret().equals(network.request().invite().secret());
    }

    private boolean isHandedOver() {
        return handedOver != null && isPresent(handedOver);
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
        peers.endGuests();
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
        if (isHandedOver()) {
            receivers = List.of();
        }
        List.copyOf(unproven).forEach(key -> peers.end(key, true));
        unproven.clear();
    }
}
