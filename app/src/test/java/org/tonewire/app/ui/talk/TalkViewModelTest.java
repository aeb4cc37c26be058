package org.tonewire.app.ui.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.shell.keys.KeyWatchOutcome.Refusal;
import org.tonewire.app.shell.keys.TalkKey;
import org.tonewire.app.shell.keys.TalkMode;
import org.tonewire.app.shell.keys.TalkSettings;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.Rooms;
import org.tonewire.app.ui.source.SourcesViewModel;

class TalkViewModelTest {
    private static final TalkSettings HOLD = new TalkSettings(TalkMode.HOLD, TalkKey.DEFAULT);

    private final FakeWorld world =
            FakeWorld.finding(room -> {
                Rooms.addMicrophone(room);
                Rooms.addFile(room);
                Rooms.enter(room, 0);
            });
    private final SourcesViewModel sources =
            new SourcesViewModel(
                    world.session(), world.deviceModel(), world.settings(), world.wording);
    private final TalkViewModel model = new TalkViewModel(world.keys, world.threads);

    @Test
    void microphonesAloneWaitForTheKey() {
        holding();
        assertThat(microphone().waiting()).isTrue();
        assertThat(world.session().snapshot().sources().getLast().waiting()).isFalse();
        world.keys.type().pressed();
        assertThat(microphone().waiting()).isFalse();
        world.keys.type().released();
        assertThat(microphone().waiting()).isTrue();
    }

    @Test
    void aMicrophoneThatIsAddedLaterWaitsFromItsBeginning() {
        holding();
        sources.addMicrophone();
        assertThat(world.session().snapshot().sources().getLast().waiting()).isTrue();
    }

    @Test
    void aMuteStaysWhateverTheKeyDoes() {
        holding();
        sources.show(world.session().snapshot().sources());
        sources.toggleMicrophonesMuted();
        world.keys.type().pressed();
        assertThat(microphone().muted()).isTrue();
    }

    @Test
    void theKeyThatIsLostIsUp() {
        holding();
        world.keys.type().pressed();
        world.keys.type().lost();
        assertThat(microphone().waiting()).isTrue();
        assertThat(model.scope().get()).isEqualTo(KeyScope.WINDOW);
    }

    @Test
    void pressingMutesAndUnmutesOncePerPress() {
        model.use(new TalkSettings(TalkMode.TOGGLE, TalkKey.DEFAULT));
        enter();
        assertThat(microphone().waiting()).isFalse();
        world.keys.type().pressed();
        world.keys.type().pressed();
        assertThat(microphone().muted()).isTrue();
        world.keys.type().released();
        world.keys.type().pressed();
        assertThat(microphone().muted()).isFalse();
    }

    @Test
    void whereTheKeyIsNotToBeHadItCountsInTheWindow() {
        world.keys.refusal = Optional.of(Refusal.TAKEN);
        holding();
        assertThat(model.scope().get()).isEqualTo(KeyScope.TAKEN);
        assertThat(model.pressedHere(TalkKey.parse("F9").orElseThrow())).isFalse();
        assertThat(model.pressedHere(TalkKey.DEFAULT)).isTrue();
        assertThat(microphone().waiting()).isFalse();
        assertThat(model.releasedHere("F8")).isTrue();
        assertThat(microphone().waiting()).isTrue();
    }

    @Test
    void whoLeavesTheWindowWithTheKeyDownIsNotHeard() {
        world.keys.possible = false;
        holding();
        assertThat(model.scope().get()).isEqualTo(KeyScope.WINDOW);
        model.pressedHere(TalkKey.DEFAULT);
        model.windowLeft();
        assertThat(microphone().waiting()).isTrue();
    }

    @Test
    void whatIsHeardEverywhereIsNotEndedByLeavingTheWindow() {
        holding();
        world.keys.type().pressed();
        model.windowLeft();
        assertThat(microphone().waiting()).isFalse();
        assertThat(model.pressedHere(TalkKey.DEFAULT)).isFalse();
    }

    @Test
    void theKeyIsTakenInARoomOnlyAndGivenBack() {
        model.use(HOLD);
        assertThat(world.keys.watched).isEmpty();
        enter();
        assertThat(world.keys.watched).containsExactly(TalkKey.DEFAULT);
        TalkKey other = TalkKey.parse("Ctrl+Space").orElseThrow();
        model.use(HOLD.withKey(other));
        assertThat(world.keys.watched).containsExactly(other);
        model.use(HOLD.withMode(TalkMode.OFF));
        assertThat(world.keys.watched).isEmpty();
        assertThat(microphone().waiting()).isFalse();
        model.use(HOLD);
        model.follow(Optional.empty());
        assertThat(world.keys.watched).isEmpty();
    }

    private void holding() {
        model.use(HOLD);
        enter();
    }

    private void enter() {
        sources.show(world.session().snapshot().sources());
        world.session().onEvent(_ -> sources.show(world.session().snapshot().sources()));
        model.follow(Optional.of(sources));
    }

    private LocalSource microphone() {
        return world.session().snapshot().sources().getFirst();
    }
}
