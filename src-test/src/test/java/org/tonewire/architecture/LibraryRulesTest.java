package org.tonewire.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.tonewire.architecture.House.mustHold;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryRulesTest {
    @ParameterizedTest(name = "{0} in {1} only")
    @CsvSource({
        "io.netty.., org.tonewire.signaling.server..",
        "io.micrometer.., org.tonewire.signaling.server..",
        "java.sql.., org.tonewire.signaling.server..",
        "io.lettuce.., org.tonewire.signaling.cluster.redis..",
        "dev.onvoid.webrtc.., org.tonewire.app.rtc..",
        "org.lwjgl.., org.tonewire.app.audio..",
        "org.bytedeco.., org.tonewire.app.media..",
        "org.glassfish.tyrus.., org.tonewire.app.signaling..",
        "jakarta.websocket.., org.tonewire.app.signaling..",
        "javafx.., org.tonewire.app.ui..",
        "atlantafx.., org.tonewire.app.ui..",
        "org.kordamp.ikonli.., org.tonewire.app.ui..",
        "com.google.zxing.., org.tonewire.app.ui..",
        "org.commonmark.., org.tonewire.app.ui.help..",
        "javax.jmdns.., org.tonewire.app.lan..",
        "org.freedesktop.dbus.., org.tonewire.app.desktop..",
        "picocli.., org.tonewire.app.cli..",
    })
    void aLibraryStaysInItsRoom(String library, String room) {
        mustHold(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(room)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library)
                        .because(
                                "a library that one package knows can be replaced in one package"));
    }

    @ParameterizedTest(name = "view models without {0}")
    @CsvSource({"javafx.scene..", "javafx.stage..", "javafx.application.."})
    void viewModelsHoldNoNodes(String nodes) {
        mustHold(
                noClasses()
                        .that(DescribedPredicate.describe("are view models", this::isViewModel))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(nodes)
                        .because("a view model is tested without a window"));
    }

    private boolean isViewModel(JavaClass type) {
        return type.getName().replaceAll("\\$.*", "").endsWith("ViewModel");
    }
}
