package org.tonewire.app.rtc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.fake.FakeLinkEnd;
import org.tonewire.app.fake.FakeLinks;
import org.tonewire.app.fake.FakeNetwork;
import org.tonewire.app.fake.FakeReceiveLink;
import org.tonewire.app.fake.FakeSendLink;

/// The links of the session's tests, on a network that always carries.
class FakeLinksContractTest extends PeerLinksContract {
    @Override
    LinkRig rig() {
        return LinkRig.onOneThread(session -> new FakeLinks(session, new Open()));
    }

    private static final class Open implements FakeNetwork {
        private final Map<Integer, FakeLinkEnd> ends = new LinkedHashMap<>();

        @Override
        public void opened(FakeLinkEnd end) {
            ends.put(end.number(), end);
        }

        @Override
        public void changed(FakeLinkEnd end) {
            if (end.isClosed()) {
                ends.remove(end.number());
            }
            for (FakeLinkEnd each : List.copyOf(ends.values())) {
                if (each.state() == LinkState.CONNECTING && otherOf(each).isPresent()) {
                    each.becomes(LinkState.CONNECTED);
                    if (each instanceof FakeSendLink sender) {
                        sender.controlOpens();
                    }
                }
            }
        }

        @Override
        public void carry(FakeSendLink from, String text) {
            otherOf(from).ifPresent(other -> other.hears(text));
        }

        @Override
        public Optional<FrameSink> sinkOf(FakeSendLink from, TrackId track) {
            return otherOf(from)
                    .filter(FakeReceiveLink.class::isInstance)
                    .map(FakeReceiveLink.class::cast)
                    .map(other -> other.tracks().get(track))
                    .flatMap(FakeReceiveLink.Track::sink);
        }

        /// Where both have each other's description.
        private Optional<FakeLinkEnd> otherOf(FakeLinkEnd end) {
            return end.remote()
                    .map(remote -> ends.get(remote.end()))
                    .filter(other ->
                            other.remote().filter(back -> back.end() == end.number()).isPresent());
        }
    }
}
