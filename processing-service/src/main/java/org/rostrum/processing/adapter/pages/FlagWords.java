package org.rostrum.processing.adapter.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.contracts.KebabCase;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.flags.Flag;
import org.rostrum.processing.domain.flags.FlagKind;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.usecase.CaseView;

/**
 * What a person must look at, of one kind, as the page shows it.
 *
 * @param code as in forms
 * @param exposed whether it would be read by everybody: then it has to be ticked
 */
record FlagWords(String code, String label, boolean exposed, List<Place> places) {
    private static final int AROUND = 40;
    private static final int MOST = 50;

    /**
     * One place, with the words around it.
     *
     * @param passage that it stands in; 0 if in none, so that it would not go public
     * @param where in words
     */
    record Place(String before, String found, String after, int passage, String where) {
        @Override
        public String toString() {
            return "Place[" + where + "]";
        }
    }

    static List<FlagWords> of(CaseView view) {
        return view.content().map(content -> of(view, content)).orElse(List.of());
    }

    private static List<FlagWords> of(CaseView view, Content content) {
        var kinds = new ArrayList<FlagWords>();
        for (FlagKind kind : FlagKind.values()) {
            var places = view.flags().stream()
                    .filter(flag -> flag.kind() == kind)
                    .limit(MOST)
                    .map(flag -> place(flag, content))
                    .toList();
            if (!places.isEmpty() || view.exposed().contains(kind)) {
                kinds.add(new FlagWords(
                        KebabCase.of(kind), label(kind), view.exposed().contains(kind), places));
            }
        }
        return List.copyOf(kinds);
    }

    private static Place place(Flag flag, Content content) {
        if (flag.source() == Flag.SUMMARY) {
            return place(String.valueOf(content.summary()), flag, 0, "Summary");
        }
        var source = content.sources().stream()
                .filter(one -> one.ordinal() == flag.source())
                .findFirst()
                .orElseThrow();
        int passage = content.passages().stream()
                .filter(one -> one.source() == flag.source() && one.span().overlaps(flag.span()))
                .map(one -> one.ordinal())
                .findFirst()
                .orElse(0);
        return place(source.text(), flag, passage, PlaceWords.of(source));
    }

    private static Place place(String text, Flag flag, int passage, String where) {
        Span span = flag.span();
        var found = text.substring(span.start(), span.end());
        int from = Math.max(0, span.start() - AROUND);
        int to = Math.min(text.length(), span.end() + AROUND);
        return new Place(
                (from > 0 ? "…" : "") + text.substring(from, span.start()),
                flag.kind() == FlagKind.HIDDEN_CHARACTERS ? HiddenCharacters.named(found) : found,
                text.substring(span.end(), to) + (to < text.length() ? "…" : ""),
                passage,
                where);
    }

    static String list(Collection<FlagKind> kinds) {
        return kinds.stream().map(FlagWords::label).map(FlagWords::small).collect(Collectors.joining(", "));
    }

    private static String small(String label) {
        return label.startsWith("IP") ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    static String label(FlagKind kind) {
        return switch (kind) {
            case EMAIL -> "E-mail address";
            case TELEPHONE -> "Telephone number";
            case POSTAL_ADDRESS -> "Postal address";
            case BANK_ACCOUNT -> "Bank account (IBAN)";
            case PAYMENT_CARD -> "Payment card";
            case IDENTITY_NUMBER -> "Identity number";
            case IP_ADDRESS -> "IP address";
            case PERSON_NAME -> "Name of a person";
            case PROFANITY -> "Swear word";
            case THREAT -> "Threat";
            case HIDDEN_CHARACTERS -> "Hidden characters";
        };
    }

    static Optional<FlagKind> parse(String code) {
        return Stream.of(FlagKind.values())
                .filter(kind -> KebabCase.of(kind).equals(code))
                .findFirst();
    }
}
