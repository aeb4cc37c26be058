package org.tonewire.app.logging;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// A rolling log file with a size limit.
final class LogFile {
    static final String NAME = "tonewire.log";
    static final long MAX_BYTES = 1_000_000;

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LogFile.class);
    private static final int OLD_FILES = 4;
    private static final String PATTERN =
            "%date{yyyy-MM-dd HH:mm:ss.SSS} [%level] %logger{0}: "
                    + OneLine.LOGBACK_MESSAGE
                    + "%n%ex{12}";

    private LogFile() {}

    /// Opens the file, with a folder for its owner only. At its size limit, the file becomes
    /// `tonewire.1.log`, and so on up to 4. Empty where the folder cannot be written.
    static Optional<Appender<ILoggingEvent>> open(Context context, Path folder, long maxBytes) {
        try {
            makeFolder(folder);
        } catch (IOException e) {
            LOG.debug("there is no log file: {}", e.toString());
            return Optional.empty();
        }
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(folder.resolve(NAME).toString());
        appender.setEncoder(encoder(context));
        appender.setRollingPolicy(rolling(context, appender, folder));
        appender.setTriggeringPolicy(bySize(context, maxBytes));
        appender.start();
        return Optional.<Appender<ILoggingEvent>>of(appender).filter(Appender::isStarted);
    }

    private static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static PatternLayoutEncoder encoder(Context context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }

    private static FixedWindowRollingPolicy rolling(
            Context context, RollingFileAppender<ILoggingEvent> appender, Path folder) {
        FixedWindowRollingPolicy policy = new FixedWindowRollingPolicy();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(folder.resolve("tonewire.%i.log").toString());
        policy.setMinIndex(1);
        policy.setMaxIndex(OLD_FILES);
        policy.start();
        return policy;
    }

    private static SizeBasedTriggeringPolicy<ILoggingEvent> bySize(Context context, long maxBytes) {
        SizeBasedTriggeringPolicy<ILoggingEvent> policy = new SizeBasedTriggeringPolicy<>();
        policy.setContext(context);
        policy.setMaxFileSize(new FileSize(maxBytes));
        policy.setCheckIncrement(Duration.buildByMilliseconds(0));
        policy.start();
        return policy;
    }
}
