package org.tonewire.app.core.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.negotiation.AddressBook.Entry;
import org.tonewire.app.core.trust.Identities;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentityProof;

class AddressBookTest {
    private static final RoomName ROOM = new RoomName("studio");
    private static final IdentityKey BOB = Identities.key("Bob");

    private final AddressBook book = new AddressBook(identity("Ann"));

    @Test
    void aParticipantIsFoundAtItsAddress() {
        assertThat(book.add(info("p1", "Bob"))).isEqualTo(Entry.TAKEN);

        assertThat(book.at(id("p1"))).contains(BOB);
        assertThat(book.of(BOB)).contains(id("p1"));
    }

    @Test
    void ofTwoAddressesTheNewestIsUsedAndThenTheOther() {
        book.add(info("p1", "Bob"));
        book.add(info("p2", "Bob"));
        assertThat(book.of(BOB)).contains(id("p2"));

        book.add(info("p1", "Bob"));
        assertThat(book.of(BOB)).contains(id("p1"));

        assertThat(book.remove(id("p1"))).contains(BOB);
        assertThat(book.of(BOB)).contains(id("p2"));

        assertThat(book.remove(id("p2"))).contains(BOB);
        assertThat(book.of(BOB)).isEmpty();
        assertThat(book.remove(id("p2"))).isEmpty();
    }

    @Test
    void theSameEntryAgainChangesNothing() {
        book.add(info("p1", "Bob"));
        assertThat(book.add(info("p1", "Bob"))).isEqualTo(Entry.SAME);

        book.add(info("p2", "Bob"));
        assertThat(book.add(info("p2", "Bob"))).isEqualTo(Entry.SAME);
        assertThat(book.of(BOB)).contains(id("p2"));
    }

    @Test
    void anAddressThatBecomesAnotherPersonsIsNoLongerTheFirstOnes() {
        book.add(info("p1", "Bob"));
        book.add(info("p1", "Cem"));

        assertThat(book.of(BOB)).isEmpty();
        assertThat(book.at(id("p1"))).contains(Identities.key("Cem"));
    }

    @Test
    void oneselfIsNobodyElse() {
        assertThat(book.add(info("p1", "Ann"))).isEqualTo(Entry.SELF);
        assertThat(book.at(id("p1"))).isEmpty();
    }

    @Test
    void whoHasNoProofIsNotTaken() {
        ParticipantInfo bob = info("p1", "Bob");
        Identity forged =
                new Identity(
                        BOB,
                        IdentityProof.of(new byte[32]),
                        bob.identity().orElseThrow().nameSignature());

        assertThat(book.add(new ParticipantInfo(bob.id(), bob.name(), Optional.empty())))
                .isEqualTo(Entry.UNPROVEN);
        assertThat(book.add(new ParticipantInfo(bob.id(), bob.name(), Optional.of(forged))))
                .isEqualTo(Entry.UNPROVEN);
        assertThat(
                        book.add(
                                new ParticipantInfo(
                                        bob.id(), new ParticipantName("Bobby"), bob.identity())))
                .as("another name")
                .isEqualTo(Entry.UNPROVEN);
        assertThat(book.of(BOB)).isEmpty();
    }

    @Test
    void aServerCannotFillIt() {
        for (int i = 0; i < AddressBook.MAX_ADDRESSES; i++) {
            assertThat(book.add(info("p" + i, "n" + i))).isEqualTo(Entry.TAKEN);
        }

        assertThat(book.add(info("more", "Bob"))).isEqualTo(Entry.TOO_MANY);
        assertThat(book.add(info("p1", "Bob"))).as("in place of another").isEqualTo(Entry.TAKEN);
        book.remove(id("p2"));
        assertThat(book.add(info("more", "Cem"))).isEqualTo(Entry.TAKEN);
    }

    private static ParticipantId id(String id) {
        return new ParticipantId(id);
    }

    private static ParticipantInfo info(String address, String name) {
        ParticipantName shown = new ParticipantName(name);
        return new ParticipantInfo(id(address), shown, Optional.of(identity(name).named(shown)));
    }

    private static SessionIdentity identity(String name) {
        RoomSecret secret = RoomSecret.parse("AAECAwQFBgcICQoLDA0ODw").orElseThrow();
        return Identities.of(name, ROOM, RoomKeys.derive(secret, ROOM).media());
    }
}
