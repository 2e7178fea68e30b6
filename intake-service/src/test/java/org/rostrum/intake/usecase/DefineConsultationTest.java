package org.rostrum.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.Fixtures.BROADBAND;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ConsultationEvent.ConsultationDefined;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.adapter.schema.NetworkntDefinitionSchema;
import org.rostrum.intake.usecase.DefineConsultation.Defined;
import org.rostrum.intake.usecase.DefineConsultation.Forbidden;
import org.rostrum.intake.usecase.DefineConsultation.Invalid;
import org.rostrum.intake.usecase.DefineConsultation.Overtaken;

class DefineConsultationTest {
    private final World world = new World();
    private final DefineConsultation define = world.defining(new NetworkntDefinitionSchema());

    @Test
    void the_same_definition_is_no_new_revision() throws Exception {
        assertThat(define.define(BROADBAND, yaml(Fixtures.YAML), "max")).isEqualTo(new Defined(BROADBAND, 1, false));
        assertThat(world.log.eventIds()).isEmpty();
    }

    @Test
    void a_change_is_the_next_revision_and_is_told() throws Exception {
        var changed = yaml(Fixtures.YAML.replace("23:59:59", "12:00:00"));

        assertThat(define.define(BROADBAND, changed, "max")).isEqualTo(new Defined(BROADBAND, 2, true));
        assertThat(world.log.eventIds()).hasSize(1);
    }

    @Test
    void names_everything_that_breaks_the_schema_at_once() throws Exception {
        var outcome = define.define(
                BROADBAND,
                yaml("id: broadband-2026\ntitle: ''\nzone: Europe/Zurich\nrounds: [{ id: a, opens: 1, foo: 2 }]"),
                "max");

        assertThat(((Invalid) outcome).violations())
                .extracting(DefinitionSchema.Violation::pointer)
                .contains("/title", "/organiser", "/rounds/0/opens", "/rounds/0/foo");
    }

    @Test
    void passes_on_what_the_records_say_beyond_the_schema() throws Exception {
        var closesFirst = yaml(Fixtures.YAML.replace("2026-09-07T23:59:59", "2026-01-01"));

        var outcome = define.define(BROADBAND, closesFirst, "max");

        assertThat(((Invalid) outcome).violations().getFirst().message()).contains("closes before it opens");
    }

    @Test
    void the_id_must_be_the_one_in_the_address() throws Exception {
        assertThat(define.define(new ConsultationId("another-one"), yaml(Fixtures.YAML), "max"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void the_zone_cannot_change_because_receipts_print_it() throws Exception {
        var moved = yaml(Fixtures.YAML.replace("Europe/Zurich", "Africa/Nairobi"));

        assertThat(define.define(BROADBAND, moved, "max")).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_round_that_has_opened_keeps_its_items_and_itself() throws Exception {
        var withoutItem = yaml(Fixtures.YAML.replace("number: \"2.e\"", "number: \"2.f\""));
        var withoutRound = yaml(Fixtures.YAML.replaceFirst("(?m)^  - \\{ id: report.*\\n", ""));

        assertThat(forbidden(withoutItem)).contains("Round first", "missing: 2.e.");
        assertThat(forbidden(withoutRound)).contains("Round report has opened");
        assertThat(world.log.eventIds()).isEmpty();
    }

    @Test
    void a_round_that_has_not_opened_may_still_go() throws Exception {
        world.consultations.define(
                Fixtures.YAML.replace("{ id: report, opens: 2026-03-19 }", "{ id: report, opens: 2026-12-01 }"));
        var withoutRound = yaml(Fixtures.YAML.replaceFirst("(?m)^  - \\{ id: report.*\\n", ""));

        assertThat(define.define(BROADBAND, withoutRound, "max")).isEqualTo(new Defined(BROADBAND, 3, true));
    }

    private String forbidden(JsonNode document) {
        var outcome = define.define(BROADBAND, document, "max");
        assertThat(outcome).isInstanceOf(Forbidden.class);
        return ((Forbidden) outcome).reason();
    }

    @Test
    void says_so_when_another_process_wrote_the_same_revision_after_us() throws Exception {
        var theirs = Fixtures.definition(Fixtures.YAML.replace("23:59:59", "13:00:00"));
        world.consultations.comesInBetween = new ConsultationDefined(BROADBAND, 2, theirs, Fixtures.DURING, "mia");

        assertThat(define.define(BROADBAND, yaml(Fixtures.YAML.replace("23:59:59", "12:00:00")), "max"))
                .isEqualTo(new Overtaken(BROADBAND, 2));
    }

    @Test
    void managers_who_define_at_once_get_revisions_of_their_own() throws Exception {
        Callable<DefineConsultation.Outcome> one =
                () -> define.define(BROADBAND, yaml(Fixtures.YAML.replace("23:59:59", "12:00:00")), "max");
        Callable<DefineConsultation.Outcome> other =
                () -> define.define(BROADBAND, yaml(Fixtures.YAML.replace("23:59:59", "13:00:00")), "mia");
        world.consultations.slow = true;

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = threads.invokeAll(List.of(one, other));

            assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                    .containsExactlyInAnyOrder(new Defined(BROADBAND, 2, true), new Defined(BROADBAND, 3, true));
        }
    }

    private static JsonNode yaml(String text) throws JsonProcessingException {
        return Json.yamlMapper().readTree(text);
    }
}
