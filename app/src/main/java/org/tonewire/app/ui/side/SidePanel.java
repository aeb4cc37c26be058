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
    private final StatsView statsView;
    private final ToggleButton chatSwitch;
    private final ToggleButton statsSwitch;
    private final Wording wording;

    public SidePanel(ChatViewModel chat, StatsViewModel stats, Wording wording) {
        this.chat = chat;
        this.wording = wording;
        this.chatView = new ChatView(chat, wording);
        this.statsView = new StatsView(stats, wording);
        getStyleClass().addAll("column", "pane", "side-panel");
        chatSwitch = Buttons.toggle(Icon.CHAT, wording.text("chat.title"));
        Buttons.explain(chatSwitch, wording.text("chat.tip"));
        statsSwitch = Buttons.toggle(Icon.STATS, wording.text("stats.title"));
        statsSwitch.getStyleClass().add("stats-switch");
        Buttons.explain(statsSwitch, wording.text("stats.tip"));
        chatSwitch.setSelected(chat.isOpen());
        chat.unread().subscribe(this::showUnread);
        chatSwitch.selectedProperty().subscribe(this::chatSwitched);
        statsSwitch.selectedProperty().subscribe(this::statsSwitched);
        show();
    }

    /// Opens and closes the chat.
    public ToggleButton chatSwitch() {
        return chatSwitch;
    }

    /// Opens and closes the statistics.
    public ToggleButton statsSwitch() {
        return statsSwitch;
    }

    private void chatSwitched(boolean open) {
        if (open) {
            statsSwitch.setSelected(false);
            chat.opened();
        } else {
            chat.closed();
        }
        show();
        if (open) {
            chatView.focusField();
        }
    }

    private void statsSwitched(boolean open) {
        if (open) {
            chatSwitch.setSelected(false);
        }
        show();
    }

    private void show() {
        boolean chatOpen = chatSwitch.isSelected();
        boolean open = chatOpen || statsSwitch.isSelected();
        setVisible(open);
        setManaged(open);
        getChildren().clear();
        if (open) {
            String title = wording.text(chatOpen ? "chat.title" : "stats.title");
            getChildren()
                    .addAll(
                            Layouts.row("pane-header", Layouts.label("pane-title", title)),
                            chatOpen ? chatView : statsView);
        }
    }

    private void showUnread(Number unread) {
        chatSwitch.setText(
                unread.intValue() == 0
                        ? wording.text("chat.title")
                        : wording.text("chat.title.unread", unread));
    }
}
