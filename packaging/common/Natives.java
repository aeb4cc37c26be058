import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies jars without the native libraries in them: `java packaging/common/Natives.java FROM TO`.
/// Those of this system go to `TO/native`, where nothing has to be unpacked at a start and each can
/// be signed; those of other systems, and those nobody calls, go nowhere.
final class Natives {
    private static final Pattern LIBRARY =
            Pattern.compile(".*\\.(so(\\.\\d+)*|dylib|jnilib|dll)$", Pattern.CASE_INSENSITIVE);

    /// Jars whose libraries are found by image.options. Others keep theirs, uncompressed, so that
    /// taking them out again is a mere copy.
    private static final Pattern FOUND_BESIDE =
            Pattern.compile("(javafx|lwjgl|javacpp|ffmpeg|netty-transport-native|sqlite-jdbc)-.*");

    /// Parts of FFmpeg for pictures and devices: sound needs none of them.
    private static final Pattern UNUSED =
            Pattern.compile("(lib)?(jni)?(avdevice|avfilter|swscale)[.-].*");

    private static final Set<String> SYSTEMS =
            Set.of("linux", "windows", "mac", "freebsd", "openbsd", "solaris", "android", "musl");
    private static final Set<String> PROCESSORS =
            Set.of(
                    "x64", "arm64", "x86", "arm", "armv6", "armv7", "ppc64", "ppc64le", "riscv64",
                    "s390x", "loongarch64");

    private final Path to;
    private final Set<String> foreign;

    private Natives(Path to) {
        this.to = to;
        Set<String> ours = words(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        this.foreign =
                Stream.concat(SYSTEMS.stream(), PROCESSORS.stream())
                        .filter(word -> !ours.contains(word))
                        .collect(Collectors.toSet());
    }

    public static void main(String[] arguments) throws IOException {
        Natives natives = new Natives(Path.of(arguments[1]));
        Files.createDirectories(natives.to.resolve("native"));
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
            for (Path jar : jars) {
                natives.copy(jar);
            }
        }
    }

    private void copy(Path jar) throws IOException {
        Path copy = to.resolve(jar.getFileName());
        try (ZipFile in = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            Enumeration<? extends ZipEntry> entries = in.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                byte[] bytes;
                try (InputStream content = in.getInputStream(entry)) {
                    bytes = content.readAllBytes();
                }
                put(jar, entry, bytes, out);
            }
        }
    }

    private void put(Path jar, ZipEntry entry, byte[] bytes, ZipOutputStream out)
            throws IOException {
        String file = entry.getName().replaceFirst(".*/", "");
        boolean library = LIBRARY.matcher(file).matches();
        if (library && (UNUSED.matcher(file).matches() || isForeign(entry.getName()))) {
            return;
        }
        if (library && FOUND_BESIDE.matcher(jar.getFileName().toString()).matches()) {
            try (OutputStream beside = Files.newOutputStream(to.resolve("native").resolve(file))) {
                beside.write(bytes);
            }
            return;
        }
        ZipEntry copied = new ZipEntry(entry.getName());
        copied.setTime(entry.getTime());
        if (library) {
            CRC32 sum = new CRC32();
            sum.update(bytes);
            copied.setMethod(ZipEntry.STORED);
            copied.setSize(bytes.length);
            copied.setCrc(sum.getValue());
        }
        out.putNextEntry(copied);
        out.write(bytes);
        out.closeEntry();
    }

    private boolean isForeign(String path) {
        return words(path).stream().anyMatch(foreign::contains);
    }

    /// The words of a path, with the many names of a system and a processor made one.
    private static Set<String> words(String path) {
        String plain =
                path.toLowerCase(Locale.ROOT)
                        .replaceAll("x86[_-]64|amd64", "x64")
                        .replaceAll("aarch_?64", "arm64")
                        .replaceAll("macosx?|darwin|osx", "mac")
                        .replaceAll("win(32|64)", "windows");
        return Set.copyOf(List.of(plain.split("[^a-z0-9]+")).stream().distinct().toList());
    }
}
