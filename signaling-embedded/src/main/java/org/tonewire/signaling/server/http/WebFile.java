package org.tonewire.signaling.server.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A file of the program that browsers load, also compressed. Immutable.
final class WebFile {
    private final String type;
    private final byte[] plain;
    private final byte[] compressed;

    /// @param type its media type
    WebFile(String type, String text) {
        this.type = type + "; charset=utf-8";
        this.plain = text.getBytes(StandardCharsets.UTF_8);
        this.compressed = compress(plain);
    }

    /// @param policy the Content-Security-Policy
    FullHttpResponse response(WebRequest request, String policy) {
        boolean zipped =
                request.headers()
                        .containsValue(
                                HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.GZIP, true);
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        HttpResponseStatus.OK,
                        Unpooled.wrappedBuffer(zipped ? compressed : plain));
        HttpReplies.describe(response, type, policy);
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
        if (zipped) {
            headers.set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        }
        return response;
    }

    /// The text of a resource beside this class.
    static String resource(String name) {
        return read(WebFile.class.getResourceAsStream(name), name);
    }

    /// A script of a WebJar, whose path has the version.
    ///
    /// @param path below the folder of the version
    static String script(String library, String path) {
        String facts = "/META-INF/maven/org.webjars.npm/" + library + "/pom.properties";
        Properties properties = new Properties();
        try (@Nullable InputStream in = WebFile.class.getResourceAsStream(facts)) {
            properties.load(found(in, facts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = properties.getProperty("version");
        String name = "/META-INF/resources/webjars/" + library + "/" + version + "/" + path;
        return read(WebFile.class.getResourceAsStream(name), name);
    }

    private static String read(@Nullable InputStream resource, String name) {
        try (InputStream in = found(resource, name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream found(@Nullable InputStream resource, String name) {
        if (resource == null) {
            throw new IllegalStateException("the program lacks its resource " + name);
        }
        return resource;
    }

    private static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
