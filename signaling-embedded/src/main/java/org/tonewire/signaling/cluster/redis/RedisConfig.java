package org.tonewire.signaling.cluster.redis;

import io.lettuce.core.RedisURI;
import java.util.Optional;

/// Which Redis the servers of a cluster share.
///
/// @param address such as `rediss://user:password@redis.example.org:6379/1`
/// @param prefix of all keys and channels; servers with the same one are a cluster
/// @param nodeId the name of this server in the cluster; empty for a random one
public record RedisConfig(String address, String prefix, Optional<String> nodeId) {
    public static final String DEFAULT_PREFIX = "tonewire";

    /// Whether it is an address of a Redis.
    public static boolean isAddress(String text) {
        try {
            RedisURI uri = RedisURI.create(text);
            return (uri.getHost() != null && !uri.getHost().isBlank())
                    || !uri.getSentinels().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    RedisURI uri() {
        return RedisURI.create(address);
    }

    /// Where it is, without the password.
    String place() {
        RedisURI uri = uri();
        return uri.getSentinels().isEmpty()
                ? uri.getHost() + ":" + uri.getPort()
                : uri.getSentinels().getFirst().getHost()
                        + ":"
                        + uri.getSentinels().getFirst().getPort();
    }

    /// Without the password.
    @Override
    public String toString() {
        return "RedisConfig[" + place() + ", " + prefix + ", " + nodeId.orElse("-") + "]";
    }
}
