package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;

/// A host renews the invite, and removes somebody by that, with real processes.
class RenewedInviteTest {
    @Test
    void whoIsRemovedIsOutAndTheOthersGoOnByANewInvite() {
        try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE, "--source", "tone:440,name=A");
                Participant bob = call.join("Bob", "--source", "tone:550,name=B");
                Participant eve = call.join("Eve", "--source", "tone:660,name=E")) {
            Participant ann = call.host();
            String track = ann.awaitFlowing("B");
            ann.awaitFlowing("E");
            bob.awaitFlowing("A");
            bob.awaitFlowing("E");
            eve.awaitFlowing("A");
            int before = links(ann, track);

            ann.say("remove-participant " + identity(ann, "Eve"));

            String renewed = invite(ann);
            String local = invite(bob);
            assertThat(renewed).isNotEqualTo(call.invite());
            assertThat(local).isEqualTo(renewed);
            awaitLeft(ann, "Eve");
            awaitLeft(bob, "Eve");
            assertThat(eve.process().awaitExit(Participant.SOON)).isEqualTo(4);
            eve.awaitError("removed");
            try (Participant late = call.join("Late")) {
                late.awaitError("wrong-key");
                assertThat(late.process().awaitExit(Participant.SOON)).isEqualTo(4);
            }
            try (Participant carl = call.joinBy(renewed, "Carl", "--source", "tone:770,name=C")) {
                carl.awaitFlowing("A");
                carl.awaitFlowing("B");
                bob.awaitFlowing("C");
            }
            assertThat(links(ann, track)).isEqualTo(before);
        }
    }

    /// The identity of a participant, as another knows it.
    private static String identity(Participant of, String name) {
        return of.process()
                .awaitEvent(
                        name,
                        event -> event.is("participant-joined") && event.text("name").equals(name),
                        Participant.SOON)
                .text("participant");
    }

    private static String invite(Participant of) {
        return of.process()
                .awaitEvent("a new invite", event -> event.is("invite-changed"), Participant.SOON)
                .text("invite");
    }

    private static void awaitLeft(Participant who, String name) {
        who.process()
                .awaitEvent(
                        name + " out",
                        event -> event.is("participant-left") && event.text("name").equals(name),
                        Participant.SOON);
    }

    /// How often the links with the owner of a track changed.
    private static int links(Participant of, String track) {
        String owner = track.substring(0, track.indexOf('/'));
        List<TonewireEvent> changes =
                of.process().events().stream()
                        .filter(event ->
                                event.is("link-changed") && event.text("participant").equals(owner))
                        .toList();
        return changes.size();
    }
}
