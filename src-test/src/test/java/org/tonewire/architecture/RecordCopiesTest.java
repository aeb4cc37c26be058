package org.tonewire.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A record's `with…` method changes the components it is given, and no other.
class RecordCopiesTest {
    @Test
    void aCopyDiffersInWhatIsGivenAndInNothingElse() throws ReflectiveOperationException {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Method copy : copies()) {
            try {
                List<String> changed = changedBy(copy);
                tried++;
                if (!isRight(copy, changed)) {
                    wrong.add(copy + " changes " + changed);
                }
            } catch (Samples.NoSampleException _) {
                // A part that does something: what is handed on there is never another number.
            }
        }
        assertThat(tried).as("methods that copy records").isGreaterThan(40);
        assertThat(wrong).isEmpty();
    }

    private static List<Method> copies() {
        return House.classes().stream()
                .filter(JavaClass::isRecord)
                .map(JavaClass::reflect)
                .flatMap(type -> copies(type).stream())
                .toList();
    }

    private static List<Method> copies(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getName().matches("with([A-Z].*)?"))
                .filter(method -> method.getReturnType() == type)
                .filter(method -> method.getParameterCount() > 0)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .toList();
    }

    private static List<String> changedBy(Method copy) throws ReflectiveOperationException {
        Class<?> type = copy.getDeclaringClass();
        Object before = Samples.record(type, 0);
        Object[] given = new Object[copy.getParameterCount()];
        for (int i = 0; i < given.length; i++) {
            Type wanted = copy.getGenericParameterTypes()[i];
            given[i] = Samples.of(wanted, 1);
            if (given[i].equals(Samples.of(wanted, 0))) {
                throw new Samples.NoSampleException(wanted);
            }
        }
        copy.setAccessible(true);
        Object after = copy.invoke(before, given);
        List<String> changed = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Method read = component.getAccessor();
            read.setAccessible(true);
            if (!Objects.equals(read.invoke(before), read.invoke(after))) {
                changed.add(component.getName());
            }
        }
        return changed;
    }

    /// As many as are given; where one is, the one that the method names.
    private static boolean isRight(Method copy, List<String> changed) {
        String named = copy.getName().substring("with".length());
        return changed.size() == copy.getParameterCount()
                && (changed.size() > 1
                        || named.isEmpty()
                        || changed.getFirst().equalsIgnoreCase(named));
    }
}
