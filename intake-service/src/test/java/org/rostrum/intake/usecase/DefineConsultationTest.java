package org.rostrum.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rostrum.intake.Fixtures.BROADBAND;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.adapter.schema.NetworkntDefinitionSchema;
import org.rostrum.intake.domain.Author;
import org.rostrum.intake.domain.Change;
import org.rostrum.intake.domain.Revision;
import org.rostrum.intake.usecase.ChangeConsultation.Defined;
import org.rostrum.intake.usecase.ChangeConsultation.Forbidden;
import org.rostrum.intake.usecase.ChangeConsultation.Invalid;
import org.rostrum.intake.usecase.ChangeConsultation.Outcome;
import org.rostrum.intake.usecase.ChangeConsultation.Overtaken;
import org.rostrum.intake.usecase.ChangeConsultation.Request;
import org.rostrum.intake.usecase.ChangeConsultation.Stale;
import org.rostrum.intake.usecase.Revisions.RevisionKey;

class DefineConsultationTest {
    private static final Author MAX = new Author("subject-of-max", "max");
    private static final Author MIA = new Author("subject-of-mia", "mia");

    private final World world = new World();
    private final DefineConsultation define = process();

    private DefineConsultation process() {
        return new DefineConsultation(world.changing(Fixtures.DURING), new NetworkntDefinitionSchema());
    }

    private Outcome define(JsonNode document) {
        return define.define(new Request(BROADBAND, MAX, OptionalInt.empty()), document);
    }

    @Test
    void the_same_definition_is_no_new_revision() throws Exception {
        assertThat(define(yaml(Fixtures.YAML))).isEqualTo(new Defined(BROADBAND, 1, false));
        assertThat(world.log.eventIds()).isEmpty();
    }

    @Test
    void a_change_is_the_next_revision_kept_with_who_when_and_what_and_then_told() throws Exception {
        assertThat(define(later("12:00:00"))).isEqualTo(new Defined(BROADBAND, 2, true));

        var kept = world.revisions.find(new RevisionKey(BROADBAND, 2)).orElseThrow();
        assertThat(kept.by()).isEqualTo(MAX);
        assertThat(kept.at()).isEqualTo(Fixtures.DURING);
        assertThat(kept.changes())
                .contains(new Change("round first", "closing changed from 2026-09-07T23:59:59 to 2026-09-07T12:00:00"));
        assertThat(world.log.definitions()).singleElement().isEqualTo(kept.event());
    }

    @Test
    void names_everything_that_breaks_the_schema_at_once() throws Exception {
        var outcome = define(
                yaml("id: broadband-2026\ntitle: ''\nzone: Europe/Zurich\nrounds: [{ id: a, opens: 1, foo: 2 }]"));

        assertThat(((Invalid) outcome).violations())
                .extracting(DefinitionSchema.Violation::pointer)
                .contains("/title", "/organiser", "/rounds/0/opens", "/rounds/0/foo");
    }

    @Test
    void takes_late_policy_extensions_and_challenge_threshold_as_the_schema_says() throws Exception {
        var more = "closes: 2026-09-07T23:59:59\n    grace: PT10M\n    late: accept\n    challengeAbove: 600\n";

        assertThat(define(yaml(Fixtures.YAML.replace("closes: 2026-09-07T23:59:59\n", more))))
                .isEqualTo(new Defined(BROADBAND, 2, true));
        assertThat(((Invalid)
                                define(
                                        yaml(
                                                Fixtures.YAML.replace(
                                                        "closes: 2026-09-07T23:59:59\n",
                                                        "closes: 2026-09-07T23:59:59\n    late: perhaps\n    challengeAbove: 0\n    extensions: [{}]\n"))))
                        .violations())
                .extracting(DefinitionSchema.Violation::pointer)
                .contains("/rounds/0/late", "/rounds/0/challengeAbove", "/rounds/0/extensions/0/reason");
    }

    @Test
    void passes_on_what_the_records_say_beyond_the_schema() throws Exception {
        var closesFirst = yaml(Fixtures.YAML.replace("2026-09-07T23:59:59", "2026-01-01"));

        assertThat(((Invalid) define(closesFirst)).violations().getFirst().message())
                .contains("closes before it opens");
    }

    @Test
    void the_id_must_be_the_one_in_the_address() throws Exception {
        var request = new Request(new ConsultationId("another-one"), MAX, OptionalInt.empty());

        assertThat(define.define(request, yaml(Fixtures.YAML))).isInstanceOf(Invalid.class);
    }

    @Test
    void what_would_break_references_is_refused_and_leaves_no_trace() throws Exception {
        var withoutItem = yaml(Fixtures.YAML.replace("number: \"2.e\"", "number: \"2.f\""));

        assertThat(((Forbidden) define(withoutItem)).reason()).contains("Round first", "missing: 2.e.");
        assertThat(world.log.eventIds()).isEmpty();
        assertThat(world.revisions.of(BROADBAND)).isEmpty();
    }

    @Test
    void a_change_of_a_revision_that_no_longer_stands_is_refused() throws Exception {
        assertThat(define.define(new Request(BROADBAND, MAX, OptionalInt.of(7)), later("12:00:00")))
                .isEqualTo(new Stale(BROADBAND, 1));
        assertThat(define.define(new Request(BROADBAND, MAX, OptionalInt.of(0)), later("12:00:00")))
                .isEqualTo(new Stale(BROADBAND, 1));
        assertThat(define.define(new Request(BROADBAND, MAX, OptionalInt.of(1)), later("12:00:00")))
                .isEqualTo(new Defined(BROADBAND, 2, true));
        assertThat(define.define(new Request(BROADBAND, MAX, OptionalInt.of(1)), later("12:00:00")))
                .as("a repetition after a lost reply")
                .isEqualTo(new Defined(BROADBAND, 2, false));
    }

    @Test
    void another_process_that_took_the_number_and_died_before_telling_is_told_for_and_not_overwritten()
            throws Exception {
        var theirs = Revision.of(
                Fixtures.definition(Fixtures.YAML.replace("23:59:59", "13:00:00")), 2, Fixtures.DURING, MIA, List.of());
        world.revisions.create(theirs);

        assertThat(define(later("12:00:00"))).isEqualTo(new Overtaken(BROADBAND, 2));
        assertThat(world.log.definitions()).containsExactly(theirs.event());
        assertThat(define(later("12:00:00"))).isEqualTo(new Defined(BROADBAND, 3, true));
    }

    @Test
    void managers_of_one_process_get_revisions_of_their_own() throws Exception {
        world.consultations.slow = true;
        Callable<Outcome> one = () -> define(yaml(Fixtures.YAML.replace("The Council", "The Assembly")));
        Callable<Outcome> other = () -> define(yaml(Fixtures.YAML.replace("The Council", "The Senate")));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = threads.invokeAll(List.of(one, other));

            assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                    .containsExactlyInAnyOrder(new Defined(BROADBAND, 2, true), new Defined(BROADBAND, 3, true));
        }
    }

    @Test
    void of_many_processes_that_change_the_same_revision_exactly_one_wins() throws Exception {
        world.consultations.slow = true;

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(10, 20)
                    .mapToObj(hour -> (Callable<Outcome>) () ->
                            process().define(new Request(BROADBAND, MIA, OptionalInt.of(1)), later(hour + ":00:00")))
                    .toList();
            var outcomes =
                    threads.invokeAll(tries).stream().map(Future::resultNow).toList();

            assertThat(outcomes).filteredOn(Defined.class::isInstance).hasSize(1);
            assertThat(world.revisions.of(BROADBAND)).hasSize(1);
        }
    }

    @Test
    void a_revision_that_the_log_did_not_take_is_told_by_the_reconciler() throws Exception {
        world.log.failsBefore = true;
        assertThatThrownBy(() -> define(later("12:00:00"))).isInstanceOf(TryAgainLater.class);
        world.log.failsBefore = false;

        var reconcile = new ReconcileRevisions(world.consultations, world.revisions, world.log);

        assertThat(reconcile.compareAll()).isEqualTo(1);
        assertThat(world.consultations.find(BROADBAND).orElseThrow().revision()).isEqualTo(2);
        assertThat(reconcile.compareAll()).isZero();
        assertThat(define(later("12:00:00"))).isEqualTo(new Defined(BROADBAND, 2, false));
    }

    @Test
    void a_store_that_is_away_changes_nothing() throws Exception {
        world.store.goAway();

        assertThatThrownBy(() -> define(later("12:00:00"))).isInstanceOf(TryAgainLater.class);
        assertThat(world.log.eventIds()).isEmpty();
    }

    private static JsonNode later(String time) throws JsonProcessingException {
        return yaml(Fixtures.YAML.replace("23:59:59", time));
    }

    private static JsonNode yaml(String text) throws JsonProcessingException {
        return Json.yamlMapper().readTree(text);
    }
}
