package org.tonewire.app.ui.side;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;

/// The side panel: chat, statistics, or closed.
public final class SidePanel extends VBox {
    private final ChatViewModel chat;
    private final ChatView chatView;
    private final StatsView figuresView;
    private final ToggleButton chatSwitch;
    private final ToggleButton figuresSwitch;
    private final Wording wording;

    public SidePanel(ChatViewModel chat, StatsViewModel figures, Wording wording) {
        this.chat = chat;
        this.wording = wording;
        this.chatView = new ChatView(chat, wording);
        this.figuresView = new StatsView(figures, wording);
        getStyleClass().addAll("column", "pane", "side-panel");
        chatSwitch = Buttons.toggle(Icon.CHAT, wording.text("chat.title"));
        Buttons.explain(chatSwitch, wording.text("chat.tip"));
        figuresSwitch = Buttons.toggle(Icon.FIGURES, wording.text("stats.title"));
        figuresSwitch.getStyleClass().add("figures-switch");
        Buttons.explain(figuresSwitch, wording.text("stats.tip"));
        chatSwitch.setSelected(chat.isOpen());
        chat.unread().subscribe(this::showUnread);
        chatSwitch.selectedProperty().subscribe(this::chatSwitched);
        figuresSwitch.selectedProperty().subscribe(this::figuresSwitched);
        show();
    }

    /// Opens and closes the chat.
    public ToggleButton chatSwitch() {
        return chatSwitch;
    }

    /// Opens and closes the statistics.
    public ToggleButton figuresSwitch() {
        return figuresSwitch;
    }

    private void chatSwitched(boolean open) {
        if (open) {
            figuresSwitch.setSelected(false);
            chat.opened();
        } else {
            chat.closed();
        }
        show();
        if (open) {
            chatView.focusField();
        }
    }

    private void figuresSwitched(boolean open) {
        if (open) {
            chatSwitch.setSelected(false);
        }
        show();
    }

    private void show() {
        boolean chatOpen = chatSwitch.isSelected();
        boolean open = chatOpen || figuresSwitch.isSelected();
        setVisible(open);
        setManaged(open);
        getChildren().clear();
        if (open) {
            String title = wording.text(chatOpen ? "chat.title" : "stats.title");
            getChildren()
                    .addAll(
                            Layouts.row("pane-header", Layouts.label("pane-title", title)),
                            chatOpen ? chatView : figuresView);
        }
    }

    private void showUnread(Number unread) {
        chatSwitch.setText(
                unread.intValue() == 0
                        ? wording.text("chat.title")
                        : wording.text("chat.title.unread", unread));
    }
}
