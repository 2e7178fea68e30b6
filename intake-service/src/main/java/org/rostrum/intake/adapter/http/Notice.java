package org.rostrum.intake.adapter.http;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
import java.util.stream.Stream;
import org.rostrum.intake.domain.Refusal;

/**
 * Something that a page must say first.
 *
 * @param tone error, warning, success or note
 */
public record Notice(String tone, String title, List<String> lines) {
    public Notice {
        lines = lines.stream().filter(line -> !line.isEmpty()).toList();
    }

    static Notice error(String title, String... lines) {
        return new Notice("error", title, Stream.of(lines).toList());
    }

    static Notice warning(String title, String... lines) {
        return new Notice("warning", title, Stream.of(lines).toList());
    }

    /** A refusal of something that stays in a draft. */
    static Notice of(Refusal refusal, PageLanguage language) {
        var say = language.messages();
        var words = language.words();
        return switch (refusal) {
            case Refusal.UnknownConsultation r ->
                error(say.problem_unknown_consultation(), say.problem_not_found_next());
            case Refusal.UnknownRound r -> error(say.problem_unknown_round(), say.problem_unknown_round_next());
            case Refusal.TooEarly r ->
                error(
                        say.problem_round_not_open(),
                        say.problem_round_not_open_text(
                                words.instant(r.opensAt(), r.zone()), words.instant(r.now(), r.zone())),
                        say.problem_round_not_open_next());
            case Refusal.TooLate r ->
                error(
                        say.closed_title(),
                        say.problem_round_closed_text(
                                words.instant(r.closedAt(), r.zone()), words.instant(r.now(), r.zone())),
                        say.draft_is_kept(),
                        say.closed_next());
            case Refusal.GraceOver r ->
                error(
                        say.closed_title(),
                        say.problem_round_closed_text(
                                words.instant(r.endedAt(), r.zone()), words.instant(r.now(), r.zone())),
                        say.draft_is_kept(),
                        say.closed_next());
            case Refusal.TakesNothing r -> error(say.problem_round_takes_nothing(), say.draft_is_kept());
            case Refusal.MembersOnly r -> error(say.problem_members_only(), say.problem_members_only_next());
            case Refusal.WrongFields r -> error(say.problem());
            case Refusal.ChangesClosed r -> of(r.rule(), language);
            case Refusal.Withdrawn r -> error(say.problem_other(), say.draft_is_kept());
            case Refusal.AmendedMeanwhile r -> error(say.problem_other(), say.draft_is_kept());
            case Refusal.TooManyVersions r -> error(say.problem_other(), say.draft_is_kept());
            case Refusal.ChallengeFirst r -> ofChallenge(r, language);
            case Refusal.KeyUsedForOther r ->
                error(
                        say.problem_received_before(),
                        say.problem_received_before_text(r.reference().toString()),
                        say.problem_received_before_next());
        };
    }

    private static Notice ofChallenge(Refusal.ChallengeFirst first, PageLanguage language) {
        var say = challengeMessages(language);
        var seconds = String.valueOf(first.challenge().patience().toSeconds());
        return warning(say.title(), say.wait_and_send(seconds), say.why());
    }

    private static ChallengeMessages challengeMessages(PageLanguage language) {
        return language.interfaceTag().equals("en")
                ? MessageBundles.get(ChallengeMessages.class)
                : MessageBundles.get(ChallengeMessages.class, Localized.Literal.of(language.interfaceTag()));
    }
}
