package org.tonewire.app.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WishTest {
    private final Wish wish = new Wish(0);

    @Test
    void aWishShowsAtOnce() {
        wish.want(-6);
        assertThat(wish.shown().get()).isEqualTo(-6);
    }

    @Test
    void olderValuesDoNotPullAWishBack() {
        wish.want(-6);
        wish.tell(-2);
        assertThat(wish.shown().get()).isEqualTo(-6);
    }

    @Test
    void onceItHoldsOthersAreFollowedAgain() {
        wish.want(-6);
        wish.tell(-6);
        wish.tell(3);
        assertThat(wish.shown().get()).isEqualTo(3);
    }
}
