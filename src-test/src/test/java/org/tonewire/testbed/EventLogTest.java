package org.tonewire.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventLogTest {
    private final EventLog log = new EventLog();

    @Test
    void eventsAreKeptInOrder() {
        log.add("{\"event\":\"listening\",\"port\":1234}");
        log.add("{\"event\":\"joined\"}");

        assertThat(log.all())
                .extracting(TonewireEvent::name)
                .containsExactly("listening", "joined");
        assertThat(log.all().getFirst().number("port")).isEqualTo(1234);
        assertThat(log.strayLines()).isEmpty();
    }

    @Test
    void onlyWhatFollowsAMarkIsLookedAt() {
        log.add("{\"event\":\"stats\",\"track\":\"a\"}");
        int mark = log.size();
        assertThat(log.first(mark, event -> event.is("stats"))).isEmpty();
        assertThat(log.since(mark)).isEmpty();

        log.add("{\"event\":\"stats\",\"track\":\"b\"}");

        assertThat(log.first(mark, event -> event.is("stats")))
                .get()
                .extracting(event -> event.text("track"))
                .isEqualTo("b");
        assertThat(log.since(mark)).containsExactly(log.all().getLast());
        assertThat(log.since(mark + 2)).isEmpty();
    }

    @Test
    void whatIsNoEventIsAStray() {
        log.add("Hello");
        log.add("{\"half\":");
        log.add("{}");
        log.add("[1]");

        assertThat(log.strayLines()).containsExactly("Hello", "{\"half\":", "{}", "[1]");
    }

    @Test
    void aFieldWithoutAValueIsNoNumber() {
        log.add("{\"event\":\"stats\",\"level\":null}");

        assertThat(log.all().getFirst().number("level")).isNaN();
        assertThat(log.all().getFirst().number("other")).isNaN();
    }
}
