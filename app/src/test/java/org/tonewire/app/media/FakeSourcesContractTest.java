package org.tonewire.app.media;

import java.util.Optional;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.fake.FakeSources;

/// The sources of the session's tests.
class FakeSourcesContractTest extends SourceOpenerContract {
    private static final int SOME = 5;

    private final FakeSources fake = new FakeSources();

    @Override
    protected SourceOpening open() {
        return fake.open(new SourceOrigin.Microphone(Optional.empty()));
    }

    @Override
    protected SourceOpening openImpossible() {
        fake.fail(Problem.of(Reason.NO_INPUT_DEVICE));
        return open();
    }

    @Override
    protected void deliver(SourceStream stream, Received received, int frames) {
        fake.streams.getLast().play(Math.max(SOME, frames));
    }
}
