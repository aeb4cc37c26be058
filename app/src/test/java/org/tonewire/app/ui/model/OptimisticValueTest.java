package org.tonewire.app.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptimisticValueTest {
    private final OptimisticValue optimisticValue = new OptimisticValue(0);

    @Test
    void aWishShowsAtOnce() {
        optimisticValue.want(-6);
        assertThat(optimisticValue.shown().get()).isEqualTo(-6);
    }

    @Test
    void olderValuesDoNotPullAWishBack() {
        optimisticValue.want(-6);
        optimisticValue.tell(-2);
        assertThat(optimisticValue.shown().get()).isEqualTo(-6);
    }

    @Test
    void onceItHoldsOthersAreFollowedAgain() {
        optimisticValue.want(-6);
        optimisticValue.tell(-6);
        optimisticValue.tell(3);
        assertThat(optimisticValue.shown().get()).isEqualTo(3);
    }
}
