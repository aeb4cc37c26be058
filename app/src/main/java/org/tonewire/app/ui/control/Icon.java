package org.tonewire.app.ui.control;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The icons in use, by meaning. Style sheets set size and colour.
public enum Icon {
    LOGO(Material2OutlinedAL.GRAPHIC_EQ),
    MICROPHONE(Material2OutlinedMZ.MIC),
    SYSTEM_AUDIO(Material2OutlinedAL.COMPUTER),
    FILE(Material2OutlinedMZ.MUSIC_NOTE),
    STREAM(Material2OutlinedMZ.RADIO),
    PIPE(Material2OutlinedAL.INPUT),
    TONE(Material2OutlinedMZ.SHOW_CHART),
    RECORD(Material2OutlinedAL.FIBER_MANUAL_RECORD),
    STAR(Material2OutlinedMZ.STAR_BORDER),
    STARRED(Material2OutlinedMZ.STAR),
    FOLDER(Material2OutlinedAL.FOLDER),
    NETWORK(Material2OutlinedMZ.WIFI),
    OUTPUT(Material2OutlinedAL.HEADSET),
    PERSON(Material2OutlinedMZ.PERSON),
    PEOPLE(Material2OutlinedAL.GROUP),
    MUTED(Material2OutlinedMZ.VOLUME_OFF),
    HEARD(Material2OutlinedMZ.VOLUME_UP),
    COPY(Material2OutlinedAL.CONTENT_COPY),
    COPIED(Material2OutlinedAL.CHECK),
    QR_CODE(Material2OutlinedMZ.QR_CODE),
    CHAT(Material2OutlinedAL.CHAT),
    STATS(Material2OutlinedAL.INSIGHTS),
    SETTINGS(Material2OutlinedMZ.SETTINGS),
    LEAVE(Material2OutlinedAL.EXIT_TO_APP),
    ENTER(Material2OutlinedAL.LOGIN),
    HOST(Material2OutlinedMZ.WIFI_TETHERING),
    RECENT(Material2OutlinedAL.HISTORY),
    ADD(Material2OutlinedAL.ADD),
    REMOVE(Material2OutlinedAL.CLOSE),
    AGAIN(Material2OutlinedMZ.REFRESH),
    BACK(Material2OutlinedAL.ARROW_BACK),
    SEND(Material2OutlinedMZ.SEND),
    SENT(Material2OutlinedAL.ARROW_UPWARD),
    RECEIVED(Material2OutlinedAL.ARROW_DOWNWARD),
    NOTE(Material2OutlinedAL.INFO),
    VISIBLE(Material2OutlinedMZ.VISIBILITY),
    VERIFY(Material2OutlinedMZ.VERIFIED_USER),
    HELP(Material2OutlinedAL.HELP_OUTLINE),
    PROBLEM(Material2OutlinedAL.ERROR_OUTLINE);

    @SuppressWarnings("ImmutableEnumChecker") // an Ikon is itself an enum constant
    private final Ikon ikon;

    Icon(Ikon ikon) {
        this.ikon = ikon;
    }

    /// Creates a node; screen readers ignore it.
    public FontIcon node() {
        FontIcon icon = new FontIcon(ikon);
        icon.setFocusTraversable(false);
        return icon;
    }
}
