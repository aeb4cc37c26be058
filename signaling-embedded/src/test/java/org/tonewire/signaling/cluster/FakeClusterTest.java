package org.tonewire.signaling.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

final class FakeClusterTest extends ClusterStoreContract {
    private final FakeCluster cluster = new FakeCluster(Duration.ofMillis(1));

    @Override
    protected ClusterStore store(NodeId node) {
        cluster.add(node, (_, _) -> {}, () -> {});
        return cluster.store(node);
    }

    @Override
    protected <T> T answer(Consumer<Consumer<T>> command) {
        List<T> answers = new ArrayList<>();
        command.accept(answers::add);
        cluster.pass(Duration.ofMillis(10));
        return answers.getFirst();
    }
}
