package org.tonewire.signaling.cluster.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connections to Redis: one for commands, which Redis runs in their order, and one on which
/// messages arrive. They are made again when they break. What was under way then, what comes
/// meanwhile, and what is too much fails: nothing is sent twice, and nothing waits without limit.
/// Thread-safe. Answers arrive on the thread `tonewire-redis`, which must not be held up; or, if
/// the command fails at once, on the thread of the caller.
final class RedisLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration RECONNECT = Duration.ofMillis(500);
    private static final int MAX_COMMANDS = 8192;
    private static final long MAX_CHARACTERS = 16 * 1024 * 1024;

    private final ClientResources resources;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> commands;
    private final StatefulRedisPubSubConnection<String, String> channels;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong waitingCharacters = new AtomicLong();

    /// Connects; blocks for some seconds at most.
    ///
    /// @throws RedisException if Redis cannot be reached or refuses
    RedisLink(RedisURI address) {
        resources =
                ClientResources.builder()
                        .ioThreadPoolSize(2)
                        .computationThreadPoolSize(2)
                        .reconnectDelay(Delay.constant(RECONNECT))
                        .threadFactoryProvider(
                                _ -> Thread.ofPlatform().daemon().name("tonewire-redis").factory())
                        .build();
        RedisURI limited = RedisURI.builder(address).withTimeout(CONNECT).build();
        client = RedisClient.create(resources, limited);
        client.setOptions(options());
        try {
            commands = client.connect();
            channels = client.connectPubSub();
        } catch (RedisException e) {
            shutDown();
            throw e;
        }
    }

    private static ClientOptions options() {
        return ClientOptions.builder()
                .autoReconnect(true)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .replayFilter(_ -> true)
                .requestQueueSize(MAX_COMMANDS)
                .socketOptions(
                        SocketOptions.builder()
                                .connectTimeout(CONNECT)
                                .keepAlive(true)
                                .tcpNoDelay(true)
                                .build())
                .timeoutOptions(TimeoutOptions.enabled(ANSWER))
                .build();
    }

    /// Commands whose answer the caller waits for: at the start only.
    RedisCommands<String, String> blocking() {
        return commands.sync();
    }

    /// Runs a script that answers a list of texts.
    ///
    /// @param answer empty if it failed, or did not answer in time
    void run(
            String script,
            List<String> keys,
            List<String> arguments,
            Consumer<Optional<List<String>>> answer) {
        long characters = script.length();
        for (String argument : arguments) {
            characters += argument.length();
        }
        send(
                characters,
                () ->
                        commands.async()
                                .<List<Object>>eval(
                                        script,
                                        ScriptOutputType.MULTI,
                                        keys.toArray(String[]::new),
                                        arguments.toArray(String[]::new)),
                found -> answer.accept(found.map(RedisLink::texts)));
    }

    private static List<String> texts(List<Object> values) {
        return values.stream().map(String::valueOf).toList();
    }

    /// @param delivered how many received it; empty if that is not known
    void publish(String channel, String text, Consumer<Optional<Long>> delivered) {
        send(text.length(), () -> commands.async().publish(channel, text), delivered);
    }

    private <T> void send(
            long characters, Supplier<CompletionStage<T>> command, Consumer<Optional<T>> answer) {
        if (waiting.incrementAndGet() > MAX_COMMANDS
                || waitingCharacters.addAndGet(characters) > MAX_CHARACTERS) {
            done(characters);
            answer.accept(Optional.empty());
            return;
        }
        CompletionStage<T> sent;
        try {
            sent = command.get();
        } catch (RedisException _) {
            done(characters);
            answer.accept(Optional.empty());
            return;
        }
        var _ =
                sent.whenComplete((value, problem) -> {
                    done(characters);
                    answer.accept(problem == null ? Optional.ofNullable(value) : Optional.empty());
                });
    }

    private void done(long characters) {
        waiting.decrementAndGet();
        waitingCharacters.addAndGet(-characters);
    }

    /// Receives the messages of a channel, from the moment on that this returns.
    ///
    /// @param again called when it is received again, after the connection was lost
    void listen(String channel, Consumer<String> receiver, Runnable again) {
        channels.addListener(
                new RedisPubSubAdapter<>() {
                    private boolean begun;

                    @Override
                    public void message(String from, String text) {
                        if (from.equals(channel)) {
                            receiver.accept(text);
                        }
                    }

                    @Override
                    public void subscribed(String to, long count) {
                        if (begun) {
                            again.run();
                        }
                        begun = true;
                    }
                });
        channels.sync().subscribe(channel);
    }

    @Override
    public void close() {
        shutDown();
    }

    private void shutDown() {
        client.shutdown(0, 1, TimeUnit.SECONDS);
        Future<Boolean> ended = resources.shutdown(0, 1, TimeUnit.SECONDS);
        try {
            var _ = ended.get(2, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("the connections to Redis did not end", e);
        }
    }
}
