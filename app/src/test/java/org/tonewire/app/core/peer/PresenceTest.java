package org.tonewire.app.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tonewire.app.fake.ManualLoop;

class PresenceTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final ManualLoop loop = new ManualLoop();
    private final AtomicInteger gone = new AtomicInteger();
    private final AtomicInteger unreachable = new AtomicInteger();
    private final Presence presence =
            new Presence(loop, gone::incrementAndGet, unreachable::incrementAndGet);

    @Test
    void whoHasAPathStaysWhateverTheServerSays() {
        presence.pathChanged(true);
        presence.addressLost(Duration.ZERO);
        loop.pass(LONG);

        assertThat(gone).hasValue(0);
    }

    @Test
    void whoHasAnAddressStaysWithoutAPath() {
        presence.pathChanged(true);
        presence.pathChanged(false);
        loop.pass(LONG);

        assertThat(gone).hasValue(0);
    }

    @Test
    void withoutBothSomebodyIsGone() {
        presence.addressLost(Duration.ZERO);
        loop.pass(Duration.ofMillis(1));

        assertThat(gone).hasValue(1);
    }

    @Test
    void withoutAnAddressSomebodyIsGoneSoonAfterThePathIs() {
        presence.pathChanged(true);
        presence.addressLost(Duration.ZERO);
        presence.pathChanged(false);

        loop.pass(Presence.WITHOUT_PATH.minusMillis(1));
        assertThat(gone).hasValue(0);
        loop.pass(Duration.ofMillis(1));
        assertThat(gone).hasValue(1);
    }

    @Test
    void aPathThatComesBackInTimeKeepsSomebody() {
        presence.pathChanged(true);
        presence.addressLost(Duration.ZERO);
        presence.pathChanged(false);
        loop.pass(Presence.WITHOUT_PATH.minusMillis(1));
        presence.pathChanged(true);
        loop.pass(LONG);

        assertThat(gone).hasValue(0);
    }

    @Test
    void anAddressThatComesBackInTimeKeepsSomebody() {
        presence.addressLost(Duration.ofSeconds(10));
        loop.pass(Duration.ofSeconds(9));
        presence.addressFound();
        loop.pass(LONG);

        assertThat(gone).hasValue(0);
    }

    @Test
    void aPathThatBreaksDoesNotShortenTheTimeToComeBack() {
        presence.pathChanged(true);
        presence.addressLost(Duration.ofSeconds(10));
        loop.pass(Duration.ofSeconds(1));
        presence.pathChanged(false);

        loop.pass(Duration.ofSeconds(9).minusMillis(1));
        assertThat(gone).hasValue(0);
        loop.pass(Duration.ofMillis(1));
        assertThat(gone).hasValue(1);
    }

    @Test
    void aSecondLossOfTheAddressDoesNotShortenTheTimeToComeBack() {
        presence.addressLost(Duration.ofSeconds(10));
        presence.addressLost(Duration.ofSeconds(3));

        loop.pass(Duration.ofSeconds(10).minusMillis(1));
        assertThat(gone).hasValue(0);
        loop.pass(Duration.ofMillis(1));
        assertThat(gone).hasValue(1);
    }

    @Test
    void aLostPathIsToldOnce() {
        presence.pathChanged(true);
        presence.pathChanged(false);
        loop.pass(Presence.UNREACHABLE.minusMillis(1));
        assertThat(unreachable).hasValue(0);

        loop.pass(LONG);
        assertThat(unreachable).hasValue(1);
        assertThat(gone).hasValue(0);
    }

    @Test
    void aPathThatNeverWasIsNotToldHere() {
        presence.pathChanged(false);
        loop.pass(LONG);

        assertThat(unreachable).hasValue(0);
    }

    @Test
    void aPathThatIsBackInTimeIsNotToldLost() {
        presence.pathChanged(true);
        presence.pathChanged(false);
        loop.pass(Presence.UNREACHABLE.minusMillis(1));
        presence.pathChanged(true);
        loop.pass(LONG);

        assertThat(unreachable).hasValue(0);
    }

    @Test
    void whileTheServerIsAwayNoLostPathIsTold() {
        presence.pathChanged(true);
        presence.serverLost();
        presence.pathChanged(false);
        loop.pass(LONG);
        assertThat(unreachable).hasValue(0);

        presence.addressFound();
        loop.pass(Presence.UNREACHABLE);
        assertThat(unreachable).hasValue(1);
    }

    @Test
    void anAddressThatComesAndGoesDoesNotHideALostPath() {
        presence.pathChanged(true);
        presence.pathChanged(false);
        for (int i = 0; i < 20; i++) {
            presence.addressLost(Presence.WITHOUT_PATH);
            presence.addressFound();
            loop.pass(Duration.ofSeconds(1));
        }

        assertThat(unreachable).hasValue(1);
    }

    @Test
    void nobodyIsGoneAfterTheEnd() {
        presence.addressLost(Duration.ofSeconds(1));
        presence.close();
        loop.pass(LONG);

        assertThat(gone).hasValue(0);
        assertThat(loop.timers()).isZero();
    }
}
