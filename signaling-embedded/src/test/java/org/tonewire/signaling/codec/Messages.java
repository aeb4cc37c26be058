package org.tonewire.signaling.codec;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.JoinIdentity;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.OwnerSignature;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.RoomState;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.ice.NamedIceServer;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentityProof;
import org.tonewire.signaling.protocol.key.IdentitySignature;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;

/// Samples of every message of the native protocol, with each optional field present and absent.
public final class Messages {
    private static final byte[] BYTES = new byte[32];
    private static final RoomName ROOM = new RoomName("Stüdio 1");
    private static final ParticipantName NAME = new ParticipantName("Ann \uD83C\uDFB8");
    private static final ParticipantId ID = new ParticipantId("a_-9");
    private static final IdentitySignature SIGNATURE = IdentitySignature.of(new byte[64]);
    private static final Identity IDENTITY =
            new Identity(IdentityKey.of(BYTES), IdentityProof.of(BYTES), SIGNATURE);
    private static final JoinIdentity JOINING = new JoinIdentity(IDENTITY, SIGNATURE);
    private static final OwnerSignature OWNER =
            new OwnerSignature(IdentityKey.of(BYTES), SIGNATURE);
    private static final SdpDigest DIGEST = SdpDigest.of("v=0");
    private static final Optional<Seal> SEAL = Optional.of(new Seal(Seal.MAX_NUMBER, SIGNATURE));

    private static final RoomState STATE =
            new RoomState(
                    ROOM,
                    3,
                    Duration.ofDays(30),
                    Optional.of(Duration.ofHours(1)),
                    Optional.of(Duration.ofDays(400)));
    private static final RoomState BARE_STATE =
            new RoomState(ROOM, 0, Duration.ZERO, Optional.empty(), Optional.empty());

    private Messages() {}

    public static List<PeerMessage> peer() {
        return List.of(
                new PeerMessage.Offer("v=0\r\n"),
                new PeerMessage.Answer("v=0\r\n\"quoted\"", Optional.of(DIGEST)),
                new PeerMessage.Answer("v=0\r\n", Optional.empty()),
                new PeerMessage.Candidate(
                        LinkEnd.OWNER, "candidate:1 1 udp 1 ::1 9 typ host", "0", 0),
                new PeerMessage.Candidate(LinkEnd.RECEIVER, "", "audio", 3),
                new PeerMessage.Restart(),
                new PeerMessage.Refuse(DIGEST, "seal-mismatch"));
    }

    public static List<ClientMessage> client() {
        Stream<ClientMessage> own =
                Stream.of(
                        new ClientMessage.Hello(1, "tonewire 0.1"),
                        new ClientMessage.Open(ROOM, NAME, AccessKey.of(BYTES), JOINING),
                        new ClientMessage.Open(
                                ROOM,
                                NAME,
                                AccessKey.of(BYTES),
                                JOINING,
                                Optional.of(OWNER.hash())),
                        new ClientMessage.Own(ROOM, AccessKey.of(BYTES), OWNER),
                        new ClientMessage.Own(
                                ROOM, AccessKey.of(BYTES), OWNER, Optional.of(Duration.ofDays(30))),
                        new ClientMessage.Query(ROOM, JoinProof.of(BYTES), OWNER),
                        new ClientMessage.End(ROOM, JoinProof.of(BYTES), OWNER),
                        new ClientMessage.Enter(ROOM, NAME),
                        new ClientMessage.Join(ROOM, NAME, JoinProof.of(BYTES), JOINING),
                        new ClientMessage.Leave(SEAL),
                        new ClientMessage.Leave(Optional.empty()),
                        new ClientMessage.ToPeer(ID, new PeerMessage.Restart(), Optional.empty()));
        return Stream.concat(
                        own,
                        peer().stream().map(message -> new ClientMessage.ToPeer(ID, message, SEAL)))
                .toList();
    }

    private static final List<NamedIceServer> ICE =
            List.of(
                    new NamedIceServer(List.of("stun:stun.example.org"), Optional.empty()),
                    new NamedIceServer(
                            List.of("turn:turn.example.org", "turns:turn.example.org"),
                            Optional.of(new NamedIceServer.Login("1796054400:ann", "secret"))));

    public static List<ServerMessage> server() {
        ParticipantInfo info = new ParticipantInfo(ID, NAME, Optional.of(IDENTITY));
        ParticipantInfo other = new ParticipantInfo(ID, NAME, Optional.empty());
        Stream<ServerMessage> own =
                Stream.of(
                        new ServerMessage.Challenge(1, "tonewire", Nonce.of(BYTES)),
                        new ServerMessage.Joined(
                                ROOM,
                                info,
                                new ServerMessage.Resumption(6, true),
                                List.of(info, other)),
                        new ServerMessage.Joined(
                                ROOM,
                                other,
                                new ServerMessage.Resumption(0, false),
                                List.of(),
                                ICE),
                        new ServerMessage.IceServers(ICE),
                        new ServerMessage.IceServers(List.of()),
                        new ServerMessage.ParticipantJoined(info),
                        new ServerMessage.ParticipantLeft(ID, LeaveReason.LOST, Optional.empty()),
                        new ServerMessage.ParticipantLeft(ID, LeaveReason.LEFT, SEAL),
                        new ServerMessage.Owned(ROOM),
                        new ServerMessage.Owned(ROOM, Optional.of(Duration.ZERO)),
                        new ServerMessage.RoomInfo(STATE),
                        new ServerMessage.RoomInfo(BARE_STATE),
                        new ServerMessage.Refused(RefusalReason.NO_SUCH_ROOM, "no"),
                        new ServerMessage.Failed(
                                ErrorReason.MISSING_FIELD, "to is missing", Optional.of("to")),
                        new ServerMessage.Failed(
                                ErrorReason.UNKNOWN_TARGET, "gone", Optional.empty()));
        return Stream.concat(
                        own,
                        peer().stream()
                                .map(message -> new ServerMessage.FromPeer(ID, message, SEAL)))
                .toList();
    }

    static List<String> texts() {
        return Stream.concat(
                        client().stream().map(ClientMessageCodec::encode),
                        server().stream().map(ServerMessageCodec::encode))
                .toList();
    }
}
