package org.tonewire.app.media.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaylistTest {
    static Stream<Arguments> lists() {
        return Stream.of(
                arguments(
                        "[playlist]\nNumberOfEntries=2\nFile2=b\nTitle1=x\nFile1=http://a/x?y=1\n"),
                arguments("\ufeff[Playlist]\r\nfile1 = http://a/x?y=1\r\nFILE2=b\r\n"),
                arguments("[Reference]\nRef1=http://a/x?y=1\nRef2=b\n"),
                arguments("#EXTM3U\n#EXTINF:-1,Test\nhttp://a/x?y=1\n\n  b  \n"),
                arguments(
                        "<ASX version=\"3.0\"><Entry><REF href = 'http://a/x?y=1'/></Entry>"
                                + "<title>&</title><entryref HREF=\"b\" /></ASX>"),
                arguments(
                        "<?xml version=\"1.0\"?><playlist xmlns=\"http://xspf.org/ns/0/\">"
                                + "<location>http://no/</location><trackList>"
                                + "<track><location> http://a/x?y=1 </location></track>"
                                + "<track><title>t</title><location>b</location></track>"
                                + "</trackList></playlist>"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyKindIsKnownByItsContent(String text) {
        assertThat(parse(text, "x")).contains(List.of("http://a/x?y=1", "b"));
    }

    @Test
    void aListWithoutAHeaderIsKnownByItsAddressesOrItsName() {
        assertThat(parse("http://a/1\n# c\nhttps://b/2\n", "x")).isPresent();
        assertThat(parse("song.mp3\n", "x.M3U")).contains(List.of("song.mp3"));
        assertThat(parse("song.mp3\n", "x.txt")).isEmpty();
        byte[] latin = "Öl.mp3\n".getBytes(Charset.forName("windows-1252"));
        assertThat(Playlist.parse(latin, "x.m3u")).contains(List.of("Öl.mp3"));
        byte[] wide = "#EXTM3U\nÖl.mp3".getBytes(StandardCharsets.UTF_16);
        assertThat(Playlist.parse(wide, "x")).contains(List.of("Öl.mp3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[playlist]\nFile1=\n",
                "#EXTM3U\n",
                "<asx/>",
                "<playlist version='1'><trackList/></playlist>",
                "<!DOCTYPE p [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                        + "<playlist><track><location>&e;</location></track></playlist>",
            })
    void aListMayNameNothing(String text) {
        assertThat(parse(text, "x")).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<html><body><a href='http://a/'>playlist</a></body></html>",
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://a/1.ts\n",
                "#EXTM3U\0http://a/",
            })
    void othersAreNoPlaylists(String text) {
        assertThat(parse(text, "x")).isEmpty();
    }

    @Test
    void anEndlessListIsBounded() {
        assertThat(parse("http://a/\n".repeat(50_000), "x").orElseThrow()).hasSize(1_000);
        assertThat(parse("<asx>" + "<ref ".repeat(100_000), "x")).contains(List.of());
    }

    private static Optional<List<String>> parse(String text, String name) {
        return Playlist.parse(text.getBytes(StandardCharsets.UTF_8), name);
    }
}
