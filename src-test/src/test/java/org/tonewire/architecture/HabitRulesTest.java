package org.tonewire.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.architecture.House.CLI;
import static org.tonewire.architecture.House.mustHold;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HabitRulesTest {
    @Test
    void oneClassTalksToTheFxThread() {
        var callers = new TreeSet<String>();
        for (var type : House.classes()) {
            for (var call : type.getMethodCallsFromSelf()) {
                if (call.getTargetOwner().getName().equals("javafx.application.Platform")
                        && call.getName().equals("runLater")) {
                    callers.add(type.getName().replaceAll("\\$.*", ""));
                }
            }
        }
        assertThat(callers)
                .as("the way onto the FX thread is one class, so its load can be bounded there")
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void nobodySleeps() {
        mustHold(
                noClasses()
                        .should()
                        .callMethodWhere(
                                target(owner(assignableTo(Thread.class)))
                                        .and(target(name("sleep"))))
                        .because("who waits waits for something, and can say for what"));
    }

    @Test
    void onlyTheCommandLineWritesToStandardOutput() {
        mustHold(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(CLI)
                        .should()
                        .accessField(System.class, "out")
                        .because("standard output carries the events of --json"));
        mustHold(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(CLI)
                        .should()
                        .accessField(System.class, "err")
                        .because(
                                "what a person should read goes through the command line's words"));
    }

    @Test
    void nobodyPrintsStackTraces() {
        mustHold(
                noClasses()
                        .should()
                        .callMethodWhere(
                                target(owner(assignableTo(Throwable.class)))
                                        .and(target(name("printStackTrace"))))
                        .because("a person gets a reason, the log gets the rest"));
    }

    @Test
    void nobodyIsASingleton() {
        mustHold(
                noMethods()
                        .should()
                        .haveName("getInstance")
                        .because("Wiring hands every object to those who need it"));
    }

    @Test
    void namesSayWhatThingsAre() {
        mustHold(
                noClasses()
                        .should()
                        .haveNameMatching(".*\\.\\w*(Manager|Helper|Utils?|Impl)")
                        .because("such a name fits anything, so anything moves in"));
    }

    @Test
    void constructorsTakeSixThingsAtMost() {
        mustHold(
                classes()
                        .that(DescribedPredicate.describe("are built by hand", this::isBuiltByHand))
                        .should(haveConstructorsWithParametersUpTo(6))
                        .because("who needs more does more than one thing"));
    }

    private boolean isBuiltByHand(JavaClass type) {
        return !type.isRecord()
                && !type.isEnum()
                && !type.isInterface()
                && (type.isTopLevelClass()
                        || (type.isMemberClass()
                                && type.getModifiers().contains(JavaModifier.STATIC)));
    }

    private static ArchCondition<JavaClass> haveConstructorsWithParametersUpTo(int most) {
        return new ArchCondition<>("have constructors with at most " + most + " parameters") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaConstructor constructor : type.getConstructors()) {
                    int count = constructor.getRawParameterTypes().size();
                    if (count > most) {
                        events.add(
                                SimpleConditionEvent.violated(
                                        constructor,
                                        constructor.getFullName() + " takes " + count));
                    }
                }
            }
        };
    }
}
