package org.tonewire.signaling.cluster.redis;

import io.lettuce.core.ScriptOutputType;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;
import org.tonewire.signaling.cluster.ClusterStore;
import org.tonewire.signaling.cluster.NodeId;

/// This server as a member of the cluster.
///
/// @param node a random number: it is another one after a restart, and if Redis lost the number of
///   the last server that started, no two get the same
/// @param id the name that people gave it
record RedisMember(NodeId node, String id) {
    private static final int ATTEMPTS = 20;
    private static final long BETWEEN_NANOS = 200_000_000;

    /// Begins the lease. A server with this id that was killed has its lease for a while.
    ///
    /// @return false if another server with this id runs
    static boolean begin(RedisLink link, RedisKeys keys, RedisMember self) {
        for (int i = 0; i < ATTEMPTS; i++) {
            String answer =
                    link.blocking()
                            .eval(
                                    RedisScripts.BEGIN,
                                    ScriptOutputType.VALUE,
                                    new String[] {keys.nodes(), keys.id(self.id())},
                                    String.valueOf(self.node().number()),
                                    String.valueOf(ClusterStore.LEASE.toMillis()));
            if (answer.equals("ok")) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
        return false;
    }

    static RedisMember random(SecureRandom random, RedisConfig config) {
        byte[] name = new byte[4];
        random.nextBytes(name);
        return new RedisMember(
                new NodeId(random.nextLong(1, NodeId.MAX + 1)),
                config.nodeId().orElseGet(() -> HexFormat.of().formatHex(name)));
    }
}
