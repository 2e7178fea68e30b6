package org.rostrum.processing.adapter.http.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.KebabCase;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.usecase.KeyPassagesView;
import org.rostrum.processing.usecase.KeyPassagesView.Quote;

/**
 * The quotes as a table for staff (RFC 4180). What a spreadsheet would take for a formula begins with an apostrophe: OWASP, CSV
 * injection. So does what stands behind a semicolon, a tab or a line's end: where one of them parts cells, quotation marks do not
 * hold a cell together that a comma begins.
 */
final class KeyPassagesCsv {
    private static final Pattern FORMULA =
            Pattern.compile("(^|[;\t\r\n])([\\s\"'&&[^;\t\r\n]]*+)(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");
    private static final String BYTE_ORDER_MARK = "\uFEFF"; // or a common spreadsheet reads it as something else

    private KeyPassagesCsv() {}

    static String of(KeyPassagesView view) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(KeyPassagesJson.NOTICE));
        rows.add(List.of(
                "item",
                "reference",
                "passage",
                "state",
                "may_be_quoted_publicly",
                "text",
                "whole",
                "language",
                "from",
                "group",
                "where",
                "start",
                "end",
                "passages_near",
                "respondents_near",
                "to_look_at",
                "pinned_by"));
        view.quotes().forEach(quote -> rows.add(row(view, quote)));
        return rows.stream()
                .map(row -> row.stream().map(KeyPassagesCsv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
    }

    private static List<String> row(KeyPassagesView view, Quote quote) {
        var chosen = quote.chosen();
        return Stream.of(
                        view.item().number().value(),
                        quote.file().reference().value(),
                        chosen.said().at().passage().toString(),
                        KebabCase.of(quote.file().state()),
                        quote.cleared() ? "from its public page" : "no",
                        chosen.words(),
                        chosen.isWhole() ? "yes" : "excerpt",
                        Optional.ofNullable(chosen.said().language()).orElse(""),
                        Optional.ofNullable(quote.from()).orElse(""),
                        chosen.said().profile().group(),
                        place(quote),
                        quote.span().start(),
                        quote.span().end(),
                        chosen.passages(),
                        chosen.respondents(),
                        quote.flags().stream()
                                .map(flag -> KebabCase.of(flag.kind()))
                                .distinct()
                                .collect(Collectors.joining(" ")),
                        quote.pin().map(choice -> choice.by().name()).orElse(""))
                .map(String::valueOf)
                .toList();
    }

    private static String place(Quote quote) {
        int page = quote.page();
        return switch (quote.source().origin()) {
            case Origin.Box(ItemNumber item) -> "box " + item;
            case Origin.FreeText _ -> "free text";
            case Origin.File(int ordinal) -> "attachment " + ordinal + (page == 0 ? "" : ", page " + page);
        };
    }

    private static String cell(String value) {
        var inert = FORMULA.matcher(value).replaceAll("$1$2'");
        return '"' + inert.replace("\"", "\"\"") + '"';
    }
}
