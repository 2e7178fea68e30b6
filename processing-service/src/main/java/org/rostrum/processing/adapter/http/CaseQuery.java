package org.rostrum.processing.adapter.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.KebabCase;
import org.rostrum.platform.problem.Problem;
import org.rostrum.processing.domain.casework.CaseMark;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.usecase.CaseCursor;
import org.rostrum.processing.usecase.CaseFilter;

/** What was asked of the list of cases in an address. */
public record CaseQuery(CaseFilter filter, Optional<CaseCursor> after) {
    private static final int GROUP = 5;

    /** Blank counts as absent, as forms send it. What cannot be understood is a problem 400. */
    public static CaseQuery of(
            @Nullable String consultation,
            @Nullable String state,
            @Nullable String q,
            @Nullable String flag,
            @Nullable String campaign,
            @Nullable String cursor) {
        return new CaseQuery(
                new CaseFilter(
                        given(consultation).map(CaseQuery::consultation),
                        given(state).map(CaseQuery::state),
                        given(q).map(CaseQuery::printed),
                        given(flag).map(CaseQuery::mark),
                        given(campaign)),
                given(cursor).map(CaseQuery::cursor));
    }

    private static Optional<String> given(@Nullable String parameter) {
        return Optional.ofNullable(parameter).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static ConsultationId consultation(String text) {
        if (!ConsultationId.isValid(text)) {
            throw wrong("consultation", "This is no id of a consultation.");
        }
        return new ConsultationId(text);
    }

    private static CaseState state(String word) {
        return Arrays.stream(CaseState.values())
                .filter(state -> KebabCase.of(state).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong("state", "There is no such state of a case."));
    }

    private static CaseMark mark(String word) {
        return Arrays.stream(CaseMark.values())
                .filter(mark -> KebabCase.of(mark).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong("flag", "There is no such flag of a case."));
    }

    private static CaseCursor cursor(String token) {
        return CaseCursor.parse(token)
                .orElseThrow(() -> wrong("cursor", "Use the value of next from the page before, unchanged."));
    }

    /** The beginning of a reference as it is printed: {@code 7k3qx9} becomes {@code 7K3QX-9}. */
    private static String printed(String typed) {
        var bare = typed.replaceAll("[\\s\\u2010-\\u2015-]", "").toUpperCase(Locale.ROOT);
        return bare.length() <= GROUP ? bare : bare.substring(0, GROUP) + "-" + bare.substring(GROUP);
    }

    private static RuntimeException wrong(String parameter, String detail) {
        return Problem.of(400, "wrong-parameter", "A parameter of the address is wrong")
                .error("/" + parameter, parameter, detail)
                .next("Correct the address and try again.")
                .asException();
    }
}
