package org.tonewire.app.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.tonewire.app.fake.FakeSendLink;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.Base64Url;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Somebody with the invite, whose session is as that of the others, and who sends what no session
/// sends besides, with valid seals or without.
final class HostileMember {
    private static final int MAX_FLOOD = 200;
    private static final int MAX_TEXTS = 50;
    private static final int MAX_NAME = 200;

    private final SimPerson self;
    private final SimServer server;
    private final Random random;
    private final Forger forger;

    /// What it can do at any time.
    private enum Trick {
        SEALED,
        UNSEALED,
        UNDER_THE_HIGHEST_NUMBER,
        ANSWERS,
        RESTARTS,
        CONTROL_TEXTS,
        LEAVES,
        RECONNECTS
    }

    HostileMember(SimPerson self, SimServer server, Random random, Forger forger) {
        this.self = self;
        this.server = server;
        this.random = random;
        this.forger = forger;
        self.turnHostile();
    }

    /// @return what it does, for a log
    String act() {
        List<ParticipantInfo> others =
                server.present().stream().filter(info -> !keyOf(info).equals(self.key())).toList();
        if (others.isEmpty()) {
            return "finds nobody";
        }
        ParticipantInfo victim = others.get(random.nextInt(others.size()));
        Trick trick = Trick.values()[random.nextInt(Trick.values().length)];
        int times = random.nextInt(8) == 0 ? random.nextInt(10, MAX_FLOOD) : 1;
        for (int i = 0; i < times; i++) {
            play(trick, victim);
        }
        return "plays a trick on %s: %s, times %d".formatted(victim.name(), trick, times);
    }

    private void play(Trick trick, ParticipantInfo victim) {
        switch (trick) {
            case SEALED -> sendSealed(victim, forger.message());
            case UNSEALED -> send(victim, forger.message(), forger.seal(List.of()));
            case UNDER_THE_HIGHEST_NUMBER -> {
                PeerMessage message = forger.message();
                Seal seal =
                        self.identity()
                                .sealAs(
                                        Seal.MAX_NUMBER - random.nextInt(2),
                                        keyOf(victim),
                                        message);
                send(victim, message, Optional.of(seal));
            }
            case ANSWERS -> lastOffer().ifPresent(offer -> answer(victim, offer));
            case RESTARTS -> sendSealed(victim, new PeerMessage.Restart());
            case CONTROL_TEXTS -> sendControl();
            case LEAVES ->
                    self.socket()
                            .ifPresent(socket ->
                                    socket.sendForged(
                                            new ClientMessage.Leave(
                                                    Optional.of(self.identity().sealLeave()))));
            case RECONNECTS -> self.cutSignaling(random.nextBoolean());
        }
    }

    /// The newest description that one of its own links took.
    private Optional<String> lastOffer() {
        return self.links().stream()
                .flatMap(links -> links.receiveLinks().stream())
                .flatMap(link -> link.offers().stream())
                .reduce((_, newer) -> newer);
    }

    private void answer(ParticipantInfo victim, String offer) {
        Optional<SdpDigest> about = Optional.of(SdpDigest.of(offer));
        sendSealed(
                victim,
                random.nextBoolean()
                        ? new PeerMessage.Answer(forger.sdp(), about)
                        : new PeerMessage.Refuse(about.get(), "seal-mismatch"));
    }

    private void sendSealed(ParticipantInfo victim, PeerMessage message) {
        send(victim, message, Optional.of(self.identity().seal(keyOf(victim), message)));
    }

    private void send(ParticipantInfo victim, PeerMessage message, Optional<Seal> seal) {
        self.socket()
                .ifPresent(socket ->
                        socket.sendForged(new ClientMessage.ToPeer(victim.id(), message, seal)));
    }

    private void sendControl() {
        self.links().stream()
                .flatMap(links -> links.sendLinks().stream())
                .forEach(this::sendControl);
    }

    private void sendControl(FakeSendLink link) {
        link.sendControl(
                switch (random.nextInt(6)) {
                    case 0 -> "{\"type\":\"state\",\"name\":3,\"tracks\":{}}";
                    case 1 ->
                            "{\"type\":\"chat\",\"text\":\"guest %d\"}"
                                    .formatted(random.nextLong());
                    case 2 -> "[".repeat(random.nextInt(1, MAX_NAME));
                    case 3 -> falseSecret();
                    case 4 -> "{\"type\":\"removed\",%s}".formatted(falseSeal());
                    default -> state();
                });
    }

    /// A secret of its own, as if the host had renewed the invite and removed somebody.
    private String falseSecret() {
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        List<ParticipantInfo> present = server.present();
        String removed =
                present.isEmpty()
                        ? ""
                        : keyOf(present.get(random.nextInt(present.size()))).base64Url();
        return "{\"type\":\"invite\",\"secret\":\"%s\",\"removed\":[{\"participant\":\"%s\"}],%s}"
                .formatted(Base64Url.encode(secret), removed, falseSeal());
    }

    /// By the key of the owner or any other, with a signature that nobody made.
    private String falseSeal() {
        IdentityKey owner = random.nextInt(4) > 0 ? SimPerson.OWNER_KEY : self.key();
        byte[] signature = new byte[64];
        random.nextBytes(signature);
        return "\"owner\":\"%s\",\"seal\":\"%d.%s\""
                .formatted(
                        owner.base64Url(),
                        1 + random.nextLong(Seal.MAX_NUMBER),
                        Base64Url.encode(signature));
    }

    private String state() {
        List<String> tracks = new ArrayList<>();
        for (int i = random.nextInt(random.nextInt(10) == 0 ? MAX_TEXTS : 3); i > 0; i--) {
            tracks.add(
                    "{\"id\":\"track%d\",\"name\":\"%s\",\"muted\":true}"
                            .formatted(random.nextInt(MAX_TEXTS), "n".repeat(i)));
        }
        return "{\"type\":\"state\",\"name\":\"Guest %s\",\"tracks\":[%s]}"
                .formatted("g".repeat(random.nextInt(MAX_NAME)), String.join(",", tracks));
    }

    private static IdentityKey keyOf(ParticipantInfo info) {
        return info.identity().orElseThrow().key();
    }

    /// Leaves as others do, or without a word.
    void leave() {
        if (random.nextBoolean()) {
            self.cutSignaling(false);
        }
        self.leave();
    }
}
