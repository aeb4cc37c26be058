package org.tonewire.app.simulation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.trust.QuickIdentity;
import org.tonewire.app.fake.FakeDescription;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.ServerMessage.FromPeer;
import org.tonewire.signaling.protocol.key.IdentitySignature;

/// Makes up people, messages and seals, from what was seen of others.
final class Forger {
    private static final RoomName OTHER_ROOM = new RoomName("another room");
    private static final int SIGNATURE_BYTES = 64;

    /// No link has such a number.
    private static final int FIRST_END = 0x7FF0_0000;

    private static final int MAX_ENDS = 1_000;
    private static final int MAX_TRACKS = 50;

    /// Made up in one history.
    private static final int MAX_MEMBERS = 24;

    private final Random random;
    private final SimServer server;
    private final SimWatch watch;
    private final boolean hasKeys;
    private int ends;
    private int members;

    /// @param hasKeys whether a member gave it the keys of the room, so that it can make up members
    Forger(Random random, SimServer server, SimWatch watch, boolean hasKeys) {
        this.random = random;
        this.server = server;
        this.watch = watch;
        this.hasKeys = hasKeys;
    }

    /// Somebody who is not there.
    ParticipantInfo person(ParticipantId address, Map<ParticipantId, ParticipantInfo> known) {
        if (hasKeys && random.nextInt(4) == 0 && members++ < MAX_MEMBERS) {
            return member(address);
        }
        ParticipantName name = new ParticipantName("Nobody " + random.nextInt(40));
        Identity stranger = new QuickIdentity(server.nextSession(), OTHER_ROOM).named(name);
        Optional<Identity> identity =
                anyIdentity(known.values())
                        .map(copied ->
                                switch (random.nextInt(3)) {
                                    case 0 -> copied;
                                    case 1 -> QuickIdentity.mixed(stranger, copied);
                                    default -> QuickIdentity.mixed(copied, stranger);
                                });
        return new ParticipantInfo(
                address,
                name,
                switch (random.nextInt(3)) {
                    case 0 -> Optional.empty();
                    case 1 -> Optional.of(stranger);
                    default -> identity;
                });
    }

    /// Somebody who passes for a member.
    private ParticipantInfo member(ParticipantId address) {
        long number = server.nextSession();
        ParticipantName name = new ParticipantName("Guest " + number);
        QuickIdentity made = new QuickIdentity(number, SimPerson.ROOM);
        watch.invented(made.key());
        return new ParticipantInfo(address, name, Optional.of(made.named(name)));
    }

    private Optional<Identity> anyIdentity(Collection<ParticipantInfo> known) {
        List<Identity> all = known.stream().flatMap(info -> info.identity().stream()).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    /// Any message, as if somebody meant it.
    PeerMessage message() {
        return switch (random.nextInt(6)) {
            case 0 -> new PeerMessage.Offer(sdp());
            case 1 -> new PeerMessage.Answer(sdp(), Optional.of(SdpDigest.of(sdp())));
            case 2, 3 -> candidate();
            case 4 -> new PeerMessage.Restart();
            default -> new PeerMessage.Refuse(SdpDigest.of(sdp()), "seal-mismatch");
        };
    }

    PeerMessage.Candidate candidate() {
        LinkEnd sender = random.nextBoolean() ? LinkEnd.OWNER : LinkEnd.RECEIVER;
        String text = (FIRST_END + random.nextInt(MAX_ENDS)) + "." + random.nextInt(MAX_ENDS);
        return new PeerMessage.Candidate(sender, text, "0", 0);
    }

    /// A description of a link that there is not, or any other text.
    String sdp() {
        if (random.nextInt(5) == 0) {
            return "v=0\r\nm=audio 9 RTP/AVP " + random.nextInt(128);
        }
        int count = random.nextInt(random.nextInt(10) == 0 ? MAX_TRACKS : 3);
        List<TrackId> tracks =
                random.ints(count, 0, MAX_TRACKS)
                        .mapToObj(number -> new TrackId("track" + number))
                        .toList();
        int end = FIRST_END + ends++ % MAX_ENDS;
        return new FakeDescription(end, 1 + random.nextInt(3), 0, Optional.empty(), tracks).sdp();
    }

    /// None, one of another message, or one that nobody made.
    Optional<Seal> seal(List<FromPeer> letters) {
        return switch (random.nextInt(3)) {
            case 0 -> Optional.empty();
            case 1 ->
                    letters.isEmpty()
                            ? Optional.empty()
                            : letters.get(random.nextInt(letters.size())).seal();
            default -> {
                byte[] signature = new byte[SIGNATURE_BYTES];
                random.nextBytes(signature);
                long number = random.nextBoolean() ? Seal.MAX_NUMBER : 1 + random.nextInt(1_000);
                yield Optional.of(new Seal(number, IdentitySignature.of(signature)));
            }
        };
    }

    /// The same message with something else in it.
    FromPeer changed(FromPeer letter) {
        return switch (random.nextInt(4)) {
            case 0 -> new FromPeer(letter.from(), letter.message(), Optional.empty());
            case 1 ->
                    new FromPeer(
                            letter.from(),
                            letter.message(),
                            letter.seal().map(Forger::otherNumber));
            default -> new FromPeer(letter.from(), changedMessage(letter.message()), letter.seal());
        };
    }

    private static Seal otherNumber(Seal seal) {
        return new Seal(1 + seal.number() % 1_000, seal.signature());
    }

    private PeerMessage changedMessage(PeerMessage message) {
        return switch (message) {
            case PeerMessage.Offer(String sdp) -> new PeerMessage.Offer(changedSdp(sdp));
            case PeerMessage.Answer(String sdp, var offer) ->
                    random.nextBoolean()
                            ? new PeerMessage.Answer(changedSdp(sdp), offer)
                            : new PeerMessage.Answer(sdp, Optional.of(SdpDigest.of(sdp)));
            case PeerMessage.Candidate(var sender, String text, String mid, int index) ->
                    random.nextBoolean()
                            ? new PeerMessage.Candidate(
                                    sender == LinkEnd.OWNER ? LinkEnd.RECEIVER : LinkEnd.OWNER,
                                    text,
                                    mid,
                                    index)
                            : new PeerMessage.Candidate(sender, text, mid + "1", index + 1);
            case PeerMessage.Restart() -> new PeerMessage.Refuse(SdpDigest.of(""), "seal-mismatch");
            case PeerMessage.Refuse _ -> new PeerMessage.Restart();
        };
    }

    /// A line less, a section more, or another fingerprint.
    private String changedSdp(String sdp) {
        List<String> lines = sdp.lines().toList();
        return switch (random.nextInt(3)) {
            case 0 -> String.join("\r\n", lines.subList(0, Math.max(1, lines.size() - 1)));
            case 1 -> sdp + "\r\nm=audio 9 RTP/AVP 0";
            default -> sdp.replace("sha-256 ", "sha-256 00:");
        };
    }
}
