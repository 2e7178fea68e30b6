package org.rostrum.intake.adapter.http;

import java.util.List;
import org.rostrum.platform.problem.Problem;

/** Problems as pages tell them; what they are called in JSON stays as it is, in English. */
final class ProblemWords {
    private static final String PREFIX = "urn:rostrum:problem:";

    private final PageLanguage language;
    private final ProblemMessages say;

    ProblemWords(PageLanguage language) {
        this.language = language;
        this.say = language.problemMessages();
    }

    /** What happened, and what to do next; perhaps with {@code otherAccount}. */
    public record Told(String title, String next, boolean otherAccount) {
        Told(String title, String next) {
            this(title, next, false);
        }
    }

    Told told(Problem problem) {
        return switch (problem.type().toString().substring(PREFIX.length())) {
            case "unknown-consultation" -> new Told(say.problem_unknown_consultation(), say.problem_not_found_next());
            case "unknown-round" -> new Told(say.problem_unknown_round(), say.problem_unknown_round_next());
            case "no-round-open" -> new Told(say.problem_no_round_open(), say.problem_no_round_open_next());
            case "not-found" -> new Told(say.problem_not_found(), say.problem_not_found_next());
            case "unknown-submission" -> {
                var status = language.statusMessages();
                yield new Told(status.follow_wrong(), status.follow_lead());
            }
            case "erased" -> new Told(say.problem_erased(), say.problem_erased_next());
            case "members-only" -> {
                var rounds = language.roundMessages();
                boolean loggedIn = problem.status() == 403;
                yield new Told(
                        say.problem_members_only(),
                        loggedIn ? rounds.other_account() : rounds.log_in_first(),
                        loggedIn);
            }
            case "try-again" -> new Told(say.problem_busy(), say.problem_busy_next());
            case "busy" -> new Told(say.problem_busy(), say.problem_busy_next());
            case "too-many-requests" -> new Told(say.problem_too_many(), say.problem_busy_next());
            case "too-large" -> new Told(say.problem_too_large(), say.problem_too_large_next());
            case "foreign-form" -> new Told(say.problem_foreign_form(), say.problem_foreign_form_next());
            case "our-fault" -> new Told(say.problem_our_fault(), say.problem_our_fault_next());
            case "not-allowed", "not-logged-in" -> new Told(say.problem_not_allowed(), say.problem_not_allowed_next());
            default -> new Told(say.problem_other(), say.problem_other_next());
        };
    }

    /** Only an incident's number helps the reader; everything else is for programmers, in English. */
    static List<String> numbers(Problem problem) {
        return problem.instance() == null
                ? List.of()
                : List.of(problem.instance().toString());
    }
}
