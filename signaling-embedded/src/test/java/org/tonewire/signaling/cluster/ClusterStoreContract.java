package org.tonewire.signaling.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.cluster.ClusterStore.Beat;
import org.tonewire.signaling.cluster.ClusterStore.Claim;
import org.tonewire.signaling.cluster.ClusterStore.Written;
import org.tonewire.signaling.cluster.NodeMessage.Home;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.RoomRecord;

/// What holds for every store of a cluster.
public abstract class ClusterStoreContract {
    protected static final NodeId ONE = new NodeId(11);
    protected static final NodeId TWO = new NodeId(12);

    private static final RoomName ROOM = new RoomName("a room");
    private static final RoomRecord RECORD =
            new RoomRecord(ROOM, Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /// The store of a server whose lease has begun.
    protected abstract ClusterStore store(NodeId node);

    /// Runs a command and waits for its answer.
    protected abstract <T> T answer(Consumer<Consumer<T>> command);

    @Test
    void theServersThatLiveKnowEachOther() {
        ClusterStore one = store(ONE);
        ClusterStore two = store(TWO);
        assertThat(beat(one).renewed()).isTrue();
        assertThat(beat(one).others()).containsOnlyKeys(TWO);
        assertThat(beat(two).others()).containsOnlyKeys(ONE);
        two.leave();
        settle(two);
        assertThat(beat(one).others()).isEmpty();
    }

    @Test
    void whoClaimsARoomFirstIsItsHome() {
        ClusterStore one = store(ONE);
        ClusterStore two = store(TWO);
        assertThat(claim(one)).contains(new Claim(new Home(ONE, 1), Optional.empty()));
        assertThat(write(one, 1)).contains(new Home(ONE, 1));
        assertThat(claim(two)).contains(new Claim(new Home(ONE, 1), Optional.empty()));
        assertThat(claim(one)).contains(new Claim(new Home(ONE, 1), Optional.of(RECORD)));
    }

    @Test
    void theRoomOfAServerThatIsGoneIsTakenOverByTheNextEpoch() {
        ClusterStore one = store(ONE);
        ClusterStore two = store(TWO);
        assertThat(claim(one)).isPresent();
        assertThat(write(one, 1)).isPresent();
        one.leave();
        settle(one);
        assertThat(claim(two)).contains(new Claim(new Home(TWO, 2), Optional.of(RECORD)));
        assertThat(write(one, 1)).contains(new Home(TWO, 2));
        assertThat(claim(one)).isEmpty();
    }

    @Test
    void ofTheSameEpochTheHigherNumberWins() {
        ClusterStore one = store(ONE);
        ClusterStore two = store(TWO);
        assertThat(write(one, 5)).contains(new Home(ONE, 5));
        assertThat(write(two, 5)).contains(new Home(TWO, 5));
        assertThat(write(one, 5)).contains(new Home(TWO, 5));
        assertThat(write(one, 6)).contains(new Home(ONE, 6));
    }

    @Test
    void whoDisplacesAnotherHomeIsToldWhom() {
        ClusterStore one = store(ONE);
        ClusterStore two = store(TWO);
        assertThat(written(one, 1)).contains(new Written(new Home(ONE, 1), Optional.empty()));
        assertThat(written(two, 2)).contains(new Written(new Home(TWO, 2), Optional.of(ONE)));
        assertThat(written(one, 1)).contains(new Written(new Home(TWO, 2), Optional.empty()));
        assertThat(written(two, 2)).contains(new Written(new Home(TWO, 2), Optional.empty()));
    }

    @Test
    void aRoomThatIsGivenHasItsNextHome() {
        ClusterStore one = store(ONE);
        ClusterStore two = store(TWO);
        assertThat(claim(one)).isPresent();
        assertThat(write(one, 1)).isPresent();
        one.give(ROOM, 1, TWO);
        settle(one);
        assertThat(claim(two)).contains(new Claim(new Home(TWO, 2), Optional.of(RECORD)));
    }

    @Test
    void aRoomThatIsGivenUpIsForgotten() {
        ClusterStore one = store(ONE);
        ClusterStore two = store(TWO);
        assertThat(claim(one)).isPresent();
        assertThat(write(one, 1)).isPresent();
        two.release(ROOM, 1);
        settle(two);
        assertThat(claim(two)).contains(new Claim(new Home(ONE, 1), Optional.empty()));
        one.release(ROOM, 1);
        assertThat(claim(one)).isPresent();
        one.release(ROOM, 1);
        settle(one);
        assertThat(claim(two)).contains(new Claim(new Home(TWO, 1), Optional.empty()));
    }

    /// Commands of one server take effect in their order: those before this one have.
    private void settle(ClusterStore store) {
        RoomRecord other =
                new RoomRecord(
                        new RoomName("other"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
        assertThat(this.<Optional<Written>>answer(done -> store.write(other, 1, done))).isPresent();
    }

    private Beat beat(ClusterStore store) {
        return this.<Optional<Beat>>answer(store::beat).orElseThrow();
    }

    private Optional<Claim> claim(ClusterStore store) {
        return answer(done -> store.claim(ROOM, done));
    }

    private Optional<Home> write(ClusterStore store, long epoch) {
        return written(store, epoch).map(Written::home);
    }

    private Optional<Written> written(ClusterStore store, long epoch) {
        return answer(done -> store.write(RECORD, epoch, done));
    }
}
