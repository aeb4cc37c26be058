package org.tonewire.app.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.trust.Identities;
import org.tonewire.app.text.Wording;
import org.tonewire.signaling.protocol.key.IdentityKey;

class PresenceViewModelTest {
    private static final IdentityKey ADA = Identities.key("a");
    private static final IdentityKey BOB = Identities.key("b");
    private static final IdentityKey CLEO = Identities.key("c");

    private final PresenceViewModel model =
            new PresenceViewModel(List.of(ADA), Wording.of(Locale.ENGLISH));

    @Test
    void whoComesAndWhoGoesIsSaid() {
        assertThat(model.joined(BOB, "Bob")).isTrue();
        assertThat(model.lines().get()).containsExactly("Bob joined");
        model.left(ADA, "Ada");
        assertThat(model.lines().get()).containsExactly("Bob joined", "Ada left");
    }

    @Test
    void whoWasThereWhenOneEnteredIsNoNews() {
        assertThat(model.joined(ADA, "Ada")).isFalse();
        assertThat(model.lines().get()).isEmpty();
    }

    @Test
    void manyAtOnceAreOneLine() {
        model.joined(BOB, "Bob");
        model.joined(CLEO, "Cleo");
        assertThat(model.lines().get()).containsExactly("Bob and one other joined");
        for (int i = 0; i < 20; i++) {
            model.joined(Identities.key("more" + i), "More");
        }
        assertThat(model.lines().get()).containsExactly("Bob and 21 others joined");
    }

    @Test
    void whoLeavesAndComesBackAtOnceIsNotMentioned() {
        model.left(ADA, "Ada");
        model.joined(ADA, "Ada");
        assertThat(model.lines().get()).isEmpty();
        model.left(ADA, "Ada");
        assertThat(model.lines().get()).containsExactly("Ada left");
    }

    @Test
    void whatWasPutAwayIsNotSaidAgain() {
        model.joined(BOB, "Bob");
        model.clear();
        assertThat(model.lines().get()).isEmpty();
        model.joined(CLEO, "Cleo");
        assertThat(model.lines().get()).containsExactly("Cleo joined");
    }
}
