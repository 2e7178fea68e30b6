package org.rostrum.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Json;
import org.rostrum.intake.Fixtures;

class DefinitionTreeTest {
    private final DefinitionTree tree = DefinitionTree.of(Fixtures.definition());

    @Test
    void comes_out_as_the_definition_that_went_in() throws Exception {
        assertThat(Json.mapper().treeToValue(tree.root(), ConsultationDefinition.class))
                .isEqualTo(Fixtures.definition());
        assertThat(Json.yamlMapper().readValue(tree.yaml(), ConsultationDefinition.class))
                .isEqualTo(Fixtures.definition());
    }

    @Test
    void shared_items_are_written_once() {
        assertThat(tree.round("insiders").orElseThrow().has("instrument")).isFalse();
        assertThat(tree.round("first").orElseThrow().has("instrument")).isTrue();
    }

    @Test
    void finds_items_however_deep_and_says_where() {
        assertThat(tree.item("first", "2.e").orElseThrow().pointer()).isEqualTo("/rounds/0/instrument/0/areas/0");
        assertThat(tree.item("first", "9")).isEmpty();
    }

    @Test
    void moves_items_among_their_neighbours_and_no_further() {
        tree.item("first", "3").orElseThrow().moveBy(-1);
        assertThat(tree.item("first", "3").orElseThrow().index()).isZero();

        tree.item("first", "3").orElseThrow().moveBy(-1);
        assertThat(tree.item("first", "3").orElseThrow().index()).isZero();
    }

    @Test
    void texts_keep_the_order_of_their_languages_and_lose_those_that_are_emptied() {
        var form = new MultivaluedHashMap<String, String>();
        form.putSingle("title.fr", "Le haut débit");
        form.putSingle("title.en", "  Broadband ");
        form.putSingle("title.es", "");
        var fields = Fields.posted(form);

        fields.text(tree.root(), "title");

        assertThat(tree.root().path("title").toString()).isEqualTo("{\"en\":\"Broadband\",\"fr\":\"Le haut débit\"}");
    }

    @Test
    void lists_of_texts_are_lines_with_other_languages_after_a_bar() {
        var groups = ListedTexts.lines(Fixtures.definition().stakeholderGroups());
        assertThat(groups).isEqualTo("Academia | fr: Universités\nCivil society");

        var form = new MultivaluedHashMap<String, String>();
        form.putSingle("stakeholderGroups", groups);
        ListedTexts.texts(Fields.posted(form), tree.root(), "stakeholderGroups");

        assertThat(tree.root().path("stakeholderGroups"))
                .isEqualTo(DefinitionTree.of(Fixtures.definition()).root().path("stakeholderGroups"));
    }
}
