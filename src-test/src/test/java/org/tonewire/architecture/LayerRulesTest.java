package org.tonewire.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.tonewire.architecture.House.ADAPTERS;
import static org.tonewire.architecture.House.CLI;
import static org.tonewire.architecture.House.CODEC;
import static org.tonewire.architecture.House.CORE;
import static org.tonewire.architecture.House.PROTOCOL;
import static org.tonewire.architecture.House.ROOM;
import static org.tonewire.architecture.House.SERVER;
import static org.tonewire.architecture.House.SHELL;
import static org.tonewire.architecture.House.UI;
import static org.tonewire.architecture.House.WIRING;
import static org.tonewire.architecture.House.mustHold;
import static org.tonewire.architecture.House.theJdkAnd;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

class LayerRulesTest {
    private static final DescribedPredicate<JavaClass> NAMED_WIRING =
            DescribedPredicate.describe(
                    "Wiring",
                    type ->
                            type.getName().equals(WIRING)
                                    || type.getName().startsWith(WIRING + "$"));

    @Test
    void protocolKnowsTheJdkOnly() {
        mustHold(
                classes()
                        .that()
                        .resideInAPackage(PROTOCOL)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(theJdkAnd(PROTOCOL))
                        .because("messages are plain values that server, client and core share"));
    }

    @Test
    void roomKnowsProtocolOnly() {
        mustHold(
                classes()
                        .that()
                        .resideInAPackage(ROOM)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(theJdkAnd(ROOM, PROTOCOL))
                        .because("the rules of a room are pure and know no wire"));
    }

    @Test
    void codecKnowsProtocolAndGsonOnly() {
        mustHold(
                classes()
                        .that()
                        .resideInAPackage(CODEC)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(theJdkAnd(CODEC, PROTOCOL, "com.google.gson.."))
                        .because(
                                "JSON is one way to write the messages, without sockets or rooms"));
    }

    @Test
    void nothingInSignalingKnowsTheServerAboveIt() {
        mustHold(
                noClasses()
                        .that()
                        .resideInAnyPackage("org.tonewire.signaling..")
                        .and()
                        .resideOutsideOfPackage(SERVER)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(SERVER)
                        .because("sockets are a shell round the rooms and the dialects"));
    }

    @Test
    void signalingNeverKnowsTheApplication() {
        mustHold(
                noClasses()
                        .that()
                        .resideInAPackage("org.tonewire.signaling..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.tonewire.app..")
                        .because("the server also runs without the application"));
    }

    @Test
    void coreKnowsNoLibrary() {
        mustHold(
                classes()
                        .that()
                        .resideInAPackage(CORE)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(theJdkAnd(CORE, PROTOCOL, "org.slf4j"))
                        .because("the domain must outlive every library round it"));
    }

    @Test
    void theShellKnowsTheCoreOnly() {
        mustHold(
                classes()
                        .that()
                        .resideInAPackage(SHELL)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(theJdkAnd(SHELL, CORE, PROTOCOL, "org.slf4j"))
                        .because(
                                "it holds ports and values: what touches the desktop is an adapter"));
    }

    @Test
    void theCoreHoldsTheDomainAlone() {
        mustHold(
                noClasses()
                        .that()
                        .resideInAPackage(CORE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(SHELL)
                        .because("a session needs no desktop around it"));
    }

    @Test
    void packagesHaveNoCircles() {
        mustHold(
                slices().matching("org.tonewire.(**)")
                        .should()
                        .beFreeOfCycles()
                        .because("a package that needs another one back is half of one idea"));
    }

    @Test
    void coreOpensNoSocketsAndDrawsNothing() {
        mustHold(
                noClasses()
                        .that()
                        .resideInAPackage(CORE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "java.net.http..",
                                "java.nio.channels..",
                                "javax.net..",
                                "javax.sound..",
                                "javax.swing..",
                                "java.awt..",
                                "java.sql..")
                        .because("what touches the world is an adapter behind a port"));
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        mustHold(
                slices().matching(
                                "org.tonewire.app.(audio|rtc|signaling|media|store|hosting|logging|instance|lan|desktop)..")
                        .should()
                        .notDependOnEachOther()
                        .because("an adapter is core and one library, and can be replaced alone"));
    }

    @Test
    void adaptersKnowNeitherWindowNorCommandLine() {
        mustHold(
                noClasses()
                        .that()
                        .resideInAnyPackage(ADAPTERS)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(UI, CLI)
                        .because("dependencies point down only"));
    }

    @Test
    void onlyWiringNamesAdapters() {
        mustHold(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(ADAPTERS)
                        .and(DescribedPredicate.not(NAMED_WIRING))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(ADAPTERS)
                        .because("everything else sees the ports in core"));
    }
}
