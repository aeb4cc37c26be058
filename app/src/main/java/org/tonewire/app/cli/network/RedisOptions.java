package org.tonewire.app.cli.network;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.host.SharedRedis;
import org.tonewire.signaling.cluster.redis.RedisConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Options of the server about the Redis of a cluster.
@Command
public final class RedisOptions {
    /// The variable that has the address where the option is not given: arguments can be seen by
    /// everybody on the computer, and the address may have a password.
    public static final String VARIABLE = "TONEWIRE_REDIS";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    @Option(
            names = "--redis",
            paramLabel = "ADDRESS",
            description = {
                "Shares rooms with other servers through this Redis 7, such as",
                "rediss://user:password@redis.example.org:6379/0; the environment variable",
                "TONEWIRE_REDIS may have it."
            })
    private @Nullable String address;

    @Option(
            names = "--redis-prefix",
            paramLabel = "P",
            defaultValue = RedisConfig.DEFAULT_PREFIX,
            description = "Begin of all names in Redis (${DEFAULT-VALUE}).")
    private String prefix = RedisConfig.DEFAULT_PREFIX;

    @Option(
            names = "--node-id",
            paramLabel = "N",
            description = "Name of this server in the cluster (random).")
    private @Nullable String nodeId;

    /// What is wrong with them, if anything.
    ///
    /// @param variable the value of [#VARIABLE]
    public Optional<String> problem(Optional<String> variable) {
        Optional<String> given = Optional.ofNullable(address).or(() -> variable);
        if (given.isEmpty()) {
            return nodeId == null
                    ? Optional.empty()
                    : Optional.of("--node-id is for a cluster: add --redis");
        }
        if (!RedisConfig.isAddress(given.get())) {
            return Optional.of("--redis is no address such as redis://redis.example.org:6379");
        }
        if (!NAME.matcher(prefix).matches()) {
            return Optional.of("--redis-prefix is 1 to 64 letters, digits or . _ : -");
        }
        return nodeId == null || NAME.matcher(nodeId).matches()
                ? Optional.empty()
                : Optional.of("--node-id is 1 to 64 letters, digits or . _ : -");
    }

    /// Empty for a server alone.
    public Optional<SharedRedis> shared(Optional<String> variable) {
        return Optional.ofNullable(address)
                .or(() -> variable)
                .map(given -> new SharedRedis(given, prefix, Optional.ofNullable(nodeId)));
    }
}
