package org.tonewire.app.rtc.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.extend.OfferLink;

/// The server's end of a connection with a client of the same library, over loopback.
final class WebRtcOfferLinksTest {
    private static final long LIMIT_SECONDS = 60;

    private final WebRtcOfferLinks links = new WebRtcOfferLinks();
    private final OfferingClient client = new OfferingClient();
    private final Received listener = new Received();

    @AfterEach
    void close() {
        client.close();
        links.close();
        assertThat(links.failures()).isEmpty();
    }

    @Test
    void anOfferIsAnsweredWithCandidatesAndTextsGoBothWays() throws Exception {
        OfferLink link = links.begin(listener);
        String answer = await(link.answer(await(client.offer())));
        assertThat(answer).contains("a=candidate:", "m=application");

        client.take(answer);
        await(client.open());
        client.send("h\u00e9llo {");
        assertThat(listener.next()).isEqualTo("h\u00e9llo {");
        link.send("back");
        assertThat(client.next()).isEqualTo("back");
        link.close();
    }

    @Test
    void anOfferedTrackIsDeclinedAndTextsAreTakenAllTheSame() throws Exception {
        client.addTrack();
        OfferLink link = links.begin(listener);
        String answer = await(link.answer(await(client.offer())));
        assertThat(answer.substring(answer.indexOf("m=audio"))).contains("a=inactive");

        client.take(answer);
        await(client.open());
        client.send("hello");
        assertThat(listener.next()).isEqualTo("hello");
        link.close();
    }

    @Test
    void anOfferThatNativeCodeRefusesIsNotAnswered() throws Exception {
        OfferLink link = links.begin(listener);
        String offer = await(client.offer()).replaceAll("a=ice-pwd:.*\\r\\n", "");

        assertThatThrownBy(() -> await(link.answer(offer)))
                .hasRootCauseMessage("the offer cannot be answered");
        link.close();
    }

    @Test
    void aClientThatClosesItsConnectionIsReported() throws Exception {
        OfferLink link = links.begin(listener);
        client.take(await(link.answer(await(client.offer()))));
        await(client.open());

        client.close();

        await(listener.disconnected);
        link.close();
    }

    @Test
    void aTextThatIsNoOfferIsNotAnswered() {
        OfferLink link = links.begin(listener);

        assertThatThrownBy(() -> await(link.answer("no SDP")))
                .hasRootCauseMessage("the offer cannot be answered");
        link.close();
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private static final class Received implements OfferLink.Listener {
        private final LinkedBlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final CompletableFuture<Boolean> disconnected = new CompletableFuture<>();

        @Override
        public void received(String text) {
            texts.add(text);
        }

        @Override
        public void disconnected() {
            disconnected.complete(true);
        }

        @Nullable String next() throws InterruptedException {
            return texts.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }
}
