package org.rostrum.processing.usecase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rostrum.contracts.Round;
import org.rostrum.processing.domain.filing.Instrument;
import org.rostrum.processing.domain.filing.ItemWording;
import org.rostrum.processing.domain.filing.RoundModel;
import org.rostrum.processing.domain.filing.content.Question;

/** What is known of each round by now. */
public final class RoundModels {
    private static final int KEPT = 20;

    private final DescribeTexts describe;
    private final Map<List<ItemWording>, List<Question>> questions = new LinkedHashMap<>(16, 0.75f, true);

    public RoundModels(DescribeTexts describe) {
        this.describe = describe;
    }

    public RoundModel of(Round round) {
        var instrument = Instrument.of(round);
        return RoundModel.of(instrument.places(), questionsOf(instrument), List.of());
    }

    /** Describing them takes a second or two where there are many languages, and they hardly ever change. */
    private synchronized List<Question> questionsOf(Instrument instrument) {
        var wordings = instrument.wordings();
        var known = questions.get(wordings);
        if (known != null) {
            return known;
        }
        var described = describe.questions(instrument);
        if (describe.isWhole(described)) {
            questions.put(wordings, described);
            if (questions.size() > KEPT) {
                questions.remove(questions.keySet().iterator().next());
            }
        }
        return described;
    }
}
