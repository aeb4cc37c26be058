package org.tonewire.app.ui.start;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.host.KeepTime;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.shell.server.KnownServer;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Field;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.PickBox;
import org.tonewire.app.ui.control.SecretField;
import org.tonewire.app.ui.model.Choice;
import org.tonewire.app.ui.start.HostForm.Part;

/// The server on which a room is to be opened: one that was used before, or another by its address.
/// The token's field shows when there is one, when the server asked for one, or on request.
final class ServerFields extends VBox {
    /// So many are shown without asking; of more, one less, and a button that shows all.
    private static final int SHOWN_AT_FIRST = 3;

    private static final List<Duration> KEPT_FOR =
            List.of(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

    private final StartViewModel model;
    private final HostForm form;
    private final ObservableValue<Boolean> ready;
    private final Wording wording;
    private final VBox rows = Layouts.column("recent-rows");
    private final BooleanProperty withAll = new SimpleBooleanProperty();
    private final Field address;
    private final SecretField token;

    ServerFields(StartViewModel model, ObservableValue<Boolean> ready, Wording wording) {
        this.model = model;
        this.form = model.form();
        this.ready = ready;
        this.wording = wording;
        getStyleClass().addAll("column", "server-fields");
        address = address();
        token = token();
        getChildren().addAll(address, takeShown(), forget());
        addToken();
        getChildren().addAll(keep(), known());
        form.servers().now().subscribe(_ -> show());
        withAll.subscribe(_ -> show());
    }

    void focusAddress() {
        address.text().requestFocus();
    }

    void focusToken() {
        token.focus();
    }

    /// A problem in words; blank for none.
    static ObservableValue<String> words(
            ObservableValue<Optional<Problem>> problem, Wording wording) {
        return problem.map(now -> now.map(wording::problem).orElse(""));
    }

    private Field address() {
        Field address =
                new Field(
                        wording.text("start.server"),
                        wording.text("start.server.prompt"),
                        wording.text("start.server.wrong"),
                        HostCheck::isServer);
        address.text().textProperty().bindBidirectional(form.server());
        address.text().setOnAction(_ -> model.host());
        return address.follow(words(form.problemOf(Part.SERVER), wording), ready);
    }

    /// How long the room stays without participants.
    private Node keep() {
        String name = wording.text("start.keep");
        PickBox<Duration> pick = new PickBox<>(name);
        pick.onPick(form.keep()::set);
        form.keep().subscribe(now -> pick.show(times(now), now));
        pick.disableProperty().bind(ready.map(now -> !now));
        return Layouts.column(
                "field",
                Layouts.label("field-label", name),
                pick,
                Layouts.onlyWhen(
                        form.keep().map(time -> !time.isZero()),
                        Layouts.paragraph("quiet", wording.text("start.keep.text"))));
    }

    /// The usual times, and the present one of a command line.
    private List<Choice<Duration>> times(Duration now) {
        return Stream.concat(KEPT_FOR.stream(), Stream.of(now))
                .distinct()
                .sorted()
                .map(time -> new Choice<>(time, words(time)))
                .toList();
    }

    private String words(Duration time) {
        return time.isZero()
                ? wording.text("start.keep.none")
                : wording.text("start.keep.time", KeepTime.text(time));
    }

    private Node takeShown() {
        Button take =
                Buttons.labelled(Icon.COPIED, wording.text("start.server.take"), this::takeAndGoOn);
        take.disableProperty().bind(ready.map(now -> !now));
        return Layouts.onlyWhen(form.shown().map(Optional::isPresent), take);
    }

    /// As [#takeAndGoOn()].
    private void forgetAndGoOn() {
        form.forgetServer();
        focusAddress();
    }

    /// The button is gone with the message, and the focus would be anywhere.
    private void takeAndGoOn() {
        form.takeShown();
        focusAddress();
    }

    private Node forget() {
        Button forget =
                Buttons.labelled(
                        Icon.REMOVE, wording.text("start.server.forget"), this::forgetAndGoOn);
        forget.disableProperty().bind(ready.map(now -> !now));
        return Layouts.onlyWhen(form.certificateChanged(), forget);
    }

    private Node known() {
        VBox known =
                Layouts.column(
                        "field",
                        Layouts.label("field-label", wording.text("start.server.known")),
                        rows);
        return Layouts.onlyWhen(form.servers().now().map(all -> !all.isEmpty()), known);
    }

    private SecretField token() {
        SecretField field =
                new SecretField(
                        wording.text("start.token"),
                        wording.text("start.token.prompt"),
                        wording.text("start.token.show"));
        field.text().bindBidirectional(form.token());
        field.onEnter(_ -> model.host());
        return field.follow(words(form.problemOf(Part.TOKEN), wording), ready);
    }

    private void addToken() {
        ObservableValue<Optional<Problem>> said = form.problemOf(Part.TOKEN);
        BooleanProperty wanted = new SimpleBooleanProperty();
        form.token().subscribe(text -> wanted.set(wanted.get() || !text.isEmpty()));
        said.subscribe(now -> wanted.set(wanted.get() || now.isPresent()));
        Hyperlink more = new Hyperlink(wording.text("start.token.more"));
        more.setOnAction(_ -> {
            wanted.set(true);
            token.focus();
        });
        getChildren().addAll(Layouts.onlyWhen(wanted, token), Layouts.onlyWhen(wanted.not(), more));
    }

    private void show() {
        List<KnownServer> all = form.servers().now().get();
        boolean showsAll = withAll.get() || all.size() <= SHOWN_AT_FIRST;
        int shown = showsAll ? all.size() : SHOWN_AT_FIRST - 1;
        rows.getChildren().setAll(all.stream().limit(shown).map(this::row).toList());
        if (!showsAll) {
            Hyperlink more = new Hyperlink(wording.text("start.server.known.all", all.size()));
            more.setOnAction(_ -> withAll.set(true));
            rows.getChildren().add(more);
        }
    }

    private Node row(KnownServer server) {
        String name = server.address().authority();
        Button use = new Button();
        use.getStyleClass().addAll("flat", "recent-room");
        use.setMaxWidth(Double.MAX_VALUE);
        Label address = Layouts.label("recent-name", name);
        use.setGraphic(Layouts.row("recent-row", Icon.RECENT.node(), address));
        use.setAccessibleText(wording.text("start.server.known.use", name));
        use.disableProperty().bind(ready.map(now -> !now));
        use.setOnAction(_ -> form.use(server.address()));
        HBox.setHgrow(use, Priority.ALWAYS);
        Button forget =
                Buttons.icon(
                        Icon.REMOVE,
                        wording.text("start.server.known.forget", name),
                        () -> {
                            form.servers().forget(server.address());
                            focusAddress();
                        });
        forget.disableProperty().bind(ready.map(now -> !now));
        return Layouts.row("recent-line", use, forget);
    }
}
