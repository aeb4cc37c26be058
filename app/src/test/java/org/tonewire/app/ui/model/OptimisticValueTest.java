package org.tonewire.app.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptimisticValueTest {
    private final OptimisticValue optimisticValue = new OptimisticValue(0);

    @Test
    void aWishShowsAtOnce() {
        optimisticValue.set(-6);
        assertThat(optimisticValue.shown().get()).isEqualTo(-6);
    }

    @Test
    void olderValuesDoNotPullAWishBack() {
        optimisticValue.set(-6);
        optimisticValue.update(-2);
        assertThat(optimisticValue.shown().get()).isEqualTo(-6);
    }

    @Test
    void onceItHoldsOthersAreFollowedAgain() {
        optimisticValue.set(-6);
        optimisticValue.update(-6);
        optimisticValue.update(3);
        assertThat(optimisticValue.shown().get()).isEqualTo(3);
    }
}
