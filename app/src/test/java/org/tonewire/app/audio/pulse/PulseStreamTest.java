package org.tonewire.app.audio.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.rtc.rig.ChildJvm;

@Tag("linux")
class PulseStreamTest {
    @Test
    void whatTheServerTellsOfAClosedStreamEndsNoProcess(@TempDir Path folder) {
        ChildJvm child = ChildJvm.run(CloseStreams.class, folder, 120);
        assertThat(child.endedByItself()).as(child.output()).isTrue();
        assertThat(child.output()).contains("survived");
        assertThat(child.exitCode()).as(child.output()).isZero();
    }
}
