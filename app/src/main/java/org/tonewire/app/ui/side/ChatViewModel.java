package org.tonewire.app.ui.side;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.room.DistinctNames;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// The chat of this session. FX thread.
public final class ChatViewModel {
    private static final int KEPT_LINES = 300;

    private final ObservableList<ChatLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final Consumer<SessionCommand> session;
    private final DistinctNames names;
    private boolean open;

    /// @param names how participants are shown, here and elsewhere
    public ChatViewModel(Consumer<SessionCommand> session, DistinctNames names) {
        this.session = session;
        this.names = names;
    }

    public void receive(SessionEvent.ChatReceived chat) {
        String name = chat.from().map(id -> names.of(id, chat.name())).orElse(chat.name());
        ChatLine line = new ChatLine(chat.from(), name, chat.text());
        lines.add(line);
        if (lines.size() > KEPT_LINES) {
            lines.removeFirst();
        }
        if (!open && !line.own()) {
            unread.set(unread.get() + 1);
        }
    }

    public ObservableList<ChatLine> lines() {
        return lines;
    }

    /// Whether this participant wrote one of the lines.
    public boolean isFrom(IdentityKey id) {
        return lines.stream().anyMatch(line -> line.from().filter(id::equals).isPresent());
    }

    public ReadOnlyIntegerProperty unread() {
        return unread.getReadOnlyProperty();
    }

    /// Sends the text unless it is blank or too long.
    ///
    /// @return whether it was sent
    public boolean send(String text) {
        String wanted = text.strip();
        if (wanted.isEmpty() || isTooLong(wanted)) {
            return false;
        }
        session.accept(new SessionCommand.SendChat(wanted));
        return true;
    }

    public static boolean isTooLong(String text) {
        return ControlMessage.Chat.length(text.strip()) > ControlMessage.Chat.MAX_CODE_POINTS;
    }

    /// Whether the chat is visible.
    boolean isOpen() {
        return open;
    }

    public void opened() {
        open = true;
        unread.set(0);
    }

    public void closed() {
        open = false;
    }
}
