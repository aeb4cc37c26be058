package org.tonewire.app.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.tonewire.app.fake.ManualLoop;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// What is remembered of identities that are not in the room.
final class KnownPeersTest {
    private static final IdentityKey BOB = key(-1);
    private static final IdentityKey HERE = key(-2);

    private final KnownPeers known =
            new KnownPeers(new ManualLoop(), _ -> {}, key -> key.equals(HERE));

    @Test
    void theHighestNumbersStayKnown() {
        KnownPeer bob = known.of(BOB, "Bob");
        bob.heard(new PeerMessage.Offer("v=0"), 5);
        bob.heard(new PeerMessage.Restart(), 9);
        bob.heard(new PeerMessage.Restart(), 7);

        KnownPeer again = known.of(BOB, "Bobby");
        assertThat(again.number()).isEqualTo(9);
        assertThat(again.offerNumber()).isEqualTo(5);
        assertThat(again.name()).isEqualTo("Bobby");
    }

    @Test
    void thousandsOfInventedIdentitiesDoNotDisplaceOneThatWasHeard() {
        known.of(BOB, "Bob").heard(new PeerMessage.Restart(), 1);
        for (int i = 0; i < 10_000; i++) {
            known.of(key(i), "n" + i);
        }

        assertThat(known.find(BOB)).isPresent();
        assertThat(known.find(key(0))).isEmpty();
        assertThat(known.find(key(9_999))).isPresent();
    }

    @Test
    void whoIsInTheRoomIsNotForgotten() {
        known.of(HERE, "Ann");
        for (int i = 0; i < KnownPeers.MAX_KNOWN; i++) {
            known.of(key(i), "n" + i).leave();
        }

        assertThat(known.find(HERE)).isPresent();
        assertThat(known.find(key(0))).isEmpty();
    }

    private static IdentityKey key(int number) {
        return IdentityKey.of(ByteBuffer.allocate(32).putInt(number).array());
    }
}
