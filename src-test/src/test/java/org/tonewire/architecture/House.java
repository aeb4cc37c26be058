package org.tonewire.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/// The classes that ship, read once, and the names of the parts they fall into.
final class House {
    static final String PROTOCOL = "org.tonewire.signaling.protocol..";
    static final String ROOM = "org.tonewire.signaling.room..";
    static final String CODEC = "org.tonewire.signaling.codec..";
    static final String SERVER = "org.tonewire.signaling.server..";

    static final String CORE = "org.tonewire.app.core..";
    static final String AUDIO = "org.tonewire.app.audio..";
    static final String RTC = "org.tonewire.app.rtc..";
    static final String CHANNEL = "org.tonewire.app.signaling..";
    static final String MEDIA = "org.tonewire.app.media..";
    static final String STORE = "org.tonewire.app.store..";
    static final String UI = "org.tonewire.app.ui..";
    static final String CLI = "org.tonewire.app.cli..";

    static final String JSON = "org.tonewire.app.json..";
    static final String SHELL = "org.tonewire.app.shell..";
    static final String HOSTING = "org.tonewire.app.hosting..";
    static final String LOGGING = "org.tonewire.app.logging..";
    static final String INSTANCE = "org.tonewire.app.instance..";
    static final String LAN = "org.tonewire.app.lan..";
    static final String DESKTOP = "org.tonewire.app.desktop..";

    static final String[] ADAPTERS = {
        AUDIO, RTC, CHANNEL, MEDIA, STORE, JSON, HOSTING, LOGGING, INSTANCE, LAN, DESKTOP
    };
    static final String WIRING = "org.tonewire.app.Wiring";

    /// The JDK, and the marks that say what may be null.
    static final String[] JDK = {"java..", "javax..", "org.jspecify.annotations.."};

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("/src-test/"))
                    .importPackages("org.tonewire.signaling", "org.tonewire.app");

    private House() {}

    static void mustHold(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    static JavaClasses classes() {
        return CLASSES;
    }

    static String[] theJdkAnd(String... others) {
        var all = new String[JDK.length + others.length];
        System.arraycopy(JDK, 0, all, 0, JDK.length);
        System.arraycopy(others, 0, all, JDK.length, others.length);
        return all;
    }
}
