package org.tonewire.signaling.cluster.redis;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.tonewire.signaling.cluster.ClusterStore;
import org.tonewire.signaling.cluster.NodeId;
import org.tonewire.signaling.cluster.NodeMessage.Home;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.RoomRecord;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.Stay;

/// The store of a cluster in Redis: a sorted set of the servers, by the end of their leases, and a
/// hash for each room: its home, the epoch, and the record. Rooms that no server stores again are
/// forgotten after an hour, rooms that stay an hour after their time.
final class RedisStore implements ClusterStore {
    private static final int MAX_LISTED = 1000;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final String LEASE_MILLIS = String.valueOf(LEASE.toMillis());

    private final RedisLink link;
    private final RedisKeys keys;
    private final RedisMember self;
    private final NodeMessageCodec codec;
    private final Executor thread;
    private Consumer<Beat> listener = _ -> {};

    /// @param thread that of the rooms, for answers
    RedisStore(
            RedisLink link,
            RedisKeys keys,
            RedisMember self,
            NodeMessageCodec codec,
            Executor thread) {
        this.link = link;
        this.keys = keys;
        this.self = self;
        this.codec = codec;
        this.thread = thread;
    }

    /// @param learn receives each answer to a beat first
    void onBeat(Consumer<Beat> learn) {
        listener = learn;
    }

    @Override
    public void beat(Consumer<Optional<Beat>> answer) {
        run(
                RedisScripts.BEAT,
                List.of(keys.nodes(), keys.id(self.id())),
                List.of(me(), LEASE_MILLIS),
                found -> {
                    Optional<Beat> beat = found.map(RedisStore::beat);
                    beat.ifPresent(listener);
                    answer.accept(beat);
                });
    }

    private static Beat beat(List<String> answer) {
        Map<NodeId, Duration> others = new LinkedHashMap<>();
        for (int i = 1; i + 1 < answer.size(); i += 2) {
            others.put(
                    new NodeId(Long.parseLong(answer.get(i))),
                    Duration.ofMillis((long) Double.parseDouble(answer.get(i + 1))));
        }
        return new Beat(answer.getFirst().equals("1"), others);
    }

    /// Whether a server lives that the last beat did not know.
    void lives(NodeId node, Consumer<Optional<Boolean>> answer) {
        run(
                RedisScripts.LIVES_NOW,
                List.of(keys.nodes()),
                List.of(text(node)),
                found -> answer.accept(found.map(each -> each.getFirst().equals("1"))));
    }

    @Override
    public void claim(RoomName room, Consumer<Optional<Claim>> answer) {
        run(
                RedisScripts.CLAIM,
                List.of(keys.nodes(), keys.room(room)),
                List.of(me(), String.valueOf(KEPT.toMillis())),
                found ->
                        answer.accept(
                                found.filter(each -> each.size() >= 2)
                                        .map(each -> new Claim(home(each), record(each)))));
    }

    private Optional<RoomRecord> record(List<String> answer) {
        return answer.size() < 3 || answer.get(2).isEmpty()
                ? Optional.empty()
                : codec.decodeRoom(answer.get(2));
    }

    private static Home home(List<String> answer) {
        return new Home(new NodeId(Long.parseLong(answer.get(0))), Long.parseLong(answer.get(1)));
    }

    @Override
    public void write(RoomRecord room, long epoch, Consumer<Optional<Written>> answer) {
        Duration kept = KEPT.plus(room.stay().map(Stay::keep).orElse(Duration.ZERO));
        run(
                RedisScripts.WRITE,
                List.of(keys.room(room.name()), keys.rooms()),
                List.of(
                        me(),
                        String.valueOf(epoch),
                        codec.encode(room),
                        String.valueOf(kept.toMillis()),
                        codec.encodeSummary(room),
                        room.name().value()),
                found -> answer.accept(found.map(RedisStore::written)));
    }

    private static Written written(List<String> answer) {
        return new Written(
                home(answer),
                answer.size() < 3
                        ? Optional.empty()
                        : Optional.of(new NodeId(Long.parseLong(answer.get(2)))));
    }

    @Override
    public void release(RoomName room, long epoch) {
        run(
                RedisScripts.RELEASE,
                List.of(keys.room(room), keys.rooms()),
                List.of(me(), String.valueOf(epoch), room.value()),
                _ -> {});
    }

    @Override
    public void give(RoomName room, long epoch, NodeId to) {
        run(
                RedisScripts.GIVE,
                List.of(keys.room(room)),
                List.of(me(), String.valueOf(epoch), text(to)),
                _ -> {});
    }

    /// The rooms of all servers, some of them if there are very many.
    void list(Consumer<Optional<List<Rooms.Summary>>> answer) {
        run(
                RedisScripts.LIST,
                List.of(keys.nodes(), keys.rooms()),
                List.of(keys.everyRoom(), String.valueOf(MAX_LISTED)),
                found ->
                        answer.accept(
                                found.map(entries ->
                                        entries.stream()
                                                .flatMap(each -> codec.decodeSummary(each).stream())
                                                .toList())));
    }

    @Override
    public void leave() {
        run(RedisScripts.LEAVE, List.of(keys.nodes(), keys.id(self.id())), List.of(me()), _ -> {});
    }

    private void run(
            String script,
            List<String> names,
            List<String> arguments,
            Consumer<Optional<List<String>>> answer) {
        link.run(
                script,
                names,
                arguments,
                found -> RoomsThread.execute(thread, () -> answer.accept(found)));
    }

    private String me() {
        return text(self.node());
    }

    private static String text(NodeId node) {
        return String.valueOf(node.number());
    }
}
