package org.tonewire.app.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.rtc.rig.ChildJvm;

final class ProcessSurvivalTest {
    @Test
    void aThrowFromEveryNativeCallbackLeavesTheProcessAlive(@TempDir Path folder) {
        ChildJvm child = ChildJvm.run(ThrowEverywhere.class, folder, 120);
        assertThat(child.endedByItself()).as(child.output()).isTrue();
        assertThat(child.output()).contains("survived");
        assertThat(child.exitCode()).as(child.output()).isZero();
    }
}
