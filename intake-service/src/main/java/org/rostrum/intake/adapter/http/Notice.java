package org.rostrum.intake.adapter.http;

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
        var say = language.problemMessages();
        var form = language.formMessages();
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
                        form.closed_title(),
                        say.problem_round_closed_text(
                                words.instant(r.closedAt(), r.zone()), words.instant(r.now(), r.zone())),
                        say.draft_is_kept(),
                        form.closed_next());
            case Refusal.GraceOver r ->
                error(
                        form.closed_title(),
                        say.problem_round_closed_text(
                                words.instant(r.endedAt(), r.zone()), words.instant(r.now(), r.zone())),
                        say.draft_is_kept(),
                        form.closed_next());
            case Refusal.TakesNothing r -> error(say.problem_round_takes_nothing(), say.draft_is_kept());
            case Refusal.MembersOnly r ->
                error(say.problem_members_only(), membersNext(r, language), say.draft_is_kept());
            case Refusal.WrongFields r -> error(language.messages().problem());
            case Refusal.ChangesClosed r -> ofAmending(r, language);
            case Refusal.Withdrawn r -> ofAmending(r, language);
            case Refusal.Erased r ->
                error(
                        say.problem_erased(),
                        say.problem_erased_text(r.reference().toString()),
                        say.problem_erased_next());
            case Refusal.AmendedMeanwhile r -> ofAmending(r, language);
            case Refusal.TooManyVersions r -> ofAmending(r, language);
            case Refusal.ChallengeFirst r -> ofChallenge(r, language);
            case Refusal.KeyUsedForOther r ->
                error(
                        say.problem_received_before(),
                        say.problem_received_before_text(r.reference().toString()),
                        say.problem_received_before_next());
        };
    }

    private static Notice ofChallenge(Refusal.ChallengeFirst first, PageLanguage language) {
        var say = language.challengeMessages();
        var seconds = language.words().number(first.challenge().patience().toSeconds());
        return warning(say.title(), say.wait_and_send(seconds), say.why());
    }

    private static String membersNext(Refusal.MembersOnly refusal, PageLanguage language) {
        var say = language.roundMessages();
        return refusal.loggedIn() ? say.other_account() : say.log_in_first();
    }

    /** A refusal of an amendment: what was sent first stands. */
    static Notice ofAmending(Refusal refusal, PageLanguage language) {
        var say = language.afterMessages();
        var words = language.words();
        return switch (refusal) {
            case Refusal.ChangesClosed r ->
                error(
                        say.refused_closed(),
                        say.refused_closed_text(
                                words.instant(r.rule().closedAt(), r.rule().zone()),
                                words.instant(r.rule().now(), r.rule().zone())),
                        say.refused_stands(),
                        r.contact() == null ? say.write_to_organiser() : say.write_to(r.contact()));
            case Refusal.Withdrawn r -> error(say.refused_withdrawn(), say.refused_withdrawn_next());
            case Refusal.AmendedMeanwhile r ->
                error(
                        say.refused_meanwhile(),
                        say.refused_meanwhile_text(words.number(r.standing())),
                        say.refused_meanwhile_next());
            case Refusal.TooManyVersions r ->
                error(say.refused_versions(words.number(r.limit())), say.refused_stands(), say.write_to_organiser());
            case Refusal.KeyUsedForOther r ->
                error(say.refused_sent_before(), say.refused_sent_before_text(), say.refused_sent_before_next());
            case Refusal.UnknownConsultation r -> of(r, language);
            case Refusal.UnknownRound r -> of(r, language);
            case Refusal.TooEarly r -> of(r, language);
            case Refusal.TooLate r -> of(r, language);
            case Refusal.GraceOver r -> of(r, language);
            case Refusal.TakesNothing r -> of(r, language);
            case Refusal.MembersOnly r -> of(r, language);
            case Refusal.WrongFields r -> of(r, language);
            case Refusal.ChallengeFirst r -> of(r, language);
            case Refusal.Erased r -> of(r, language);
        };
    }

    /** The store or the log did not answer; what was typed is still on the page. */
    static Notice tryAgain(PageLanguage language, String... more) {
        var say = language.problemMessages();
        return new Notice(
                "error",
                say.problem_try_again(),
                Stream.concat(Stream.of(say.problem_try_again_text(), say.problem_try_again_next()), Stream.of(more))
                        .toList());
    }
}
