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
import org.tonewire.app.fake.ManualLoop;
import org.tonewire.signaling.protocol.ice.NamedIceServer;

final class SessionIceTest {
    private static final IceServer GOOD = new IceServer("stun:example.org", Optional.empty());
    private static final IceServer BAD = new IceServer("turn:example.org", Optional.empty());

    private static final Optional<NamedIceServer.Login> ADA =
            Optional.of(new NamedIceServer.Login("ada", "lovelace"));

    private final ManualLoop loop = new ManualLoop();
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void anUnusableServerIsReportedOnceAndTheOthersAreUsed() {
        SessionIce ice = session(new IceSettings(List.of(BAD, GOOD), false, 0, 0));
        assertThat(read(ice).servers()).containsExactly(GOOD);
        assertThat(read(ice).servers()).containsExactly(GOOD);
        assertThat(problems)
                .containsExactly(new Problem(Reason.ICE_SERVER_UNUSABLE, "turn:example.org"));
    }

    @Test
    void relayOnlyWithoutARelayIsReported() {
        SessionIce ice = session(new IceSettings(List.of(GOOD), true, 0, 0).withFromServer(false));
        assertThat(read(ice).relayOnly()).isTrue();
        assertThat(problems).containsExactly(Problem.of(Reason.RELAY_MISSING));
    }

    @Test
    void thatARelayIsMissingIsKnownWhenTheServerHasNamedItsOwn() {
        SessionIce ice = session(new IceSettings(List.of(), true, 0, 0));
        read(ice);
        assertThat(problems).isEmpty();
        ice.named(List.of(named("turn:relay.example")));
        assertThat(problems).isEmpty();
        ice.named(List.of());
        assertThat(problems).containsExactly(Problem.of(Reason.RELAY_MISSING));
    }

    @Test
    void ownServersComeBeforeThoseThatTheServerNames() {
        SessionIce ice = session(new IceSettings(List.of(GOOD), false, 0, 0));
        read(ice);
        ice.named(
                List.of(
                        new NamedIceServer(
                                List.of("turn:relay.example", "turns:relay.example"), ADA)));
        assertThat(read(ice).servers())
                .containsExactly(GOOD, relay("turn:relay.example"), relay("turns:relay.example"));
        assertThat(ice.latest()).isEqualTo(read(ice));
        assertThat(problems).isEmpty();
    }

    @Test
    void theNewestServersOfTheServerReplaceTheOnesBefore() {
        SessionIce ice = session(IceSettings.NONE);
        read(ice);
        ice.named(List.of(named("turn:old.example")));
        ice.named(List.of(named("turn:new.example")));
        assertThat(ice.latest().servers()).containsExactly(relay("turn:new.example"));
        ice.named(List.of());
        assertThat(ice.latest()).isEqualTo(IceSettings.NONE);
    }

    @Test
    void whoWantsNoServersOfTheServerUsesNone() {
        SessionIce ice = session(IceSettings.NONE.withFromServer(false));
        ice.named(List.of(named("turn:relay.example"), named("nonsense")));
        assertThat(read(ice).servers()).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void ofAServerThatNamesNonsenseWithoutEndOneProblemIsReportedAndFewAreUsed() {
        SessionIce ice = session(new IceSettings(List.of(GOOD), false, 0, 0));
        read(ice);
        for (int i = 0; i < 100; i++) {
            ice.named(
                    List.of(
                            named("http://example.org/" + i),
                            named("turn:[::1"),
                            new NamedIceServer(Collections.nCopies(500, "turn:a%n.example"), ADA),
                            new NamedIceServer(
                                    Collections.nCopies(500, "turn:relay.example"), ADA)));
        }
        assertThat(problems)
                .containsExactly(new Problem(Reason.NAMED_SERVER_UNUSABLE, "http://example.org/0"));
        assertThat(read(ice).servers())
                .hasSize(IceCheck.MAX_SERVERS)
                .containsOnly(GOOD, relay("turn:relay.example"))
                .startsWith(GOOD);
        assertThat(problems).hasSize(1);
    }

    private static NamedIceServer named(String url) {
        return new NamedIceServer(List.of(url), ADA);
    }

    private static IceServer relay(String uri) {
        return new IceServer(uri, Optional.of(new IceServer.Login("ada", "lovelace")));
    }

    @ParameterizedTest
    @CsvSource({"0,100", "5,4", "-5,-4", "70000,70001", "1,65536", "1000,0"})
    void anInvalidPortRangeIsReportedAndNotUsed(int first, int last) {
        IceSettings used = read(session(new IceSettings(List.of(), false, first, last)));
        assertThat(used).isEqualTo(IceSettings.NONE);
        assertThat(problems)
                .containsExactly(new Problem(Reason.PORTS_UNUSABLE, first + "–" + last));
    }

    @Test
    void serversBeyondTheLimitAreReportedAndNotUsed() {
        IceSettings used =
                read(session(new IceSettings(Collections.nCopies(500, GOOD), false, 0, 0)));
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
        read(session(new IceSettings(List.of(new IceServer(uri, Optional.empty())), false, 0, 0)));
        assertThat(problems).containsExactly(new Problem(Reason.ICE_SERVER_UNUSABLE, shown));
    }

    @Test
    void aReportedAddressIsShortAndPrintable() {
        String uri = "a\0b\u202E\n" + "x".repeat(1_000);
        read(session(new IceSettings(List.of(new IceServer(uri, Optional.empty())), false, 0, 0)));
        assertThat(problems.getFirst().subject()).isEqualTo("a\uFFFDb\uFFFD…");
    }

    @Test
    void settingsThatChangeWhileTheyAreReadAreReadAgain() {
        List<IceSettings> stored = new ArrayList<>(List.of(IceSettings.NONE));
        SessionIce ice = new SessionIce(loop, stored::getLast, problems::add);
        List<IceSettings> first = new ArrayList<>();
        List<IceSettings> second = new ArrayList<>();
        IceSettings changed = new IceSettings(List.of(GOOD), false, 0, 0);
        ice.read(first::add);
        loop.post(() -> {
            stored.add(changed);
            ice.read(second::add);
        });
        loop.settle();
        assertThat(second).containsExactly(changed);
        assertThat(first).hasSize(1);
    }

    @Test
    void settingsThatCannotBeReadAreReportedAndReadForTheNextLink() {
        List<IceSettings> stored = new ArrayList<>();
        SessionIce ice = new SessionIce(loop, stored::getLast, problems::add);
        List<IceSettings> got = new ArrayList<>();
        ice.read(got::add);
        loop.settle();
        assertThat(got).isEmpty();
        assertThat(problems).containsExactly(Problem.of(Reason.INTERNAL));

        stored.add(IceSettings.NONE);
        assertThat(read(ice)).isEqualTo(IceSettings.NONE);
    }

    private SessionIce session(IceSettings settings) {
        return new SessionIce(loop, () -> settings, problems::add);
    }

    private IceSettings read(SessionIce ice) {
        List<IceSettings> got = new ArrayList<>();
        ice.read(got::add);
        loop.settle();
        return got.getFirst();
    }
}
