package org.tonewire.architecture;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes values of any type a record is made of, which differ where their numbers do.
final class Samples {
    private Samples() {}

    /// Of a type that is more than a value.
    static final class NoSampleException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoSampleException(Type type) {
            super("no sample of " + type);
        }
    }

    /// @param number 0 or 1, for every type has two values
    static Object of(Type type, int number) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic, number);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == boolean.class) {
            return number == 1;
        }
        if (plain == int.class) {
            return 100 + number;
        }
        if (plain == long.class) {
            return 100L + number;
        }
        if (plain == double.class) {
            return 0.25 + number / 2.0;
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[number];
        }
        if (plain.isRecord()) {
            return record(plain, number);
        }
        if (plain.isSealed()) {
            return of(plain.getPermittedSubclasses()[number], number);
        }
        return object(plain, number);
    }

    private static Object container(Class<?> raw, ParameterizedType generic, int number)
            throws ReflectiveOperationException {
        Object element = of(generic.getActualTypeArguments()[0], number);
        if (raw == Optional.class) {
            return Optional.of(element);
        }
        if (raw == List.class) {
            return List.of(element);
        }
        if (raw == Set.class) {
            return Set.of(element);
        }
        if (raw == Map.class) {
            return Map.of(element, of(generic.getActualTypeArguments()[1], number));
        }
        throw new NoSampleException(generic);
    }

    private static Object object(Class<?> type, int number) throws ReflectiveOperationException {
        if (type == String.class) {
            return "abc" + number;
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(100 + number);
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(100 + number);
        }
        if (type == Path.class) {
            return Path.of("/samples/" + number);
        }
        if (type == URI.class) {
            return URI.create("https://example.org/" + number);
        }
        if (type.isInterface()) {
            return stand(type, number);
        }
        if (type == byte[].class) {
            return new byte[] {(byte) number};
        }
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        if (constructor.getParameterCount() == 1
                && constructor.getParameterTypes()[0] == byte[].class) {
            return made(constructor, number);
        }
        throw new NoSampleException(type);
    }

    private static Object made(Constructor<?> constructor, int number)
            throws ReflectiveOperationException {
        Type[] types = constructor.getGenericParameterTypes();
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = of(types[i], number);
        }
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    /// Equal to those of the same number.
    private static Object stand(Class<?> type, int number) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) ->
                        switch (method.getName()) {
                            case "equals" ->
                                    type.isInstance(arguments[0])
                                            && arguments[0].hashCode() == number;
                            case "hashCode" -> number;
                            default -> type.getSimpleName() + number;
                        });
    }

    static Object record(Class<?> type, int number) throws ReflectiveOperationException {
        Class<?>[] types =
                Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            return made(type.getDeclaredConstructor(types), number);
        } catch (InvocationTargetException _) {
            return constant(type);
        }
    }

    /// Of a record that does not take everything: the only one that is known to be right.
    private static Object constant(Class<?> type) throws ReflectiveOperationException {
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType().equals(type)) {
                return field.get(null);
            }
        }
        throw new NoSampleException(type);
    }
}
