package org.tonewire.app.ui.room;

import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.CopyButton;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.ProblemBox;
import org.tonewire.app.ui.help.ScreenActions;
import org.tonewire.app.ui.meter.MeterTicker;
import org.tonewire.app.ui.model.DeviceModel;
import org.tonewire.app.ui.participants.ParticipantsView;
import org.tonewire.app.ui.record.RecordButton;
import org.tonewire.app.ui.record.RecordedNotice;
import org.tonewire.app.ui.side.SidePanel;
import org.tonewire.app.ui.source.SourcesView;

/// The room: sources on the left, participants on the right, header above, output below.
public final class RoomView extends VBox {
    private static final KeyCombination MUTE_ALL =
            new KeyCodeCombination(KeyCode.M, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY_INVITE =
            new KeyCodeCombination(KeyCode.I, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination RECORD =
            new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination LEAVE =
            new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination CHAT =
            new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN);

    /// Below this width, the side panel replaces the participants. It exceeds the minimum width of
    /// all three columns; otherwise the room would never become narrower.
    private static final double NARROW = 1_200;

    private static final double SIDE_WIDTH = 308;

    private final RoomViewModel model;
    private final MeterTicker ticker;
    private final Wording wording;
    private final CopyButton copyInvite;
    private final SidePanel side;

    public RoomView(
            RoomViewModel model,
            DeviceModel devices,
            MeterTicker ticker,
            ScreenActions actions,
            Wording wording) {
        this.model = model;
        this.ticker = ticker;
        this.wording = wording;
        this.copyInvite = copyButton();
        this.side = new SidePanel(model.chat(), model.stats(), wording);
        getStyleClass().addAll("screen", "room");
        SourcesView sources = new SourcesView(model.sources(), ticker, wording);
        sources.acceptDrops(this);
        HBox halves = halves(sources);
        getChildren()
                .addAll(
                        new RoomHeader(
                                model,
                                copyInvite,
                                new RecordButton(model.record(), ticker, wording),
                                side,
                                actions,
                                wording),
                        notices(),
                        under(new PresenceToast(model.presence()), halves),
                        new OutputBar(model.output(), devices, ticker, wording));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private HBox halves(SourcesView sources) {
        ParticipantsView people =
                new ParticipantsView(
                        model.people(),
                        copyButton(),
                        model.host().map(host -> host::askToRemove),
                        ticker,
                        wording);
        HBox.setHgrow(people, Priority.ALWAYS);
        Layouts.onlyWhen(
                side.visibleProperty().not().or(widthProperty().greaterThan(NARROW)), people);
        HBox.setHgrow(side, Priority.ALWAYS);
        side.maxWidthProperty()
                .bind(people.visibleProperty().map(seen -> seen ? SIDE_WIDTH : Double.MAX_VALUE));
        HBox halves = new HBox(sources, people, side);
        halves.getStyleClass().add("halves");
        return halves;
    }

    private static StackPane under(Node toast, HBox halves) {
        StackPane pane = new StackPane(halves, toast);
        StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
        setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private Node notices() {
        ObservableValue<Optional<Problem>> connection = model.status().map(RoomStatus::problem);
        Button back = new Button(wording.text("room.back"));
        back.setMinWidth(USE_PREF_SIZE);
        back.getStyleClass().add("accent");
        back.setOnAction(_ -> model.leaveNow());
        HBox ended =
                Layouts.row(
                        "notice",
                        Layouts.paragraph("notice-text", wording.text("room.over")),
                        Layouts.filler(),
                        back);
        VBox notices =
                Layouts.column(
                        "notices",
                        new ProblemBox(wording).follow(connection),
                        Layouts.onlyWhen(model.status().map(RoomStatus::ended), ended),
                        new ProblemBox(wording)
                                .dismissable(model::dismissProblem)
                                .follow(model.problem()),
                        RecordedNotice.of(model.record(), wording),
                        renewed(),
                        InviteQuestion.of(model, wording),
                        new LeaveQuestion(model, wording));
        model.host()
                .ifPresent(host ->
                        notices.getChildren()
                                .addAll(
                                        new FirstPinNotice(host, wording),
                                        new HostQuestionBox(host, wording)));
        Observable[] shown =
                notices.getChildren().stream()
                        .map(Node::visibleProperty)
                        .toArray(Observable[]::new);
        BooleanBinding any =
                Bindings.createBooleanBinding(
                        () -> notices.getChildren().stream().anyMatch(Node::isVisible), shown);
        return Layouts.onlyWhen(any, notices);
    }

    private Node renewed() {
        String words = wording.text("invite.renewed");
        return Layouts.notice(
                "renewed",
                Icon.NOTE,
                model.inviteRenewed().map(is -> is ? Optional.of(words) : Optional.empty()),
                copyButton(),
                Buttons.icon(
                        Icon.REMOVE, wording.text("problem.dismiss"), model::dismissInviteRenewed));
    }

    private CopyButton copyButton() {
        CopyButton button = new CopyButton(wording.text("invite.copy"), model::inviteLink, wording);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void pressed(KeyEvent event) {
        if (MUTE_ALL.match(event)) {
            model.sources().toggleAllMuted();
        } else if (COPY_INVITE.match(event)) {
            copyInvite.copy();
        } else if (RECORD.match(event)) {
            model.record().toggle();
        } else if (LEAVE.match(event)) {
            model.leave();
        } else if (CHAT.match(event)) {
            side.chatSwitch().setSelected(!side.chatSwitch().isSelected());
        } else {
            return;
        }
        event.consume();
    }
}
