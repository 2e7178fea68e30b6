package org.rostrum.processing.adapter.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.adapter.pages.CaseSheet.Deciding;
import org.rostrum.processing.domain.casework.Clearance;
import org.rostrum.processing.domain.casework.StaffMember;
import org.rostrum.processing.domain.casework.Stage;
import org.rostrum.processing.usecase.CaseView;

/** Where a case stands and what can be decided now, in words. */
final class Standing {
    private final CaseView view;
    private final ZoneId zone;

    private Standing(CaseView view, ZoneId zone) {
        this.view = view;
        this.zone = zone;
    }

    static Deciding of(CaseView view, ZoneId zone, Typed typed, Optional<Flash> flash) {
        var file = view.file();
        var stage = file.stage();
        var standing = new Standing(view, zone);
        return new Deciding(
                standing.words(stage) + standing.earlier(file.earlier()),
                warning(stage),
                stage instanceof Stage.Clearable && !isDone(stage) && !file.isDisputed(),
                stage instanceof Stage.Withholdable,
                file.standing().isPresent(),
                file.isDisputed(),
                stage instanceof Stage.Parked,
                typed,
                flash.filter(told -> told.done() != Flash.Done.MOVED)
                        .map(told -> told.done().words())
                        .orElse(null));
    }

    private String words(Stage stage) {
        return switch (stage) {
            case Stage.InProcess in -> "Its files are being read. You can decide in a moment.";
            case Stage.WithStaff with -> "Waits for your decision.";
            case Stage.Cleared cleared ->
                cleared.refusal() == null
                        ? decided("Cleared", cleared.clearance()) + " Publishing has not confirmed yet."
                        : decided("Cleared", cleared.clearance());
            case Stage.Published published ->
                decided("Cleared", published.clearance()) + " Published " + at(published.publishedAt()) + ".";
            case Stage.Withheld withheld ->
                "Withheld" + by(withheld.withheldBy()) + " " + at(withheld.withheldAt()) + ". The respondent reads: "
                        + withheld.reason();
            case Stage.Confidential counted ->
                "The respondent allowed counting only. It is counted and never shown: there is nothing to decide.";
            case Stage.Quarantined unread ->
                "Nothing of it could be read. If you withhold it, the respondent reads your reason and can send a"
                        + " readable copy.";
            case Stage.Withdrawn withdrawn ->
                "The respondent withdrew it " + at(withdrawn.withdrawnAt())
                        + ". Nothing of it is public, and there is nothing to decide.";
            case Stage.Erased erased ->
                "It was erased for good " + at(erased.erasedAt()) + ": " + ground(erased.ground())
                        + " Nothing of it is left, and there is nothing to decide.";
            case Stage.Parked parked ->
                "Its processing kept failing (%s) and was put aside %s. Everything later of this submission waits behind it."
                        .formatted(parked.reason(), at(parked.parkedAt()));
        };
    }

    private static String ground(String code) {
        return switch (code) {
            case "respondent-asked" -> "the respondent asked for it.";
            case "not-their-own" -> "it was sent in the name of somebody who did not send it.";
            case "unlawful-content" -> "it held what may not be kept.";
            case "legal-obligation" -> "a law, a court or an authority demanded it.";
            case "no-longer-needed" -> "the time for which it may be kept was over.";
            default -> code + ".";
        };
    }

    private String earlier(Stage.@Nullable Public earlier) {
        if (earlier == null) {
            return "";
        }
        int version = earlier.clearance().version();
        var where = earlier instanceof Stage.Published ? "is public" : "is cleared";
        return " Version %d %s until then: if you clear this one it is replaced, if you withhold this one it is taken down."
                .formatted(version, where);
    }

    /** Cleared in exactly this form: clearing again would change nothing. */
    private static boolean isDone(Stage stage) {
        boolean refused = stage instanceof Stage.Cleared cleared && cleared.refusal() != null;
        return !refused
                && stage.standing()
                        .filter(clearance -> !clearance.changedSince())
                        .isPresent();
    }

    private static @Nullable String warning(Stage stage) {
        if (stage instanceof Stage.Cleared cleared && cleared.refusal() != null) {
            return "Publishing refused the public form: " + cleared.refusal()
                    + ". Nothing of it is public. Correct what is named and clear it again, or withhold it.";
        }
        return stage.standing().filter(Clearance::changedSince).isPresent()
                ? "A passage was moved after the clearance. The public site keeps showing the form that was cleared;"
                        + " clear it again to publish the change."
                : null;
    }

    private String decided(String verb, Clearance clearance) {
        return verb + by(clearance.clearedBy()) + " " + at(clearance.clearedAt()) + ", version " + clearance.version()
                + ".";
    }

    private String by(String subject) {
        return view.history().stream()
                .flatMap(entry -> entry.who().stream())
                .filter(member -> member.subject().equals(subject))
                .map(StaffMember::name)
                .reduce((earlier, later) -> later)
                .map(name -> " by " + name)
                .orElse("");
    }

    private String at(Instant instant) {
        var moment = Moment.of(instant, zone);
        return "on " + moment.shown() + " (" + moment.zone() + ")";
    }
}
