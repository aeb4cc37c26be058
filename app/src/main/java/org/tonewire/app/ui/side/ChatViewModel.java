package org.tonewire.app.ui.side;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;

/// The chat of this session. FX thread.
public final class ChatViewModel {
    static final int MAX_LENGTH = 4_000;

    private static final int KEPT_LINES = 300;

    private final ObservableList<ChatLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final Consumer<SessionCommand> session;
    private boolean open;

    public ChatViewModel(Consumer<SessionCommand> session) {
        this.session = session;
    }

    public void receive(SessionEvent.ChatReceived chat) {
        boolean own = chat.from().isEmpty();
        lines.add(new ChatLine(chat.name(), chat.text(), own));
        if (lines.size() > KEPT_LINES) {
            lines.removeFirst();
        }
        if (!open && !own) {
            unread.set(unread.get() + 1);
        }
    }

    public ObservableList<ChatLine> lines() {
        return lines;
    }

    public ReadOnlyIntegerProperty unread() {
        return unread.getReadOnlyProperty();
    }

    /// Sends what is not blank.
    ///
    /// @return whether there was something to send
    public boolean send(String text) {
        String wanted = text.strip();
        if (wanted.isEmpty() || wanted.length() > MAX_LENGTH) {
            return false;
        }
        session.accept(new SessionCommand.SendChat(wanted));
        return true;
    }

    /// Whether it is on the screen.
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
