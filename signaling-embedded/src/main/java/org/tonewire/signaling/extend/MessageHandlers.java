package org.tonewire.signaling.extend;

import com.google.gson.JsonObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;

/// The message handlers of a server by message type. All checks happen when they are registered.
/// Immutable; the server calls handlers on one thread, `tonewire-handlers`.
public final class MessageHandlers {
    public static final MessageHandlers NONE = new MessageHandlers(Map.of());

    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /// The types of the client families, which no handler may take.
    static final Set<String> RESERVED =
            Set.of(
                    "CONFIRM_ID",
                    "JOIN",
                    "CLIENTS",
                    "OFFER",
                    "ANSWER",
                    "CANDIDATE",
                    "register",
                    "offer",
                    "answer",
                    "ice_candidate",
                    "login",
                    "candidate",
                    "hello",
                    "open",
                    "own",
                    "query",
                    "end",
                    "enter",
                    "join",
                    "leave",
                    "restart",
                    "refuse");

    private static final Map<Class<?>, Function<ReceivedMessage, Object>> SUPPORTED = supported();

    private record Handler(
            Object owner, Method method, List<Function<ReceivedMessage, Object>> parameters) {}

    private final Map<String, Handler> byType;

    private MessageHandlers(Map<String, Handler> byType) {
        this.byType = Map.copyOf(byType);
    }

    /// Registers the methods of these objects that are marked with [Handles].
    ///
    /// @throws IllegalArgumentException if a parameter type is not supported, or a message type is
    ///   malformed, reserved or registered twice
    public static MessageHandlers of(Object... owners) {
        Map<String, Handler> byType = new HashMap<>();
        for (Object owner : owners) {
            long marked = 0;
            for (Method method : owner.getClass().getDeclaredMethods()) {
                Handles handles = method.getAnnotation(Handles.class);
                if (handles != null) {
                    marked++;
                    register(byType, handles.value(), handler(owner, method));
                }
            }
            if (marked == 0) {
                throw new IllegalArgumentException(
                        owner.getClass().getName() + " has no method marked with @Handles");
            }
        }
        return new MessageHandlers(byType);
    }

    public Set<String> types() {
        return byType.keySet();
    }

    /// Calls the handler of the message type; does nothing if there is none.
    ///
    /// @throws InvocationTargetException wraps what the handler threw
    public void call(ReceivedMessage message) throws InvocationTargetException {
        Handler handler = byType.get(message.type());
        if (handler == null) {
            return;
        }
        Object[] arguments =
                handler.parameters().stream().map(part -> part.apply(message)).toArray();
        try {
            handler.method().invoke(handler.owner(), arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a handler was made accessible and is not", e);
        }
    }

    private static void register(Map<String, Handler> byType, String[] types, Handler handler) {
        if (types.length == 0) {
            throw new IllegalArgumentException(name(handler.method()) + " names no type");
        }
        for (String type : types) {
            if (!TYPE.matcher(type).matches()) {
                throw new IllegalArgumentException(
                        "a type is 1 to 64 letters, digits or _ . -, not \"" + type + "\"");
            }
            if (RESERVED.contains(type)) {
                throw new IllegalArgumentException(
                        "type "
                                + type
                                + " is the families' own; taken are "
                                + String.join(", ", RESERVED.stream().sorted().toList()));
            }
            if (byType.putIfAbsent(type, handler) != null) {
                throw new IllegalArgumentException("type " + type + " has two handlers");
            }
        }
    }

    private static Handler handler(Object owner, Method method) {
        List<Function<ReceivedMessage, Object>> parameters =
                Arrays.stream(method.getParameterTypes())
                        .map(wanted -> parameter(method, wanted))
                        .toList();
        method.setAccessible(true);
        return new Handler(owner, method, parameters);
    }

    private static Function<ReceivedMessage, Object> parameter(Method method, Class<?> wanted) {
        Function<ReceivedMessage, Object> part = SUPPORTED.get(wanted);
        if (part == null) {
            throw new IllegalArgumentException(
                    name(method)
                            + " asks for "
                            + wanted.getSimpleName()
                            + "; a handler may ask for "
                            + SUPPORTED.keySet().stream()
                                    .map(Class::getSimpleName)
                                    .collect(Collectors.joining(", ")));
        }
        return part;
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static Map<Class<?>, Function<ReceivedMessage, Object>> supported() {
        Map<Class<?>, Function<ReceivedMessage, Object>> parts = new LinkedHashMap<>();
        parts.put(RoomName.class, ReceivedMessage::room);
        parts.put(ParticipantId.class, ReceivedMessage::sender);
        parts.put(String.class, ReceivedMessage::type);
        parts.put(JsonObject.class, ReceivedMessage::payload);
        parts.put(Replies.class, ReceivedMessage::replies);
        return parts;
    }
}
