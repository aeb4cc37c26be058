package org.tonewire.app.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HelpViewModelTest {
    private final HelpViewModel model =
            new HelpViewModel(
                    GuideReader.read(
                            """
                            # Guide

                            Begin here.

                            ## Rooms

                            A room has a name.

                            ### Codes

                            A code opens a room.

                            ## Sound

                            Faders and meters.
                            """));

    @Test
    void itBeginsAtTheBeginning() {
        assertThat(model.current().get().title()).isEqualTo("Guide");
        assertThat(titles()).containsExactly("Guide", "Rooms", "Codes", "Sound");
    }

    @Test
    void aLinkGoesToItsTopicAndOneToNowhereStays() {
        model.follow("codes");
        assertThat(model.current().get().title()).isEqualTo("Codes");
        model.follow("nowhere");
        assertThat(model.current().get().title()).isEqualTo("Codes");
    }

    @Test
    void aPageIsAChapterWithAllItsParts() {
        model.follow("codes");
        assertThat(model.chapter()).extracting(Topic::title).containsExactly("Rooms", "Codes");
        model.follow("guide");
        assertThat(model.chapter()).extracting(Topic::title).containsExactly("Guide");
    }

    @Test
    void topicsWithAllTheWordsAreFoundInAnyOrderAndCase() {
        model.query().set(" ROOM  code ");
        assertThat(titles()).containsExactly("Codes");
        model.query().set("room");
        assertThat(titles()).containsExactly("Rooms", "Codes");
        model.query().set("trumpet");
        assertThat(titles()).isEmpty();
        model.query().set("");
        assertThat(titles()).hasSize(4);
    }

    @Test
    void nextGoesRoundWhatWasFound() {
        model.query().set("room");
        model.readNextFound();
        assertThat(model.current().get().title()).isEqualTo("Rooms");
        model.readNextFound();
        assertThat(model.current().get().title()).isEqualTo("Codes");
        model.readNextFound();
        assertThat(model.current().get().title()).isEqualTo("Rooms");
        model.query().set("trumpet");
        model.readNextFound();
        assertThat(model.current().get().title()).isEqualTo("Rooms");
    }

    private List<String> titles() {
        return model.found().get().stream().map(Topic::title).toList();
    }
}
