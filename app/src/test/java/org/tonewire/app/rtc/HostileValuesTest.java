package org.tonewire.app.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.rtc.rig.ChildJvm;

/// No value of a peer, a setting or a server ends the process. To repeat a failure: [HostileValues]
/// with the seed, 1 and the case that its output names last.
final class HostileValuesTest {
    private static final String SEED = "20261129";

    @Test
    void thousandsOfHostileValuesLeaveTheProcessAlive(@TempDir Path folder) {
        ChildJvm child = ChildJvm.run(HostileValues.class, List.of(SEED, "1000"), folder, 600);
        assertThat(child.endedByItself()).as(child.output()).isTrue();
        assertThat(child.output()).contains("survived");
        assertThat(child.exitCode()).as(child.output()).isZero();
    }
}
