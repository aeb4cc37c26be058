package org.tonewire.app.core.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonewire.app.core.link.IceServer;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

final class SessionIceTest {
    private static final IceServer GOOD = new IceServer("stun:example.org", Optional.empty());
    private static final IceServer BAD = new IceServer("turn:example.org", Optional.empty());

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void anUnusableServerIsReportedOnceAndTheOthersAreUsed() {
        SessionIce ice = session(new IceSettings(List.of(BAD, GOOD), false, 0, 0));
        assertThat(ice.get().servers()).containsExactly(GOOD);
        assertThat(ice.get().servers()).containsExactly(GOOD);
        assertThat(problems)
                .containsExactly(new Problem(Reason.ICE_SERVER_UNUSABLE, "turn:example.org"));
    }

    @Test
    void relayOnlyWithoutARelayIsReported() {
        assertThat(session(new IceSettings(List.of(GOOD), true, 0, 0)).get().relayOnly()).isTrue();
        assertThat(problems).containsExactly(Problem.of(Reason.RELAY_MISSING));
    }

    @ParameterizedTest
    @CsvSource({"0,100", "5,4", "-5,-4", "70000,70001", "1,65536", "1000,0"})
    void anInvalidPortRangeIsReportedAndNotUsed(int first, int last) {
        IceSettings used = session(new IceSettings(List.of(), false, first, last)).get();
        assertThat(used).isEqualTo(IceSettings.NONE);
        assertThat(problems)
                .containsExactly(new Problem(Reason.PORTS_UNUSABLE, first + "–" + last));
    }

    @Test
    void serversBeyondTheLimitAreReportedAndNotUsed() {
        IceSettings used =
                session(new IceSettings(Collections.nCopies(500, GOOD), false, 0, 0)).get();
        assertThat(used.servers()).hasSize(IceCheck.MAX_SERVERS);
        assertThat(problems)
                .containsExactly(new Problem(Reason.ICE_SERVER_UNUSABLE, "stun:example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "turn:ada:lovelace@example.org:3478,turn:…@example.org:3478",
        "turn:example.org?credential=lovelace,turn:example.org…",
        "turn:example.org:3478 ada lovelace,turn:example.org:3478…",
        "https://ada:lovelace@example.org/,https://…@example.org/",
    })
    void aReportedAddressHidesPasswords(String uri, String shown) {
        session(new IceSettings(List.of(new IceServer(uri, Optional.empty())), false, 0, 0)).get();
        assertThat(problems).containsExactly(new Problem(Reason.ICE_SERVER_UNUSABLE, shown));
    }

    @Test
    void aReportedAddressIsShortAndPrintable() {
        String uri = "a\0b\u202E\n" + "x".repeat(1_000);
        session(new IceSettings(List.of(new IceServer(uri, Optional.empty())), false, 0, 0)).get();
        assertThat(problems.getFirst().subject()).isEqualTo("a\uFFFDb\uFFFD…");
    }

    private SessionIce session(IceSettings settings) {
        return new SessionIce(() -> settings, problems::add);
    }
}
