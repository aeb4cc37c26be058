package org.tonewire.app.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.invite.ListenLink;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.Role;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.Nonce;

/// The vectors of guests in `docs/PROTOCOL.md` were made by another program.
final class GuestVectorsTest {
    private static final String HEADING = "## Test vectors";
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw";
    private static final Nonce NONCE =
            Nonce.parse("ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8").orElseThrow();

    @Test
    void keysAreThoseOfTheProtocolsVectors() throws IOException {
        List<List<String>> rows = ProtocolTable.rows(HEADING, "room secret");

        assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
        for (List<String> row : rows) {
            RoomKeys keys = keys(row.get(0), row.get(1));
            assertThat(keys.listening().text()).as("listen secret").isEqualTo(row.get(2));
            assertThat(keys.guestAccess().base64Url()).as("access key").isEqualTo(row.get(3));
            assertThat(keys.guestAccess().prove(NONCE, row.get(1)).base64Url())
                    .as("join proof")
                    .isEqualTo(row.get(5));
        }
    }

    @Test
    void proofsAreThoseOfTheProtocolsVectors() throws IOException {
        List<List<String>> rows = ProtocolTable.rows(HEADING, "shown to guests");

        assertThat(rows).hasSizeGreaterThanOrEqualTo(4);
        for (List<String> row : rows) {
            RoomName room = new RoomName(row.get(1));
            MediaKey media = keys(SECRET, row.get(1)).media();
            MediaKey guests = media.guests().orElseThrow();
            byte[] seed = Identities.bytes(seed(row.getFirst()));
            ParticipantName name = new ParticipantName(row.get(2));
            Identity member = Identities.of(seed, room, media).named(name);
            Identity guest = Identities.of(seed, room, guests).named(name);

            assertThat(member.guestProof().orElseThrow().base64Url()).isEqualTo(row.get(3));
            assertThat(guest.proof().base64Url()).isEqualTo(row.get(3));
            assertThat(guest.guestProof()).isEmpty();
        }
    }

    @Test
    void aProofIsOfOneRoleOnly() {
        RoomName room = new RoomName("studio");
        ParticipantName name = new ParticipantName("Ann");
        MediaKey media = keys(SECRET, "studio").media();
        SessionIdentity bob = Identities.of("Bob", room, media);
        Identity member = Identities.of("Ann", room, media).named(name);
        Identity guest = Identities.of("Ann", room, media.guests().orElseThrow()).named(name);

        assertThat(bob.trusts(member, name, Role.MEMBER)).isTrue();
        assertThat(bob.trusts(guest, name, Role.GUEST)).isTrue();
        assertThat(bob.trusts(member, name, Role.GUEST)).isFalse();
        assertThat(bob.trusts(guest, name, Role.MEMBER)).isFalse();
    }

    @Test
    void aListenLinkHasTheListenSecretAndTellsItToNoLog() {
        RoomName room = new RoomName("Jazz \u00dcbung 7");
        ListenLink link =
                new ListenLink("2001:db8::1", 8443, room, keys(SECRET, room.value()).listening());

        assertThat(link.text())
                .isEqualTo(
                        "http://[2001:db8::1]:8443/listen/Jazz%20%C3%9Cbung%207"
                                + "#k=SjmGJXq3nIruyN8ufK7nOA");
        assertThat(link.at("192.0.2.7").text()).startsWith("http://192.0.2.7:8443/listen/");
        assertThat(link.toString()).doesNotContain(link.secret().text());
    }

    private static String seed(String who) throws IOException {
        return ProtocolTable.rows(HEADING, "identity").stream()
                .filter(row -> row.getFirst().equals(who))
                .findFirst()
                .orElseThrow()
                .get(1);
    }

    private static RoomKeys keys(String secret, String room) {
        return RoomKeys.derive(RoomSecret.parse(secret).orElseThrow(), new RoomName(room));
    }
}
