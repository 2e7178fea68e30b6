package org.rostrum.intake.adapter.http;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.rostrum.contracts.ErasureGround;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.Round;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.Refusal;
import org.rostrum.intake.domain.WrongField;
import org.rostrum.intake.usecase.TryAgainLater;
import org.rostrum.platform.problem.Problem;

/** What a refusal says to the person who reads it: what happened, what was kept, what to do next. In English. */
final class Words {
    private static final String NOTHING_KEPT = "Nothing of this submission was kept.";

    private Words() {}

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.UnknownConsultation unknown -> unknownConsultation();
            case Refusal.UnknownRound unknown ->
                Problem.of(404, "unknown-round", "This consultation has no such round")
                        .kept(NOTHING_KEPT)
                        .next("Choose a round that the consultation's page or GET /api/v1/consultations/{id} lists.");
            case Refusal.TooEarly early ->
                Problem.of(409, "round-not-open", "The round is not open yet")
                        .detail("It opens on %s. Our clock said %s when your submission arrived."
                                .formatted(
                                        Receipt.inWords(early.opensAt(), early.zone()),
                                        Receipt.inWords(early.now(), early.zone())))
                        .kept(NOTHING_KEPT)
                        .next("Send it again once the round is open.");
            case Refusal.TooLate late ->
                Problem.of(409, "round-closed", "The round is closed")
                        .detail(("The rule: a submission is in time if it has arrived completely by %s, on our clock."
                                        + " Yours arrived at %s.")
                                .formatted(
                                        Receipt.inWords(late.closedAt(), late.zone()),
                                        Receipt.inWords(late.now(), late.zone())))
                        .kept(NOTHING_KEPT)
                        .next("Look whether a later round is open, or write to the organiser.");
            case Refusal.GraceOver over ->
                Problem.of(409, "round-closed", "The round is closed")
                        .detail(("The rule: an upload that began by %s may finish until %s, on our clock. Yours was"
                                        + " complete at %s.")
                                .formatted(
                                        Receipt.inWords(over.closedAt(), over.zone()),
                                        Receipt.inWords(over.endedAt(), over.zone()),
                                        Receipt.inWords(over.now(), over.zone())))
                        .kept(NOTHING_KEPT)
                        .next("Look whether a later round is open, or write to the organiser.");
            case Refusal.TakesNothing nothing ->
                Problem.of(409, "round-takes-nothing", "This round takes no submissions")
                        .kept(NOTHING_KEPT)
                        .next("Choose a round that accepts submissions.");
            case Refusal.MembersOnly members -> membersOnly(members.loggedIn());
            case Refusal.WrongFields fields -> wrongFields(fields.fields());
            case Refusal.ChangesClosed closed ->
                Problem.of(409, "round-closed", "The round is closed, so nothing can be changed any more")
                        .detail(("The rule: a submission may be amended or withdrawn until its round closes, which was"
                                        + " on %s, on our clock. Your request arrived at %s.")
                                .formatted(
                                        Receipt.inWords(
                                                closed.rule().closedAt(),
                                                closed.rule().zone()),
                                        Receipt.inWords(
                                                closed.rule().now(),
                                                closed.rule().zone())))
                        .kept("Your submission stands as it was.")
                        .next(
                                closed.contact() == null
                                        ? "Write to the organiser, and name the reference."
                                        : "Write to %s, and name the reference.".formatted(closed.contact()));
            case Refusal.Withdrawn withdrawn ->
                Problem.of(409, "withdrawn", "This submission was withdrawn")
                        .detail("What was withdrawn cannot be amended.")
                        .kept("Nothing of this amendment was kept.")
                        .next("Send a new submission if you want to take part after all.");
            case Refusal.Erased erased ->
                Problem.of(410, "erased", "This submission was erased")
                        .detail("%s was erased for good on %s: %s Nothing of it is kept but this."
                                .formatted(
                                        erased.reference(),
                                        Receipt.inWords(erased.at(), ZoneOffset.UTC),
                                        ground(erased.ground())))
                        .kept("Nothing of this request was kept.")
                        .next(
                                "Do not repeat it: the answer stays the same. To take part after all, send a new submission"
                                        + " under a new key. With questions, write to the organiser and name the reference.");
            case Refusal.AmendedMeanwhile meanwhile ->
                Problem.of(409, "amended-meanwhile", "This submission was amended meanwhile")
                        .detail("Version %d stands now; you changed an earlier one.".formatted(meanwhile.standing()))
                        .kept("Nothing of this amendment was kept.")
                        .next("Look at the version that stands now, and send your amendment again if it is still"
                                + " needed.");
            case Refusal.TooManyVersions versions ->
                Problem.of(409, "too-many-versions", "This submission has as many versions as there can be")
                        .detail("At most %d versions are taken.".formatted(versions.limit()))
                        .kept("Your submission stands as it was.")
                        .next("Write to the organiser, and name the reference.");
            case Refusal.ChallengeFirst first ->
                ChallengeAnswers.problem(first.challenge().patience().toSeconds());
            case Refusal.KeyUsedForOther used ->
                Problem.of(422, "key-used-for-other", "This Idempotency-Key was used for a different submission")
                        .detail("The first submission under this key stands; this one differs from it.")
                        .kept(NOTHING_KEPT)
                        .next("If this is a new submission, send it under a new key. If it is a repetition, send"
                                + " exactly the same body and files.");
        };
    }

    static String ground(ErasureGround ground) {
        return switch (ground) {
            case RESPONDENT_ASKED -> "its respondent asked for it.";
            case NOT_THEIR_OWN -> "it was sent in the name of somebody who had not sent it.";
            case UNLAWFUL_CONTENT -> "it held what may not be kept.";
            case LEGAL_OBLIGATION -> "a law, a court or an authority demanded it.";
            case NO_LONGER_NEEDED -> "the time for which it may be kept was over.";
        };
    }

    /** The rule by which a round decides what is in time. */
    static String rule(Round round, ZoneId zone) {
        var closing = round.closesAt(zone);
        if (closing.isEmpty()) {
            return "No closing is fixed; what arrives is in time.";
        }
        var grace = round.grace();
        return "In time is what has arrived completely by %s, on our server's clock.%s %s"
                .formatted(
                        Receipt.inWords(closing.get(), zone),
                        grace == null || !grace.isPositive()
                                ? ""
                                : " An upload that began by then may finish until %s, and is flagged."
                                        .formatted(Receipt.inWords(closing.get().plus(grace), zone)),
                        round.takesLate()
                                ? "What arrives later is taken, flagged as late and printed in an addendum."
                                : "What arrives later is refused, and nothing of it is kept.");
    }

    /** For people with a form, who never heard of a key: they went back, changed something and sent it again. */
    static Problem receivedBefore(Reference first) {
        return Problem.of(409, "received-before", "Your first version has been received already")
                .detail(
                        "It was received under the reference %s and stays as it is. What you changed since has not been sent."
                                .formatted(first))
                .kept("The first version is kept; of this one, nothing was kept.")
                .next("If you send this form again, it adds a second submission; it does not replace the first.");
    }

    static Problem unknownSubmission() {
        return Problem.of(404, "unknown-submission", "No submission has this reference and this secret")
                .detail("One of the two is mistyped, or belongs to another submission.")
                .next("Copy both from your receipt. The secret goes into the header Rostrum-Receipt-Secret.");
    }

    static Problem unknownConsultation() {
        return Problem.of(404, "unknown-consultation", "There is no such consultation")
                .kept(NOTHING_KEPT)
                .next("Check the address; GET /api/v1/consultations lists every consultation.");
    }

    private static Problem membersOnly(boolean loggedIn) {
        return loggedIn
                ? Problem.of(403, "members-only", "This round is for members")
                        .detail("You are logged in, but not as a member.")
                        .kept(NOTHING_KEPT)
                        .next("Ask the organiser for membership, or choose a round that is open to everyone.")
                : Problem.of(401, "members-only", "This round is for members")
                        .kept(NOTHING_KEPT)
                        .next("In a browser: open /login in another tab, log in, and send this form again; what you"
                                + " typed is still here. Programs send a bearer token of a member.");
    }

    private static Problem wrongFields(List<WrongField> fields) {
        var errors = fields.stream().map(Words::error).toList();
        if (fields.stream().anyMatch(WrongField::isAboutShape)) {
            return wrong(400).errors(errors);
        }
        if (fields.stream().anyMatch(WrongField::isAboutSize)) {
            return Problem.of(413, "attachments-too-large", "The attachments are too large or too many")
                    .kept(NOTHING_KEPT)
                    .next("Leave out or shrink what is listed and send the rest again.")
                    .errors(errors);
        }
        return wrong(422).errors(errors);
    }

    private static Problem wrong(int status) {
        return Problem.of(status, "wrong-fields", "Some fields are wrong")
                .kept(NOTHING_KEPT)
                .next("Correct every field that is listed and send it again, under the same Idempotency-Key.");
    }

    private static Problem.FieldError error(WrongField wrong) {
        return new Problem.FieldError(wrong.pointer(), field(wrong.pointer()), fault(wrong.fault()));
    }

    private static String field(String pointer) {
        return pointer.isEmpty() ? "submission" : pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    static String fault(WrongField.Fault fault) {
        return switch (fault) {
            case WrongField.UnknownField f -> "There is no such field here; leave it out or correct its name.";
            case WrongField.WrongType f -> "This must be %s.".formatted(f.expected());
            case WrongField.Missing f -> "This is missing.";
            case WrongField.TooLong f ->
                "This has %,d characters; at most %,d are taken.".formatted(f.length(), f.limit());
            case WrongField.NoGroups f -> "This consultation has no stakeholder groups; leave this out.";
            case WrongField.NotOneOf f -> "This must be one of: %s.".formatted(String.join(", ", f.choices()));
            case WrongField.UnknownItem f -> "The round has no item with this number.";
            case WrongField.AnsweredTwice f -> "This item is answered twice; put both texts into one answer.";
            case WrongField.NotTakenByItem f -> "This item does not take this kind of submission.";
            case WrongField.NothingSaid f ->
                "There is no answer, no text and no attachment; write or attach something.";
            case WrongField.NotDeclared f ->
                "Confirm the declaration: that you send this for yourself or those you name, and how it may be"
                        + " published.";
            case WrongField.NoEmailAddress f -> "This is no e-mail address; one looks like name@example.org.";
            case WrongField.NoLanguageTag f -> "This is no language tag; one looks like en, fr or zh-Hans (BCP 47).";
            case WrongField.NoCountryCode f -> "This is no country code; one has two letters, such as CH (ISO 3166-1).";
            case WrongField.MoreThanOneLine f -> "This must be one line, without line breaks or control characters.";
            case WrongField.BrokenCharacter f -> "This contains half a character, which no text can hold; delete it.";
            case WrongField.DisguisedFile f ->
                "Attachment %d is another kind of file than its name says, or two kinds at once; send it as what it is."
                        .formatted(f.ordinal());
            case WrongField.EmptyFile f -> "Attachment %d is empty; attach the right file.".formatted(f.ordinal());
            case WrongField.FileTooLarge f ->
                "Attachment %d has %s; at most %s are taken.".formatted(f.ordinal(), size(f.size()), size(f.limit()));
            case WrongField.TooManyFiles f ->
                "There are %d attachments; at most %d are taken.".formatted(f.count(), f.limit());
            case WrongField.UnknownUpload f ->
                "No upload of this round has this id, or it was not claimed in time; begin a new one.";
            case WrongField.UploadNotArrived f ->
                "Its bytes have not arrived; send them to the address that came with the id, then send this again.";
            case WrongField.NotAsAnnounced f ->
                "What arrived has another %s than was announced and was removed; upload the right file again."
                        .formatted(f.what());
            case WrongField.NamedTwice f -> "This upload is named twice; name it once.";
            case WrongField.FilesTooLargeTogether f ->
                "All attachments together have %s; at most %s are taken.".formatted(size(f.size()), size(f.limit()));
        };
    }

    /** In units of 1,024, as file managers show them. */
    static String size(long bytes) {
        if (bytes < 1024 * 1024) {
            return "%,d bytes".formatted(bytes);
        }
        return bytes % (1024 * 1024) == 0
                ? "%,d MB".formatted(bytes / 1024 / 1024)
                : "%,.1f MB".formatted(bytes / 1024.0 / 1024);
    }

    static Problem problem(TryAgainLater later) {
        var problem = Problem.of(503, "try-again", "We could not confirm your submission just now");
        return switch (later.kept()) {
            case NOTHING ->
                problem.kept("Nothing was kept yet.")
                        .next("Send the same again, with the same Idempotency-Key: that is safe, and it will be"
                                + " received once.");
            case UNKNOWN ->
                problem.kept("It may be stored already; you have no receipt, so do not rely on it.")
                        .next("Send the same again, with the same Idempotency-Key: that is safe, it will be received"
                                + " once, and you get the receipt.");
            case MANIFEST ->
                problem.kept("It is stored and will be processed; only the confirmation is missing.")
                        .next("Send the same again, with the same Idempotency-Key: that is safe, it will be received"
                                + " once, and you get the receipt.");
        };
    }
}
