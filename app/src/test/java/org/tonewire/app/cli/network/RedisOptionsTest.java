package org.tonewire.app.cli.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.host.SharedRedis;
import org.tonewire.signaling.cluster.redis.RedisConfig;
import picocli.CommandLine;

class RedisOptionsTest {
    private static final String ADDRESS = "rediss://ada:lovelace@redis.example.org:6380/2";

    @Test
    void withoutAnAddressAServerIsAlone() {
        RedisOptions options = parse();
        assertThat(options.problem(Optional.empty())).isEmpty();
        assertThat(options.shared(Optional.empty())).isEmpty();
    }

    @Test
    void theVariableHasTheAddressWhereTheOptionIsNotGiven() {
        assertThat(parse().shared(Optional.of(ADDRESS)))
                .contains(new SharedRedis(ADDRESS, "tonewire", Optional.empty()));
        assertThat(
                        parse("--redis", ADDRESS, "--redis-prefix", "p", "--node-id", "one")
                                .shared(Optional.of("redis://other")))
                .contains(new SharedRedis(ADDRESS, "p", Optional.of("one")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis.example.org:6379", "http://redis.example.org", "redis://", "r"})
    void whatIsNoAddressIsRefused(String address) {
        assertThat(parse("--redis", address).problem(Optional.empty()))
                .hasValueSatisfying(why -> assertThat(why).startsWith("--redis is no address"));
    }

    @Test
    void namesThatCannotBeUsedAreRefused() {
        assertThat(parse("--redis", ADDRESS, "--redis-prefix", "{a}").problem(Optional.empty()))
                .isPresent();
        assertThat(parse("--redis", ADDRESS, "--node-id", "a b").problem(Optional.empty()))
                .isPresent();
        assertThat(parse("--node-id", "one").problem(Optional.empty())).isPresent();
    }

    @Test
    void nothingShowsTheAddress() {
        SharedRedis shared = parse("--redis", ADDRESS).shared(Optional.empty()).orElseThrow();
        RedisConfig config = new RedisConfig(shared.address(), shared.prefix(), shared.nodeId());
        assertThat(shared.toString() + config).doesNotContain("lovelace");
    }

    private static RedisOptions parse(String... arguments) {
        RedisOptions options = new RedisOptions();
        var _ = new CommandLine(options).parseArgs(arguments);
        return options;
    }
}
