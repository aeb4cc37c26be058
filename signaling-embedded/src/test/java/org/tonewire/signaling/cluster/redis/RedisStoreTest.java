package org.tonewire.signaling.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisURI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.cluster.ClusterStore;
import org.tonewire.signaling.cluster.ClusterStoreContract;
import org.tonewire.signaling.cluster.NodeId;

@Tag("linux")
final class RedisStoreTest extends ClusterStoreContract {
    private final RedisServer redis = RedisServer.start();
    private final List<RedisLink> links = new ArrayList<>();

    @AfterEach
    void close() {
        links.forEach(RedisLink::close);
        redis.close();
    }

    @Test
    void nothingOutsideOfThePrefixIsTouched() {
        var _ = redis.command("SET", "stranger", "here");
        theServersThatLiveKnowEachOtherAndARoom();
        assertThat(redis.command("KEYS", "*"))
                .contains("stranger")
                .allMatch(key -> key.equals("stranger") || key.startsWith("{p}:"));
    }

    private void theServersThatLiveKnowEachOtherAndARoom() {
        ClusterStore one = store(ONE);
        assertThat(this.<Object>answer(done -> one.beat(done::accept))).isNotNull();
    }

    @Override
    protected ClusterStore store(NodeId node) {
        RedisLink link = new RedisLink(RedisURI.create(redis.address()));
        links.add(link);
        RedisKeys keys = new RedisKeys("p", 0);
        RedisMember self = new RedisMember(node, "node " + node);
        assertThat(RedisMember.begin(link, keys, self)).isTrue();
        return new RedisStore(
                link, keys, self, new NodeMessageCodec(WireClock.system()), Runnable::run);
    }

    @Override
    protected <T> T answer(Consumer<Consumer<T>> command) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        command.accept(answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
