package org.tonewire.signaling.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonewire.signaling.cluster.ClusterFixture.Client;
import org.tonewire.signaling.cluster.ClusterFixture.Node;
import org.tonewire.signaling.room.event.RoomEffect;

/// Rooms over several servers, in virtual time.
final class ClusterRoomsTest {
    private final ClusterFixture cluster = new ClusterFixture();
    private final Node one = cluster.start(1);
    private final Node two = cluster.start(2);
    private final Node three = cluster.start(3);

    @Test
    void participantsOnTwoServersSeeAndReachEachOther() {
        Client ann = cluster.client(one, 1).enter();
        Client bob = cluster.client(two, 2).enter();

        assertThat(ann.others()).containsExactly(bob.id());
        assertThat(bob.others()).containsExactly(ann.id());
        ann.say(bob.id(), "to bob");
        bob.say(ann.id(), "to ann");
        cluster.pass(20);
        assertThat(ann.texts()).containsExactly("to ann");
        assertThat(bob.texts()).containsExactly("to bob");
    }

    @Test
    void twoServersThatAskForARoomAtOnceGetOneHome() {
        Client ann = cluster.client(one, 1);
        Client bob = cluster.client(two, 2);
        ann.ask();
        bob.ask();
        cluster.pass(20);

        assertThat(ann.others()).containsExactly(bob.id());
        assertThat(bob.others()).containsExactly(ann.id());
    }

    @Test
    void aLostParticipantResumesOnAnotherServer() {
        Client ann = cluster.client(one, 1).enter();
        Client bob = cluster.client(two, 2).enter();
        bob.lose();
        cluster.pass(500);
        ann.say(bob.id(), "while away");
        cluster.pass(20);
        Client back = cluster.client(three, 2).enter();

        assertThat(back.id()).isEqualTo(bob.id());
        assertThat(back.texts()).containsExactly("while away");
        assertThat(ann.others()).containsExactly(bob.id());
    }

    @Test
    void theNewestConnectionWinsOnWhicheverServer() {
        Client old = cluster.client(one, 1).enter();
        Client newer = cluster.client(two, 1).enter();

        assertThat(old.told().getLast()).isInstanceOf(RoomEffect.Supersede.class);
        assertThat(newer.id()).isEqualTo(old.id());
    }

    @Test
    void theRoomGoesOnWhenItsHomeDies() {
        Client ann = cluster.client(one, 1).enter();
        Client bob = cluster.client(two, 2).enter();
        Client eve = cluster.client(three, 3).enter();
        one.kill();
        bob.say(eve.id(), "while the home is dead");
        cluster.pass(4900);

        assertThat(bob.others()).containsExactly(eve.id());
        assertThat(eve.others()).containsExactly(bob.id());
        assertThat(eve.texts()).containsExactly("while the home is dead");
        assertThat(bob.told()).noneMatch(RoomEffect.Supersede.class::isInstance);
        assertThat(ann.isIn()).isFalse();
    }

    @Test
    void whoWasOnAServerThatDiedIsBackOnAnother() {
        Client ann = cluster.client(one, 1).enter();
        Client bob = cluster.client(two, 2).enter();
        one.kill();
        cluster.pass(300);
        Client back = cluster.client(three, 1).enter();
        cluster.pass(4600);

        assertThat(back.id()).isEqualTo(ann.id());
        assertThat(bob.others()).containsExactly(ann.id());
        assertThat(bob.told()).hasSize(1);
    }

    @Test
    void theMembersOfADeadServerLeaveARoomElsewhere() {
        Client ann = cluster.client(one, 1).enter();
        Client bob = cluster.client(two, 2).enter();
        two.kill();
        cluster.pass(4900);

        assertThat(ann.others()).isEmpty();
        assertThat(bob.isIn()).isFalse();
    }

    @Test
    void anEmptiedStoreIsWrittenAgain() {
        Client ann = cluster.client(one, 1).enter();
        Client bob = cluster.client(two, 2).enter();
        cluster.cluster().empty();
        cluster.pass(100);
        Client eve = cluster.client(three, 3).enter();
        cluster.pass(3000);

        assertThat(cluster.cluster().home(ClusterFixture.STUDIO)).contains(one.id());
        assertThat(ann.others()).containsExactlyInAnyOrder(bob.id(), eve.id());
        assertThat(eve.others()).containsExactlyInAnyOrder(bob.id(), ann.id());
    }

    @Test
    void aServerThatWasCutOffFindsItsRoomAtAnotherHome() {
        Client ann = cluster.client(one, 1).enter();
        Client bob = cluster.client(two, 2).enter();
        cluster.cluster().cutOff(one.id());
        cluster.pass(6000);
        assertThat(bob.others()).isEmpty();
        cluster.cluster().reconnect(one.id());
        cluster.pass(3000);

        assertThat(cluster.cluster().home(ClusterFixture.STUDIO)).contains(two.id());
        assertThat(ann.isIn()).isTrue();
        assertThat(ann.others()).containsExactly(bob.id());
        assertThat(bob.others()).containsExactly(ann.id());
        bob.say(ann.id(), "again");
        cluster.pass(20);
        assertThat(ann.texts()).containsExactly("again");
    }

    @Test
    void aServerThatEndsHandsItsRoomsOver() {
        Client ann = cluster.client(one, 1).enter();
        Client bob = cluster.client(two, 2).enter();
        one.rooms().handOver();
        ann.leave();
        cluster.pass(50);
        one.kill();
        Client back = cluster.client(three, 1).enter();
        cluster.pass(6000);

        assertThat(back.id()).isEqualTo(ann.id());
        assertThat(bob.told()).hasSize(1);
        assertThat(bob.others()).containsExactly(ann.id());
    }

    @Test
    void aRoomThatEverybodyLeftIsForgotten() {
        Client ann = cluster.client(one, 1).enter();
        Client bob = cluster.client(two, 2).enter();
        ann.leave();
        bob.leave();
        cluster.pass(100);

        assertThat(cluster.cluster().roomNames()).isEmpty();
        assertThat(cluster.client(three, 3).enter().others()).isEmpty();
    }
}
