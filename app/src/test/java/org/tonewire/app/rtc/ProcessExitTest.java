package org.tonewire.app.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.rtc.rig.ChildJvm;

final class ProcessExitTest {
    @RepeatedTest(2)
    void closingMidCallLetsTheProcessEnd(@TempDir Path folder) {
        ChildJvm child = ChildJvm.run(CallThenExit.class, folder, 120);
        assertThat(child.endedByItself()).as(child.output()).isTrue();
        assertThat(child.output()).contains("closed");
        assertThat(child.exitCode()).as(child.output()).isZero();
    }
}
