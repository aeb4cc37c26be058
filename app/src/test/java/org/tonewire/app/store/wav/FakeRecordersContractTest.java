package org.tonewire.app.store.wav;

import java.nio.file.Path;
import java.util.List;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecorderOpener;
import org.tonewire.app.fake.FakeRecorders;

/// The recorders of the session's tests.
class FakeRecordersContractTest extends RecorderOpenerContract {
    private static final Path FOLDER = Path.of("/music");

    private final FakeRecorders fake = new FakeRecorders();

    @Override
    Path folder() {
        return FOLDER;
    }

    @Override
    RecorderOpener opener() {
        return fake;
    }

    @Override
    RecorderOpener openerWithoutRoomFor(String participant) {
        fake.fill(participant);
        return fake;
    }

    @Override
    Impossible impossible() {
        fake.fail(new Problem(Reason.STORAGE_FAILED, FOLDER.toString()));
        return new Impossible(fake, FOLDER);
    }

    @Override
    List<Long> kept(String participant) {
        return fake.takes().getLast().tracks().stream()
                .filter(track -> track.participant().equals(participant))
                .map(FakeRecorders.Track::samples)
                .toList();
    }
}
