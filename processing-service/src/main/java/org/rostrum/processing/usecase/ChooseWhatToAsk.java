package org.rostrum.processing.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.contracts.ConsultationDefinition;
import org.rostrum.contracts.Round;
import org.rostrum.processing.domain.casework.Case;
import org.rostrum.processing.domain.casework.CaseState;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.filing.Asking;
import org.rostrum.processing.domain.filing.Asking.Open;
import org.rostrum.processing.domain.filing.Sample;
import org.rostrum.processing.domain.filing.content.Features;
import org.rostrum.processing.domain.flags.Flag;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.usecase.RoundTexts.Unsettled;

/** Chooses the passages of a round that staff should look at next: little work that teaches filing much. */
public final class ChooseWhatToAsk {
    /** A longer list would be outdated before it is worked through. House choice. */
    public static final int MOST = 50;

    private final Transactions transactions;
    private final DescribeTexts describe;
    private final FlagTexts flags;

    public ChooseWhatToAsk(Transactions transactions, DescribeTexts describe, FlagTexts flags) {
        this.transactions = transactions;
        this.describe = describe;
        this.flags = flags;
    }

    /**
     * What to look at, what teaches most first.
     *
     * @param unsettled how many passages the choice was made from
     */
    public record Next(ConsultationDefinition definition, Round round, List<Asked> asked, int unsettled) {
        public Next {
            asked = List.copyOf(asked);
        }
    }

    /**
     * One passage to look at.
     *
     * @param copies how many submissions are worded like this one, itself among them; of very large rounds, in a sample
     * @param flags what a person must look at in the passage, by place in its source
     */
    public record Asked(Case file, Content content, FiledPassage passage, int copies, List<Flag> flags) {
        public Asked {
            flags = List.copyOf(flags);
        }

        /** Leaves everything personal out of logs. */
        @Override
        public String toString() {
            return "Asked[" + file.reference() + " " + passage.ordinal() + "]";
        }
    }

    /** Empty if there is no such round. */
    public Optional<Next> next(RoundTexts.Of round, int limit) {
        return transactions
                .inOne(books -> books.definitions().latest(round.consultation()))
                .flatMap(definition ->
                        definition.round(round.round()).map(known -> next(round, definition, known, limit)));
    }

    private Next next(RoundTexts.Of round, ConsultationDefinition definition, Round known, int limit) {
        List<Unsettled> unsettled =
                transactions.inOne(books -> books.roundTexts().unsettled(round, Sample.LARGEST));
        Map<Open, Unsettled> open =
                unsettled.stream().collect(Collectors.toMap(ChooseWhatToAsk::open, Function.identity()));
        var doubtful = Asking.doubtful(open.keySet());
        var chosen = Asking.next(doubtful, described(of(doubtful, open)), Math.clamp(limit, 1, MOST));
        List<Asked> asked = transactions.inOne(books -> of(chosen, open).stream()
                .flatMap(passage -> asked(books, passage).stream())
                .toList());
        return new Next(definition, known, asked, unsettled.size());
    }

    private static List<Unsettled> of(List<Open> chosen, Map<Open, Unsettled> open) {
        return chosen.stream()
                .flatMap(each -> Stream.ofNullable(open.get(each)))
                .toList();
    }

    private static Open open(Unsettled passage) {
        return new Open(
                "%s %06d".formatted(passage.submission(), passage.ordinal()),
                passage.family(),
                passage.filing(),
                passage.copies());
    }

    private List<Features> described(List<Unsettled> passages) {
        List<String> texts = transactions.inOne(books -> books.roundTexts().texts(passages));
        var described = new ArrayList<DescribeTexts.Text>();
        for (int i = 0; i < texts.size(); i++) {
            described.add(new DescribeTexts.Text(texts.get(i), passages.get(i).language()));
        }
        return describe.passages(described);
    }

    /** As it stands now: somebody may have settled it, or the respondent withdrawn it, while we were choosing. */
    private Optional<Asked> asked(Books books, Unsettled passage) {
        return books.cases()
                .find(passage.reference())
                .filter(file -> file.state() == CaseState.WITH_STAFF && file.version() == passage.version())
                .flatMap(file -> books.contents()
                        .find(passage.submission(), passage.version())
                        .flatMap(content -> content.passage(passage.ordinal())
                                .filter(now -> !now.confirmed())
                                .map(now -> new Asked(file, content, now, passage.copies(), flags(content, now)))));
    }

    /** In the passage alone: a whole document of which one passage is shown would be read for nothing. */
    private List<Flag> flags(Content content, FiledPassage passage) {
        int start = passage.span().start();
        return flags.in(content.textOf(passage), content.respondent().country()).stream()
                .map(found -> new Flag(
                        passage.source(),
                        found.kind(),
                        new Span(
                                start + found.span().start(),
                                start + found.span().end())))
                .toList();
    }
}
