package org.tonewire.app.media.decode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// What a source plays in turn: one file or address, or the entries of playlists, which may name
/// further playlists. Entries that cannot be played are passed over. Decoding thread.
final class PlayOrder {
    private static final Logger LOG = LoggerFactory.getLogger(PlayOrder.class);
    private static final int MAX_DEPTH = 4;

    /// Attempts without sound after which the rest is not tried.
    private static final int MAX_ATTEMPTS = 100;

    private final MediaLocation root;
    private final AvInterrupt interrupt;
    private final FrameConverter converter;
    private final Deque<Item> waiting = new ArrayDeque<>();
    private Optional<Problem> problem = Optional.empty();
    private volatile boolean expanded;
    private boolean playlist;

    private record Item(MediaLocation location, int depth) {}

    /// Something that plays.
    ///
    /// @param reader owned by whoever receives this
    /// @param samples of its first sound, converted already; 0 if it has none, or too little for
    ///   the resampler to give any yet
    record Opened(MediaLocation location, AudioReader reader, int samples) {}

    PlayOrder(MediaLocation root, AvInterrupt interrupt, FrameConverter converter) {
        this.root = root;
        this.interrupt = interrupt;
        this.converter = converter;
        waiting.add(new Item(root, 1));
    }

    /// Opens what comes next; empty at the end.
    Optional<Opened> next() {
        for (int i = 0; i < MAX_ATTEMPTS && !waiting.isEmpty() && !interrupt.ended(); i++) {
            Item item = waiting.removeFirst();
            try {
                return Optional.of(open(item.location()));
            } catch (AvException refused) {
                LOG.debug("Not opened: {}", refused.getMessage());
                passOver(item, refused);
            }
        }
        return Optional.empty();
    }

    /// Opens the first again, if it is a playlist that is repeated.
    Optional<Opened> again() {
        if (!expanded || !root.repeats()) {
            return Optional.empty();
        }
        waiting.clear();
        waiting.add(new Item(root, 1));
        return next();
    }

    /// Whether there is more than one, so that the length of the first says nothing.
    boolean isPlaylist() {
        return playlist;
    }

    /// Whether a playlist was read. Any thread.
    boolean isExpanded() {
        return expanded;
    }

    /// Why the first that could not be opened could not.
    Problem problem() {
        return problem.orElseGet(() -> new Problem(Reason.INTERNAL, root.label()));
    }

    private Opened open(MediaLocation location) throws AvException {
        AudioReader reader =
                AudioReader.over(location.open(interrupt), converter, location.history());
        try {
            int samples = reader.read();
            if (samples < 0 && !(location.mayBeEmpty() && reader.isSound())) {
                throw new AvException("decoding", avutil.AVERROR_INVALIDDATA());
            }
            return new Opened(location, reader, Math.max(0, samples));
        } catch (AvException silent) {
            reader.close();
            throw silent;
        }
    }

    private void passOver(Item item, AvException refused) {
        Optional<List<MediaLocation>> entries =
                refused.isNotAudio() && item.depth() < MAX_DEPTH
                        ? entries(item.location())
                        : Optional.empty();
        if (entries.isEmpty() || entries.get().isEmpty()) {
            Problem why =
                    entries.isEmpty()
                            ? item.location().unopened(refused)
                            : new Problem(Reason.PLAYLIST_EMPTY, item.location().label());
            problem = problem.or(() -> Optional.of(why));
            return;
        }
        expanded = true;
        playlist |= entries.get().size() > 1;
        entries.get()
                .reversed()
                .forEach(entry -> waiting.addFirst(new Item(entry, item.depth() + 1)));
    }

    private Optional<List<MediaLocation>> entries(MediaLocation location) {
        try {
            return location.entries(interrupt);
        } catch (AvException unreadable) {
            LOG.debug("Not read: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }
}
