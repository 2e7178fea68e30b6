package org.rostrum.intake.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rostrum.intake.Fixtures.BROADBAND;
import static org.rostrum.intake.Fixtures.FIRST;

import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Boundary;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.RoundId;
import org.rostrum.contracts.RoundPhase;
import org.rostrum.intake.Fixtures;
import org.rostrum.intake.domain.Author;
import org.rostrum.intake.usecase.ChangeConsultation.Defined;
import org.rostrum.intake.usecase.ChangeConsultation.Forbidden;
import org.rostrum.intake.usecase.ChangeConsultation.Outcome;
import org.rostrum.intake.usecase.ChangeConsultation.Request;
import org.rostrum.intake.usecase.ChangeConsultation.Stale;
import org.rostrum.intake.usecase.ChangeConsultation.Unknown;

class RoundVerbsTest {
    private static final Request REQUEST =
            new Request(BROADBAND, new Author("subject-of-max", "max"), OptionalInt.empty());
    private static final Boundary NEXT_WEEK = new Boundary("2026-09-14T18:00");
    private static final LocalizedText REASON = LocalizedText.english("The translation came late.");
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-09-08T10:00:00.250Z");

    private final World world = new World();

    private Outcome extend(Instant now, Boundary closes) {
        return new ExtendRound(world.changing(now)).extend(REQUEST, FIRST, closes, REASON);
    }

    private Outcome open(Instant now) {
        return new OpenRound(world.changing(now)).open(REQUEST, FIRST);
    }

    private Outcome close(Instant now) {
        return new CloseRound(world.changing(now)).close(REQUEST, FIRST);
    }

    private Round first() {
        return world.consultations
                .find(BROADBAND)
                .orElseThrow()
                .definition()
                .round(FIRST)
                .orElseThrow();
    }

    @Test
    void an_extension_moves_the_closing_and_publishes_from_to_reason_and_when() {
        assertThat(extend(Fixtures.DURING, NEXT_WEEK)).isEqualTo(new Defined(BROADBAND, 2, true));

        assertThat(first().closes()).isEqualTo(NEXT_WEEK);
        assertThat(first().extensions()).singleElement().satisfies(extension -> {
            assertThat(extension.from()).isEqualTo(new Boundary("2026-09-07T23:59:59"));
            assertThat(extension.to()).isEqualTo(NEXT_WEEK);
            assertThat(extension.reason()).isEqualTo(REASON);
            assertThat(extension.announcedAt()).isEqualTo(Fixtures.DURING);
        });
        assertThat(world.revisions.of(BROADBAND).getFirst().changes())
                .extracting(change -> change.what())
                .containsExactly(
                        "closing extended from 2026-09-07T23:59:59 to 2026-09-14T18:00 because “The translation"
                                + " came late.”");
    }

    @Test
    void the_same_extension_again_changes_nothing() {
        extend(Fixtures.DURING, NEXT_WEEK);

        assertThat(extend(Fixtures.DURING.plusSeconds(5), NEXT_WEEK)).isEqualTo(new Defined(BROADBAND, 2, false));
        assertThat(first().extensions()).hasSize(1);
    }

    @Test
    void a_closed_round_opens_again_by_an_extension() {
        assertThat(extend(AFTER, NEXT_WEEK)).isEqualTo(new Defined(BROADBAND, 2, true));
        assertThat(first().phaseAt(AFTER, Fixtures.definition().zone())).isEqualTo(RoundPhase.OPEN);
    }

    @Test
    void an_extension_must_be_later_than_the_closing_and_than_now() {
        assertThat(extend(Fixtures.DURING, new Boundary("2026-09-01"))).isInstanceOf(Forbidden.class);
        assertThat(extend(Instant.parse("2026-12-01T00:00:00Z"), NEXT_WEEK)).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_round_without_a_closing_cannot_be_extended() {
        var report = new ExtendRound(world.changing(Fixtures.DURING))
                .extend(REQUEST, new RoundId("report"), NEXT_WEEK, REASON);

        assertThat(report).isInstanceOf(Forbidden.class);
    }

    @Test
    void an_announced_round_opens_now_and_again_changes_nothing() {
        assertThat(open(BEFORE)).isEqualTo(new Defined(BROADBAND, 2, true));
        assertThat(first().phaseAt(BEFORE, Fixtures.definition().zone())).isEqualTo(RoundPhase.OPEN);
        assertThat(open(BEFORE.plusSeconds(5))).isEqualTo(new Defined(BROADBAND, 2, false));
    }

    @Test
    void a_closed_round_is_not_opened_but_extended() {
        assertThat(open(AFTER)).isInstanceOf(Forbidden.class);
    }

    @Test
    void an_open_round_closes_within_two_seconds_and_again_changes_nothing() {
        assertThat(close(Fixtures.DURING.plusMillis(250))).isEqualTo(new Defined(BROADBAND, 2, true));

        assertThat(first().closesAt(Fixtures.definition().zone())).contains(Fixtures.DURING.plusSeconds(2));
        assertThat(close(Fixtures.DURING.plusMillis(900))).isEqualTo(new Defined(BROADBAND, 2, false));
        assertThat(close(Fixtures.DURING.plusSeconds(60))).isEqualTo(new Defined(BROADBAND, 2, false));
    }

    @Test
    void an_announced_round_is_not_closed() {
        assertThat(close(BEFORE)).isInstanceOf(Forbidden.class);
    }

    @Test
    void an_extended_round_may_be_closed_by_the_verb_though_not_by_editing() {
        extend(Fixtures.DURING, NEXT_WEEK);

        assertThat(close(Fixtures.DURING.plusSeconds(10))).isEqualTo(new Defined(BROADBAND, 3, true));
        assertThat(first().extensions()).hasSize(1);
    }

    @Test
    void verbs_mind_the_revision_that_the_manager_looked_at() {
        var stale = new Request(BROADBAND, REQUEST.by(), OptionalInt.of(5));

        assertThat(new CloseRound(world.changing(Fixtures.DURING)).close(stale, FIRST))
                .isEqualTo(new Stale(BROADBAND, 1));
    }

    @Test
    void an_unknown_round_is_named_so() {
        assertThat(new CloseRound(world.changing(Fixtures.DURING)).close(REQUEST, new RoundId("nowhere")))
                .isEqualTo(new Unknown());
    }
}
